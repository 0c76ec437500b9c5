/** An order's bills and the business unit that bears its cost (domain-rules §5, §6). */
import { allow, type Decision, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import type { Bill } from './bill.ts';

type OfUnit = Pick<Bill, 'syncStatus'> & {
  readonly number: number;
  readonly returnId: Id | null;
  readonly businessUnitId: Id;
  readonly paidCents: number;
};

/**
 * The bills of an order that moves to another unit: they go along. Refuses `order.unit_in_books` where one of them is in the
 * books of its unit or paid. The credit of a return stays with the return, whose unit is that of its day.
 */
export function movedToUnit<B extends OfUnit>(bills: readonly B[], unitId: Id): Decision<readonly B[]> {
  const moving = bills.filter((bill) => bill.returnId === null && bill.businessUnitId !== unitId);
  const fixed = moving.find(({ syncStatus, paidCents }) => syncStatus !== 'Pending' || paidCents !== 0);
  if (fixed) return refuse('order.unit_in_books', { number: fixed.number, syncStatus: fixed.syncStatus });
  return allow(bills.map((bill) => (moving.includes(bill) ? { ...bill, businessUnitId: unitId } : bill)));
}
