/** The same step on many bills, each decided on by itself: what is refused stays as it is and is told. */
import type { BillsWritten } from '#contract/bill.ts';
import type { BodyOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Bill } from '#domain/bills/bill.ts';
import { decideBooks } from '#domain/bills/books.ts';
import type { Decision } from '#domain/decision.ts';
import type { CommandContext } from '../write/context.ts';
import { requireUnit } from '../write/require-unit.ts';
import { checkVersions } from '../write/stale.ts';
import { billDecision, DECISIVE, decidedOn, lockedWith, type Matched, saveBills } from './run.ts';
import { type BillOnFile, loadBills } from './store.ts';

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
  onEach(tx, context, BOOKS_VERBS[command], expected, () => (bill) => decideBooks(bill, command));

async function onEach(
  tx: Transaction,
  context: CommandContext,
  verb: string,
  expected: Chosen,
  step: (matched: Matched) => (bill: BillOnFile) => Decision<Bill>,
): Promise<BillsWritten> {
  const ids = [...new Set(expected.map(({ id }) => id))];
  const found = await loadBills(tx, ids);
  if (found.length < ids.length) throw new ProblemError('record.not_found', { kind: 'bill' });
  requireUnit(
    context.actor,
    found.map(({ businessUnitId }) => businessUnitId),
    'bill',
  );
  const orderIds = found.flatMap(({ orderId }) => (orderId === null ? [] : [orderId]));
  const locked = await lockedWith(
    tx,
    orderIds,
    found.flatMap(({ id, orderId }) => (orderId === null ? [id] : [])),
  );
  const ofOrder = new Map(locked.ofOrder);
  const alone = new Map(locked.alone);
  const outcomes: BillsWritten['outcomes'] = [];
  for (const { id, number, orderId } of found) {
    const matched = (orderId === null ? alone.get(id) : ofOrder.get(orderId))!;
    const { version } = matched.before.find((bill) => bill.id === id)!;
    await checkVersions(tx, expected, [{ kind: 'bill', id, version, touches: DECISIVE }]);
    const decision = decidedOn(matched, id, step(matched));
    if (decision.ok && orderId === null) alone.set(id, decision.value);
    else if (decision.ok) ofOrder.set(orderId!, decision.value);
    outcomes.push({
      id,
      number,
      problem: decision.ok ? null : { ...decision.refusal, params: { ...decision.refusal.params } },
    });
  }
  const all = [...ofOrder.values(), ...alone.values()];
  const saved = await saveBills(tx, context, { verb }, all);
  return { operationId: saved.operationId, outcomes };
}
