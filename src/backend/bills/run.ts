/** A step on bills: their order locked, then the order's bills; versions compared; decided on by the domain; saved. */
import type { BillWritten } from '#contract/bill.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Expected } from '#contract/scalars.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Bill } from '#domain/bills/bill.ts';
import { type BillCommand, decideBill } from '#domain/bills/decide.ts';
import { type MatchCard, matchBill, NO_ORDER, type Tolerances } from '#domain/bills/match.ts';
import type { Decision } from '#domain/decision.ts';
import type { Id } from '#domain/ids.ts';
import { loadOrders, type StoredOrderCard } from '../purchasing/store.ts';
import type { CommandContext } from '../write/context.ts';
import { grouped } from '../write/grouped.ts';
import { must } from '../write/must.ts';
import { requireUnit } from '../write/require-unit.ts';
import { type Saved, saveRecords } from '../write/save.ts';
import { checkVersions } from '../write/stale.ts';
import { tolerancesOf } from './asking.ts';
import type { BillOrigin } from './blank-bill.ts';
import { billsChanged } from './changed.ts';
import { type CostLine, writeCosts } from './costs.ts';
import { billCardOf } from './queries.ts';
import {
  type BillOnFile,
  billChanges,
  billsOfOrders,
  loadBills,
  lockedBills,
  type StoredBill,
} from './store.ts';

/** The bills of one order, or one bill of none, with what they are held against: as they were, and as they are to be. */
export type Matched = {
  readonly card: MatchCard & { readonly lines: readonly CostLine[] };
  readonly tolerances: Tolerances;
  /** The order's own; null for a bill of none, which stays what it is. */
  readonly origin: BillOrigin | null;
  readonly before: readonly StoredBill[];
  readonly now: readonly BillOnFile[];
};

/** @throws ProblemError record.not_found (404): unknown, another tenant's, or of a unit the actor is confined from */
export async function requireBill(tx: Transaction, actor: Actor, id: Id): Promise<StoredBill> {
  const [bill] = await loadBills(tx, [id]);
  if (!bill) throw new ProblemError('record.not_found', { kind: 'bill' });
  requireUnit(actor, [bill.businessUnitId], 'bill');
  return bill;
}

export type LockedBills = {
  readonly ofOrder: ReadonlyMap<Id, Matched>;
  /** Bills of no order, each by itself. */
  readonly alone: ReadonlyMap<Id, Matched>;
};

/** Orders first, then every bill of them and those of none, each in one statement in id order. */
export async function lockedWith(
  tx: Transaction,
  orderIds: readonly Id[],
  alone: readonly Id[] = [],
): Promise<LockedBills> {
  const cards = await loadOrders(tx, orderIds, { lock: true });
  return matchedWith(tx, cards, await lockedBills(tx, alone, orderIds));
}

/** The same for who only looks: nobody who receives or pays meanwhile waits for it. */
export async function readWith(tx: Transaction, orderIds: readonly Id[]): Promise<LockedBills> {
  return matchedWith(tx, await loadOrders(tx, orderIds), await billsOfOrders(tx, orderIds));
}

async function matchedWith(
  tx: Transaction,
  cards: readonly StoredOrderCard[],
  bills: readonly StoredBill[],
): Promise<LockedBills> {
  const vendorIds = [...cards.map(({ order }) => order.vendorId), ...bills.map(({ vendorId }) => vendorId)];
  const tolerances = await tolerancesOf(tx, vendorIds);
  const billsOf = grouped(bills, ({ orderId }) => orderId);
  const ofOrder = cards.map((card): [Id, Matched] => {
    const before = billsOf.get(card.order.id) ?? [];
    const of = { card, tolerances: tolerances.get(card.order.vendorId)!, origin: card.order };
    return [card.order.id, { ...of, before, now: before }];
  });
  const free = (billsOf.get(null) ?? []).map((bill): [Id, Matched] => {
    const of = {
      card: { ...NO_ORDER, lines: [] },
      tolerances: tolerances.get(bill.vendorId)!,
      origin: null,
    };
    return [bill.id, { ...of, before: [bill], now: [bill] }];
  });
  return { ofOrder: new Map(ofOrder), alone: new Map(free) };
}

/** The bill with all of its order, locked. */
export async function lockedBill(
  tx: Transaction,
  { id, orderId }: Pick<StoredBill, 'id' | 'orderId'>,
): Promise<Matched> {
  const locked = await lockedWith(tx, orderId === null ? [] : [orderId], orderId === null ? [id] : []);
  return (orderId === null ? locked.alone.get(id) : locked.ofOrder.get(orderId))!;
}

/** What every step on a bill is decided on: who has not seen the newest of these is told before it happens. */
export const DECISIVE = [
  'status',
  'billed',
  'expected',
  'verdicts',
  'syncStatus',
  'paidCents',
  'replacedById',
] as const;

/** The same bills with one after a step on it, or why not. */
export function decidedOn(
  matched: Matched,
  id: Id,
  decide: (bill: BillOnFile) => Decision<Bill>,
): Decision<Matched> {
  const bill = matched.now.find((one) => one.id === id)!;
  const decision = decide(bill);
  if (!decision.ok) return decision;
  const after = { ...bill, ...decision.value };
  return {
    ok: true,
    value: { ...matched, now: matched.now.map((one) => (one.id === id ? after : one)) },
  };
}

export const billDecision =
  ({ card, now, tolerances }: Matched, command: BillCommand, context: CommandContext) =>
  (bill: BillOnFile): Decision<Bill> =>
    decideBill(bill, command, (one) => matchBill(one, card, now, tolerances), {
      by: context.actor.userId,
      at: context.now,
    });

type Head = Partial<Pick<BillOnFile, 'vendorInvoiceNumber' | 'billDate' | 'dueDate'>>;
/** @param head written on the bill with the commands */
export async function stepBill(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  verb: string,
  expected: Expected,
  commands: readonly BillCommand[],
  head: Head = {},
): Promise<BillWritten> {
  const matched = await lockedBill(tx, await requireBill(tx, context.actor, id));
  const { version } = matched.before.find((bill) => bill.id === id)!;
  const merged = await checkVersions(tx, expected, [{ kind: 'bill', id, version, touches: DECISIVE }]);
  const after = commands.reduce<Matched>(
    (so, command) => must(decidedOn(so, id, billDecision(so, command, context))),
    { ...matched, now: matched.now.map((bill) => (bill.id === id ? { ...bill, ...head } : bill)) },
  );
  const memo = commands.flatMap((one) => ('memo' in one && one.memo ? [one.memo] : []))[0];
  const saved = await saveBills(tx, context, { verb, ...(memo ? { reason: memo } : {}) }, [after]);
  return { operationId: saved.operationId, merged, card: await billCardOf(tx, context.actor, id) };
}

/** As one operation, however many bills. */
export async function saveBills(
  tx: Transaction,
  context: CommandContext,
  operation: { readonly verb: string; readonly reason?: string },
  all: readonly Matched[],
): Promise<Saved> {
  const saved = await saveRecords(
    tx,
    context,
    { ...operation, undoable: false },
    all.flatMap(({ before, now, card, tolerances }) => billChanges(before, now, card, tolerances)),
  );
  await writeCosts(
    tx,
    all.map(({ before, now, card }) => ({ before, after: now, lines: card.lines })),
  );
  await billsChanged(tx, context, saved);
  return saved;
}
