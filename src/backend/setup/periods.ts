/** Accounting periods beside being a set-up list: their months made at once, closed, opened again (domain-rules §7). */
import type { BodyOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { SetupRecord } from '#contract/setup-record.ts';
import { lockForCompany } from '#db/company-lock.ts';
import type { Transaction } from '#db/database.ts';
import type { Decision } from '#domain/decision.ts';
import type { Id } from '#domain/ids.ts';
import {
  decideClose,
  decidePeriods,
  decideReopen,
  monthsToMake,
  type Period,
} from '#domain/receivables/periods.ts';
import { dayOf } from '#domain/time.ts';

import { homeZone } from '../board/queries.ts';
import { allRecords } from '../list-imports/stored.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import type { StoredRecord } from '../write/records.ts';
import { type RecordChange, saveRecords } from '../write/save.ts';
import { checkVersions } from '../write/stale.ts';
import { lockSetup, saveSetup, tellSetup } from './records.ts';
import { toldRecords } from './told.ts';

type Stored = Period & StoredRecord;
type Written = { operationId: Id; items: SetupRecord[] };

const KIND = 'accountingPeriod' as const;

/** Whether periods may become so; asked before anything of them is written, by whatever command. */
export async function decidePeriodChanges(
  tx: Transaction,
  changes: readonly RecordChange[],
): Promise<Decision<null>> {
  const mine = changes.filter(({ kind }) => kind === KIND);
  if (mine.length === 0) return { ok: true, value: null };
  const before = await allRecords<Stored>(tx, KIND);
  const after = new Map<Id, Period>(before.map((one) => [one.id, one]));
  for (const change of mine) {
    after.set(change.after.id, { closed: null, ...change.after } as unknown as Period);
  }
  return decidePeriods(before, [...after.values()]);
}

export async function makeMonths(
  tx: Transaction,
  context: CommandContext,
  { year }: BodyOf<'accountingPeriods.makeMonths'>,
): Promise<Written> {
  await lockSetup(tx);
  const months = monthsToMake(year, await allRecords<Stored>(tx, KIND));
  if (months.length === 0) throw new ProblemError('period.nothing_to_make', { year });
  const ids = await newIds(tx, months.length);
  const changes = months.map((month, at) => ({
    kind: KIND,
    before: null,
    after: { ...month, id: ids[at]!, closed: null, externalKey: null, active: true },
    label: month.name,
  }));
  const operationId = await saveSetup(tx, context, KIND, 'changed', changes);
  return { operationId, items: await toldRecords(tx, KIND, await loadRecords(tx, KIND, ids)) };
}

/**
 * Waits for who is entering something at this moment, and keeps out who comes after (`firstOpenDay`).
 * @throws ProblemError record.not_found, session.forbidden for who may not close the books
 */
export async function closePeriod(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, reason }: BodyOf<'accountingPeriods.close'>,
): Promise<Written> {
  if (!context.actor.rights.includes('closeBooks')) {
    throw new ProblemError('session.forbidden', { right: 'closeBooks' });
  }
  const { all, period } = await locked(tx, id, expected);
  const today = dayOf(context.now, await homeZone(tx, context.actor));
  const closing = must(decideClose(all, period, today));
  const closed = { by: context.actor.userId, at: context.now, reason };
  return save(tx, context, 'books-setup.period-closed', reason, closing, closed);
}

export async function reopenPeriod(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, reason }: BodyOf<'accountingPeriods.reopen'>,
): Promise<Written> {
  const { all, period } = await locked(tx, id, expected);
  const opened = must(decideReopen(all, period));
  return save(tx, context, 'books-setup.period-reopened', reason, [opened], null);
}

async function locked(tx: Transaction, id: Id, expected: BodyOf<'accountingPeriods.close'>['expected']) {
  await lockForCompany(tx, 'company.books');
  await lockSetup(tx);
  const all = await allRecords<Stored>(tx, KIND);
  const period = all.find((one) => one.id === id && one.active);
  if (!period) throw new ProblemError('record.not_found', { kind: KIND });
  await checkVersions(tx, expected, [
    { kind: KIND, id, version: period.version, touches: ['startsOn', 'endsOn', 'closed'] },
  ]);
  return { all, period };
}

/** No undo: opening again is a step of its own, with its own reason, and not everybody's. */
async function save(
  tx: Transaction,
  context: CommandContext,
  verb: string,
  reason: string,
  periods: readonly Period[],
  closed: Period['closed'],
): Promise<Written> {
  const before = await loadRecords(
    tx,
    KIND,
    periods.map(({ id }) => id),
    { lock: true },
  );
  const changes = before.map((one) => ({
    kind: KIND,
    before: one,
    after: { ...one, closed },
    label: String(one.name),
  }));
  const saved = await saveRecords(tx, context, { verb, undoable: false, reason }, changes as RecordChange[]);
  await tellSetup(tx, context, saved.operationId, saved.changes[0]?.after.id);
  const stored = await loadRecords(
    tx,
    KIND,
    before.map(({ id }) => id),
  );
  return { operationId: saved.operationId, items: await toldRecords(tx, KIND, stored) };
}
