/** A payment corrected while it is not posted (domain-rules §8, the table). */
import type { BodyOf } from '#contract/endpoints.ts';
import type { CustomerPaymentWritten } from '#contract/payment.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { decidePaymentEdit, type PaymentEdit } from '#domain/payments/payment.ts';
import { decidePaidOn } from '#domain/payments/taking.ts';
import { given } from '../handlers/ask.ts';
import type { CommandContext } from '../write/context.ts';
import { must } from '../write/must.ts';
import { checkSeen, heldPayment, paymentChange } from './held.ts';
import { paymentOf } from './queries.ts';
import { checkPaymentType } from './references.ts';
import { saveApplied } from './save.ts';

/** Whether it may be edited at all is decided on these. */
const STANDING = ['syncStatus', 'voided', 'bounced'];
const IN_LEDGER = ['paidOn', 'amountCents'] as const;

export async function updatePayment(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, changes: body }: BodyOf<'payments.update'>,
): Promise<CustomerPaymentWritten> {
  const { card, documents, applications, today, openFrom } = await heldPayment(tx, context, id);
  const { payment } = card;
  const changes = given(body) as PaymentEdit;
  const merged = await checkSeen(tx, expected, card, [...STANDING, ...Object.keys(changes)]);
  const isOther = (field: keyof PaymentEdit) => field in changes && changes[field] !== payment[field];
  if (isOther('paymentTypeId')) await checkPaymentType(tx, changes.paymentTypeId!);
  const since = applications.map(({ effectiveOn }) => effectiveOn).sort();
  const after = must(decidePaymentEdit(card, changes, { appliedSince: since[0] ?? null }));
  if (IN_LEDGER.some(isOther)) {
    // What stands on its old day is taken back there, so that has to be open, too.
    must(decidePaidOn(payment.paidOn, today, openFrom));
    must(decidePaidOn(after.paidOn, today, openFrom));
  }
  const records = [paymentChange(payment, { ...payment, ...after })];
  const { operationId } = await saveApplied(tx, context, { verb: 'payment.updated', documents, records });
  return { operationId, merged, payment: await paymentOf(tx, context.actor, id) };
}
