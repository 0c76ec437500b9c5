/**
 * The way back from what was accepted (domain-rules §6): a linked credit of its own figures, whether it is in the books or
 * not, since nothing that was accepted is rewritten. Of a receipt's bill it comes with the receipt (`follow.ts`).
 */
import { allow, type Decision, type Refusal } from '../decision.ts';
import type { Id } from '../ids.ts';
import { no } from '../purchasing/gate.ts';
import type { Stamp } from '../purchasing/purchase-order.ts';
import { type Bill, UNTOUCHED_BILL } from './bill.ts';
import { netOf, reversed } from './figures.ts';

type Reversible = Pick<Bill, 'reconciled' | 'canceled' | 'receiptId' | 'creditOfId'>;

/**
 * Why it cannot be made good by hand; null: it can. A vendor's credit, too: what makes it good is above none.
 * @param isMadeGood a credit of it is there already
 */
export function reversalRefusal(bill: Reversible, isMadeGood: boolean): Refusal | null {
  const { reconciled, canceled, receiptId, creditOfId } = bill;
  if (canceled) return no('bill.closed', { status: 'Canceled' });
  if (!reconciled) return no('bill.not_accepted');
  if (receiptId !== null) return no('bill.of_receipt');
  return isMadeGood || creditOfId !== null ? no('bill.made_good') : null;
}

/** @param others all bills that may make it good already */
export function reverseBill(
  bill: Bill,
  others: readonly Bill[],
  { id, stamp }: { readonly id: Id; readonly stamp: Stamp },
): Decision<Bill> {
  const refusal = reversalRefusal(
    bill,
    others.some(({ creditOfId }) => creditOfId === bill.id),
  );
  return refusal ? { ok: false, refusal } : allow(creditFor(id, bill, stamp));
}

/** In force at once: what it makes good was accepted, and is not any more. */
export const creditFor = (id: Id, bill: Bill, stamp: Stamp): Bill => ({
  ...bill,
  ...UNTOUCHED_BILL,
  id,
  kind: 'Credit',
  source: 'Correction',
  expected: reversed(bill.expected),
  billed: reversed(netOf(bill)),
  reconciled: stamp,
  creditOfId: bill.id,
});
