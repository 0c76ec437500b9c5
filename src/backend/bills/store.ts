/**
 * Bills in and out of the database. An order's bills are decided on together, under the lock of the order: what one says
 * settles or opens a difference of another.
 */
import type { Transaction } from '#db/database.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Bill, BillStatus } from '#domain/bills/bill.ts';
import { billStatus } from '#domain/bills/decide.ts';
import { payableOf, totalOf } from '#domain/bills/figures.ts';
import { type MatchCard, matchBill, type Tolerances } from '#domain/bills/match.ts';
import type { Id } from '#domain/ids.ts';
import { type Cents, decimalOfCents } from '#domain/money.ts';
import type { PaymentTerm } from '#domain/payment-term.ts';
import type { Day } from '#domain/time.ts';
import { plainWords } from '../list-words.ts';
import type { FieldChanges } from '../write/differences.ts';
import { selectList } from '../write/load.ts';
import type { StoredRecord } from '../write/records.ts';
import type { RecordChange } from '../write/save.ts';

/** What is written on a bill beside its figures. Due by its term; `remitToVendorId`: who is paid. */
export type BillHead = {
  readonly number: number;
  readonly vendorId: Id;
  readonly remitToVendorId: Id;
  readonly orderId: Id | null;
  /** A credit for goods that went back. */
  readonly returnId: Id | null;
  readonly businessUnitId: Id;
  readonly dueDate: Day;
  readonly paymentTermId: Id | null;
  readonly paymentTerm: PaymentTerm | null;
  readonly currency: string;
  readonly paidCents: Cents;
};
export type BillOnFile = Bill & BillHead;
export type StoredBill = BillOnFile &
  StoredRecord & { readonly status: BillStatus; readonly payableCents: Cents };

/** Bills by what they are of, in id order, locked for commands. */
async function load(
  tx: Transaction,
  column: 'id' | 'order_id',
  ids: readonly Id[],
  lock: boolean,
): Promise<StoredBill[]> {
  if (ids.length === 0) return [];
  return tx.query<StoredBill>(
    planOnce(`select ${selectList('bill', 'r')} from company.bills r
     where r.tenant_id = $1 and r.${column} = any($2::bigint[]) order by r.id ${lock ? 'for no key update' : ''}`),
    [tx.tenantId, [...new Set(ids)]],
  );
}
/** Bills by id and all of some orders, in one statement in id order: who pays some of them meanwhile waits, and nobody in a circle. */
export const lockedBills = (
  tx: Transaction,
  ids: readonly Id[],
  orderIds: readonly Id[],
): Promise<StoredBill[]> =>
  tx.query<StoredBill>(
    planOnce(`select ${selectList('bill', 'r')} from company.bills r
     where r.tenant_id = $1 and (r.id = any($2::bigint[]) or r.order_id = any($3::bigint[]))
     order by r.id for no key update`),
    [tx.tenantId, ids, orderIds],
  );

/** The bill with those that have to do with it: all of its order, or of one of none what it makes good and what makes it good. */
export const billsAbout = (
  tx: Transaction,
  { id, orderId, creditOfId }: Pick<Bill, 'id' | 'creditOfId'> & Pick<BillHead, 'orderId'>,
): Promise<StoredBill[]> =>
  orderId === null
    ? tx.query<StoredBill>(
        planOnce(`select ${selectList('bill', 'r')} from company.bills r
         where r.tenant_id = $1 and (r.id = any($2::bigint[]) or r.credit_of_id = $3) order by r.id`),
        [tx.tenantId, creditOfId === null ? [id] : [id, creditOfId], id],
      )
    : billsOfOrders(tx, [orderId]);

type Locking = { readonly lock?: boolean };
export const loadBills = (tx: Transaction, ids: readonly Id[], { lock = false }: Locking = {}) =>
  load(tx, 'id', ids, lock);
export const billsOfOrders = (tx: Transaction, orderIds: readonly Id[], { lock = false }: Locking = {}) =>
  load(tx, 'order_id', orderIds, lock);

/**
 * What is to be saved of the bills of one order, or of one bill of none: those that are new or other than they were, and
 * those whose status is another by now.
 */
export function billChanges(
  before: readonly StoredBill[],
  after: readonly BillOnFile[],
  card: MatchCard,
  tolerances: Tolerances,
): RecordChange[] {
  const were = new Map(before.map((bill) => [bill.id, bill]));
  return after.map((bill) => {
    const was = were.get(bill.id) ?? null;
    const kept = {
      ...bill,
      status: billStatus(bill, matchBill(bill, card, after, tolerances)),
      payableCents: payableOf(bill),
      search: plainWords(`${bill.number} ${bill.vendorInvoiceNumber}`),
    };
    return {
      kind: 'bill',
      before: was,
      after: kept,
      label: `Bill ${bill.number}`,
      related: toldOf(was, bill),
    };
  });
}

/** For the history: the figures' sums and the last words on each difference. */
function toldOf(was: Bill | null, bill: Bill): FieldChanges {
  const sum = (figures: Bill['billed']) => figures && decimalOfCents(totalOf(figures));
  const before = new Set(was?.verdicts);
  const said = bill.verdicts.filter((one) => !before.has(one));
  const changes: Record<string, [unknown, unknown]> = {};
  if (sum(was?.expected ?? null) !== sum(bill.expected)) {
    changes.expected = [sum(was?.expected ?? null), sum(bill.expected)];
  }
  if (!was?.billed && bill.billed) changes.billed = [null, sum(bill.billed)];
  if (said.length > 0) {
    changes.verdicts = [
      [],
      said.map(({ key, verdict, cents, memo }) =>
        [`${key.split(':')[0]} ${decimalOfCents(cents)}: ${verdict}`, ...(memo ? [memo] : [])].join(', '),
      ),
    ];
  }
  return changes;
}
