/** Set-up lists as records (domain/setup/kinds.ts): read, add, change, hide. One way for every kind. */

import { ProblemError } from '#contract/problem.ts';
import type { ChangeSetupRecord, NewSetupRecord, SetupRecord, SetupRecords } from '#contract/setup-record.ts';
import { lockForCompany } from '#db/company-lock.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { SetupValues } from '#domain/setup/fields.ts';
import { SETUP_TITLES, type SetupArea, type SetupKind } from '#domain/setup/kind-titles.ts';
import { setupKind } from '#domain/setup/kinds.ts';
import { relationFaults } from '#domain/setup/relations.ts';
import { emitChanges } from '../changes/emit.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds } from '../write/ids.ts';
import { loadRecords, selectList } from '../write/load.ts';
import { must } from '../write/must.ts';
import { quoted, RECORDS, type StoredRecord } from '../write/records.ts';
import { type RecordChange, saveRecords } from '../write/save.ts';
import { checkVersions } from '../write/stale.ts';
import { checkReferences, checkUnique } from './checks.ts';
import { completeValues } from './complete.ts';
import { isPattern, patternSpans, settleSpans } from './pattern-spans.ts';
import { decidePeriodChanges } from './periods.ts';
import { toldRecords } from './told.ts';

type Written = { operationId: Id; merged: boolean; record: SetupRecord };

/** The list whole: the longest an office has are its technicians and job types, some hundreds. */
export async function setupRecords(tx: Transaction, kind: SetupKind): Promise<SetupRecords> {
  const stored = await storedRecords(tx, kind);
  return { kind, items: await toldRecords(tx, kind, stored) };
}

/** In the order of their names. */
export const storedRecords = (tx: Transaction, kind: SetupKind): Promise<StoredRecord[]> =>
  tx.query<StoredRecord>(
    `select ${selectList(kind, 'r')} from ${RECORDS[kind].table} r where r.tenant_id = $1
     order by lower(r.${quoted(setupKind(kind).naming)}::text) collate "C", r.id`,
    [tx.tenantId],
  );

/**
 * One at a time per company: names are unique, and two admins must not take one at once. The first lock of the
 * command (backend/README.md).
 */
export async function lockSetup(tx: Transaction): Promise<void> {
  await lockForCompany(tx, 'company.setup');
}

/** Throws request.invalid (400) with the fields that are taken, record.not_found (404) for what it names. */
export async function createSetupRecord(
  tx: Transaction,
  context: CommandContext,
  { kind, values }: NewSetupRecord,
): Promise<Written> {
  await lockSetup(tx);
  await checkReferences(tx, kind, values);
  const [id] = (await newIds(tx, 1)) as [Id];
  const [complete] = (await completeValues(tx, kind, [values])) as [SetupValues];
  const after = { ...complete, id, active: true };
  await checkUnique(tx, kind, after, 'values');
  return save(tx, context, kind, [{ kind, before: null, after, label: labelOf(kind, values) }], id, false);
}

/** `active: false` hides it from new work; what names it keeps it. */
export async function changeSetupRecord(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { kind, expected, changes }: ChangeSetupRecord,
): Promise<Written> {
  await lockSetup(tx);
  const [before] = await loadRecords(tx, kind, [id], { lock: true });
  if (!before) throw new ProblemError('record.not_found', { kind });
  const merged = await checkVersions(tx, expected, [
    { kind, id, version: before.version, touches: Object.keys(changes) },
  ]);
  await checkReferences(tx, kind, changes);
  const after = { ...before, ...changes };
  checkRelations(kind, after as SetupValues);
  await checkUnique(tx, kind, after, 'changes');
  return save(tx, context, kind, [{ kind, before, after, label: labelOf(kind, after) }], id, merged);
}

/** A change of one field is held against the others as they are stored. Throws request.invalid. */
function checkRelations(kind: SetupKind, values: SetupValues): void {
  const faults = relationFaults(setupKind(kind), values);
  if (faults.length === 0) return;
  const fields = faults.map(({ field, phrase }) => ({
    path: `changes.${field}`,
    code: 'custom',
    message: phrase,
  }));
  throw new ProblemError('request.invalid', {}, fields);
}

/** “HVAC”; where the name may be empty or is another record's, what it is. */
export function labelOf(kind: SetupKind, values: SetupValues | StoredRecord): string {
  const { naming, one } = setupKind(kind);
  const name = values[naming];
  return typeof name === 'string' && name !== '' ? name : one;
}

/** Who may take a step back is told by what it is called (domain/roles.ts). */
const STEP_OF_AREA: Readonly<Record<SetupArea, string>> = {
  setupRecords: 'setup',
  workPatterns: 'work-pattern',
  laborCosts: 'labor-cost',
  purchasing: 'purchasing-setup',
  books: 'books-setup',
};

async function save(
  tx: Transaction,
  context: CommandContext,
  kind: SetupKind,
  changes: readonly RecordChange[],
  id: Id,
  merged: boolean,
): Promise<Written> {
  const operationId = await saveSetup(tx, context, kind, 'changed', changes);
  const [stored] = await loadRecords(tx, kind, [id]);
  const [record] = (await toldRecords(tx, kind, [stored!])) as [SetupRecord];
  return { operationId, merged, record };
}

/** Writes set-up records with what follows from them, and tells every screen to read its lists again. */
export async function saveSetup(
  tx: Transaction,
  context: CommandContext,
  kind: SetupKind,
  happened: 'changed' | 'imported',
  changes: readonly RecordChange[],
): Promise<Id> {
  must(await decidePeriodChanges(tx, changes));
  const verb = `${STEP_OF_AREA[SETUP_TITLES[kind].area]}.${happened}`;
  const spans = isPattern(kind) ? await patternSpans(tx, context.now, kind, changes) : null;
  const saved = await saveRecords(tx, context, { verb, undoable: true }, [
    ...changes,
    ...(spans?.changes ?? []),
  ]);
  await spans?.link();
  if (isPattern(kind)) await settleSpans(tx, context, kind, saved);
  await tellSetup(tx, context, saved.operationId, saved.changes[0]?.after.id);
  return saved.operationId;
}

/** `undefined`: nothing changed, so there is nothing to tell. */
export async function tellSetup(
  tx: Transaction,
  context: CommandContext,
  operationId: Id,
  id: Id | undefined,
): Promise<void> {
  if (id === undefined) return;
  await emitChanges(tx, context, operationId, [
    { type: 'setup.changed', kind: 'setup', id, version: 1, fields: [], businessUnitId: null, record: null },
  ]);
}
