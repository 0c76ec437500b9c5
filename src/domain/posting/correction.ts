/** The two invoices that correct an exported one, and what is applied between the three (domain-rules §7). */
import type { Id } from '../ids.ts';
import type { InvoiceItem } from '../invoices/invoice.ts';
import { type Cents, negateCents, quantity } from '../money.ts';
import type { Wanted } from '../receivables/applying.ts';
import { type Application, type DocumentRef, keyOf } from '../receivables/ledger.ts';

/** Lines and taxes are rounded half away from zero, so that the two net to nothing. */
export const reversingItem = (item: InvoiceItem, id: Id): InvoiceItem => ({
  ...ownOf(item),
  id,
  quantity: quantity(-item.quantity),
  source: 'Correction',
  sourceId: item.id,
});

/** Free to be edited: what it came from stays billed by the item it stands for. */
export const replacingItem = (item: InvoiceItem, id: Id): InvoiceItem => ({
  ...ownOf(item),
  id,
  source: null,
  sourceId: null,
});

const ownOf = (item: InvoiceItem): InvoiceItem => ({
  id: item.id,
  position: item.position,
  kind: item.kind,
  skuId: item.skuId,
  description: item.description,
  quantity: item.quantity,
  price: item.price,
  cost: item.cost,
  taxable: item.taxable,
  glAccountId: item.glAccountId,
  technicianId: item.technicianId,
  membershipId: item.membershipId,
  source: item.source,
  sourceId: item.sourceId,
  active: item.active,
});

type Correction = { readonly reversingId: Id; readonly replacementId: Id; readonly totalCents: Cents };
/** The reversing one for the corrected one, then all that was applied, to the one in its place. */
export function correctionApplications(
  corrected: DocumentRef,
  { reversingId, replacementId, totalCents }: Correction,
  applications: readonly Application[],
): readonly Wanted[] {
  const reversing: DocumentRef = { kind: 'invoice', id: reversingId };
  const replacement: DocumentRef = { kind: 'invoice', id: replacementId };
  const closing: Wanted[] =
    totalCents > 0
      ? [{ from: reversing, to: corrected, cents: totalCents }]
      : totalCents < 0
        ? [{ from: corrected, to: reversing, cents: negateCents(totalCents) }]
        : [];
  const moved = (ref: DocumentRef): DocumentRef => (keyOf(ref) === keyOf(corrected) ? replacement : ref);
  return [
    ...closing,
    ...applications.map(({ from, to, cents }) => ({ from: moved(from), to: moved(to), cents })),
  ];
}
