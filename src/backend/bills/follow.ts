/** Bills follow the receipts of their order, in the same step that saves it (domain/bills/follow.ts). */
import type { Transaction } from '#db/database.ts';
import { billsAfter } from '#domain/bills/follow.ts';
import { movedToUnit } from '#domain/bills/unit.ts';
import type { Id } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import type { OrderCard } from '#domain/purchasing/purchase-order.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds, takeNumbers } from '../write/ids.ts';
import { must } from '../write/must.ts';
import type { RecordChange } from '../write/save.ts';
import { dueOn, remitToOf, termOf, tolerancesOfVendor } from './asking.ts';
import { type BillHead, type BillOnFile, billChanges, billsOfOrders, type StoredBill } from './store.ts';

type Following = {
  readonly before: readonly StoredBill[];
  readonly after: readonly BillOnFile[];
  readonly changes: RecordChange[];
};

/**
 * Call with the order locked.
 * @param isMoved to another business unit, by this step
 */
export async function followingBills(
  tx: Transaction,
  { actor, now }: Pick<CommandContext, 'actor' | 'now'>,
  card: OrderCard,
  { isMoved }: { readonly isMoved: boolean },
): Promise<Following> {
  const { order } = card;
  const before = await billsOfOrders(tx, [order.id], { lock: true });
  if (before.length === 0 && card.receipts.length === 0) return { before, after: [], changes: [] };
  let made = 0;
  const there = isMoved ? must(movedToUnit(before, order.businessUnitId)) : before;
  const planned = billsAfter(there, card, {
    stamp: { by: actor.userId, at: now },
    newId: () => -++made,
  }) as readonly BillOnFile[];
  const told = planned.map((bill) => dueAnew(bill, before));
  const after = made > 0 ? await numbered(tx, order, told, made) : told;
  const changes = billChanges(before, after, card, await tolerancesOfVendor(tx, order.vendorId));
  return { before, after, changes };
}

/** Of another day than it was, it is due another day. */
function dueAnew(bill: BillOnFile, before: readonly StoredBill[]): BillOnFile {
  const was = before.find(({ id }) => id === bill.id);
  const isOfAnother = was !== undefined && was.billDate !== bill.billDate;
  return isOfAnother ? { ...bill, dueDate: dueOn(bill.billDate, bill) } : bill;
}

/** Those that were made get their ids and numbers, and what is written on a bill beside its figures. */
async function numbered(
  tx: Transaction,
  order: OrderCard['order'],
  planned: readonly BillOnFile[],
  made: number,
): Promise<readonly BillOnFile[]> {
  const ids = await newIds(tx, made);
  const first = await takeNumbers(tx, 'bill', made);
  const idOf = <T extends Id | null>(id: T) => (id !== null && id < 0 ? ids[-id - 1]! : id);
  const head: Omit<BillHead, 'number' | 'dueDate' | 'paidCents'> = {
    ...(await termOf(tx, order.paymentTermId)),
    vendorId: order.vendorId,
    remitToVendorId: await remitToOf(tx, order.vendorId),
    orderId: order.id,
    returnId: null,
    businessUnitId: order.businessUnitId,
    currency: order.currency,
  };
  const known = new Map(planned.map((bill) => [bill.id, bill]));
  return planned.map((bill) => {
    const { id, replacedById, creditOfId } = bill;
    const linked = { ...bill, id: idOf(id), replacedById: idOf(replacedById), creditOfId: idOf(creditOfId) };
    if (id > 0) return linked;
    const number = first - id - 1;
    // What makes a bill good goes to whom that one went, whatever is so today.
    const made = creditOfId === null ? null : known.get(creditOfId)!;
    const of = made ? headOf(made) : head;
    return { ...linked, ...of, paidCents: cents(0), number, dueDate: dueOn(bill.billDate, of) };
  });
}

const headOf = (made: BillOnFile): Omit<BillHead, 'number' | 'dueDate' | 'paidCents'> => ({
  paymentTermId: made.paymentTermId,
  paymentTerm: made.paymentTerm,
  vendorId: made.vendorId,
  remitToVendorId: made.remitToVendorId,
  orderId: made.orderId,
  returnId: null,
  businessUnitId: made.businessUnitId,
  currency: made.currency,
});
