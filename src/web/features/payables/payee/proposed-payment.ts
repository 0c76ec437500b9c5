/** How the next payment is likely to be made, from those before it. */
import type { PaymentSummary } from '#contract/payable.ts';
import type { Id } from '#domain/ids.ts';
import { nextCheckNumber, type PaymentMethod } from '#domain/payables/payment.ts';

/** As this payee was paid last; a check when never. */
export const proposedMethod = (latest: readonly PaymentSummary[], payeeVendorId: Id): PaymentMethod =>
  latest.find((payment) => payment.payeeVendorId === payeeVendorId)?.method ?? 'Check';

/** Of a check the number after the last one, also after one taken back: its paper is used up. Else nothing. */
export function proposedReference(latest: readonly PaymentSummary[], method: PaymentMethod): string {
  if (method !== 'Check') return '';
  const last = latest.find((payment) => payment.method === 'Check' && payment.reference !== '');
  return (last && nextCheckNumber(last.reference)) ?? '';
}
