/** The same step on many bills, each decided on by itself: what is refused stays as it is and is told. */
import type { BillsWritten } from '#contract/bill.ts';
import type { BodyOf } from '#contract/endpoints.ts';
import type { Transaction } from '#db/database.ts';
import type { Bill } from '#domain/bills/bill.ts';
import { decideBooks } from '#domain/bills/books.ts';
import { type Decision, refuse } from '#domain/decision.ts';
import type { Id } from '#domain/ids.ts';
import type { CommandContext } from '../write/context.ts';
import { checkVersions } from '../write/stale.ts';
import {
  billDecision,
  DECISIVE,
  decidedOn,
  lockedWith,
  type Matched,
  requireBill,
  saveBills,
} from './run.ts';
import type { BillOnFile } from './store.ts';

type Chosen = BodyOf<'bills.books'>['expected'];

export const agreeMany = (
  tx: Transaction,
  context: CommandContext,
  { expected }: BodyOf<'bills.agreeMany'>,
): Promise<BillsWritten> =>
  onEach(tx, context, 'bill.agreed', expected, (matched) =>
    billDecision(matched, { type: 'agree' }, context),
  );

const BOOKS_VERBS = { post: 'bill.posted', unpost: 'bill.unposted', export: 'bill.exported' } as const;
export const billsInBooks = (
  tx: Transaction,
  context: CommandContext,
  { command, expected }: BodyOf<'bills.books'>,
): Promise<BillsWritten> =>
  onEach(tx, context, BOOKS_VERBS[command], expected, () => (bill) => {
    // Taken back out of the books while it is paid, the payment would stand against nothing.
    if (command === 'unpost' && bill.paidCents !== 0) return refuse('bill.paid');
    return decideBooks(bill, command);
  });

async function onEach(
  tx: Transaction,
  context: CommandContext,
  verb: string,
  expected: Chosen,
  step: (matched: Matched) => (bill: BillOnFile) => Decision<Bill>,
): Promise<BillsWritten> {
  const found = [];
  for (const id of new Set(expected.map((one) => one.id))) {
    found.push(await requireBill(tx, context.actor, id));
  }
  // Orders in id order, so that two such steps never wait in a circle.
  found.sort((a, b) => (a.orderId ?? 0) - (b.orderId ?? 0) || a.id - b.id);
  const all = new Map<Id | string, Matched>();
  const outcomes: BillsWritten['outcomes'] = [];
  for (const { id, number, orderId, vendorId } of found) {
    const key = orderId ?? `bill ${id}`;
    const matched = all.get(key) ?? (await lockedWith(tx, { id, orderId, vendorId }));
    const { version } = matched.before.find((bill) => bill.id === id)!;
    await checkVersions(tx, expected, [{ kind: 'bill', id, version, touches: DECISIVE }]);
    const decision = decidedOn(matched, id, step(matched));
    all.set(key, decision.ok ? decision.value : matched);
    outcomes.push({
      id,
      number,
      problem: decision.ok ? null : { ...decision.refusal, params: { ...decision.refusal.params } },
    });
  }
  const saved = await saveBills(tx, context, { verb }, [...all.values()]);
  return { operationId: saved.operationId, outcomes };
}
