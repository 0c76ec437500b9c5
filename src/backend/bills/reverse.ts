/** Taking a bill back: canceled while nothing is accepted of it, afterwards made good by a linked credit (domain-rules §6). */
import type { BillWritten } from '#contract/bill.ts';
import type { BodyOf } from '#contract/endpoints.ts';
import type { Transaction } from '#db/database.ts';
import { reverseBill } from '#domain/bills/reverse.ts';
import type { Id } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { withoutCredit } from '#domain/purchasing/vendor-return.ts';
import { returnsChanged } from '../vendor-returns/changed.ts';
import { lockedReturn } from '../vendor-returns/run.ts';
import { saveReturn } from '../vendor-returns/store.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds, takeNumbers } from '../write/ids.ts';
import { must } from '../write/must.ts';
import { checkVersions } from '../write/stale.ts';
import { billsChanged } from './changed.ts';
import { writeCosts } from './costs.ts';
import { billCardOf } from './queries.ts';
import { DECISIVE, lockedBill, type Matched, requireBill, saveBills, stepBill } from './run.ts';
import { type BillOnFile, billChanges, billsAbout } from './store.ts';

const VERB = 'bill.reversed';

export async function cancelBill(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected }: BodyOf<'bills.cancel'>,
): Promise<BillWritten> {
  const seen = await requireBill(tx, context.actor, id);
  if (!seen.reconciled) {
    return stepBill(tx, context, id, 'bill.canceled', expected, [{ type: 'cancel' }]);
  }
  // The order first, then the return, as every step on a return has it; the order is locked once more with its bills.
  const back = seen.returnId === null ? null : await lockedReturn(tx, context.actor, seen.returnId);
  const matched = await lockedBill(tx, seen);
  const bill = matched.before.find((one) => one.id === id)!;
  const merged = await checkVersions(tx, expected, [
    { kind: 'bill', id, version: bill.version, touches: DECISIVE },
  ]);
  const [creditId] = (await newIds(tx, 1)) as [Id];
  const stamp = { by: context.actor.userId, at: context.now };
  const decided = must(reverseBill(bill, await billsAbout(tx, bill), { id: creditId, stamp }));
  const number = await takeNumbers(tx, 'bill', 1);
  const credit: BillOnFile = { ...bill, ...decided, number, returnId: null, paidCents: cents(0) };
  const after: Matched = { ...matched, now: [...matched.now, credit] };
  const operationId = back
    ? await withReturn(tx, context, back, after)
    : (await saveBills(tx, context, { verb: VERB }, [after])).operationId;
  return { operationId, merged, card: await billCardOf(tx, context.actor, id) };
}

/** The return waits for the vendor's credit again: the right one has a place to go. */
async function withReturn(
  tx: Transaction,
  context: CommandContext,
  { before: back, order }: Awaited<ReturnType<typeof lockedReturn>>,
  { before, now, card, tolerances }: Matched,
): Promise<Id> {
  const changes = billChanges(before, now, card, tolerances);
  const number = order?.order.number ?? null;
  const saved = await saveReturn(tx, context, VERB, back, withoutCredit(back), number, changes);
  await writeCosts(tx, [{ before, after: now, lines: card.lines }]);
  await returnsChanged(tx, context, saved, VERB);
  await billsChanged(tx, context, saved);
  return saved.operationId;
}
