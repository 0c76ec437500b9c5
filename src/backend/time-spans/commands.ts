/** Time off, non-job events and shifts: add, move, take back. The first two take a technician's time (domain-rules §4). */

import { ProblemError } from '#contract/problem.ts';
import type { Expected } from '#contract/scalars.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { checkSpan, decideSpan, type SpanKind } from '#domain/schedule/spans.ts';
import type { Instant } from '#domain/time.ts';
import { emitChanges } from '../changes/emit.ts';
import { eventName } from '../changes/event-names.ts';
import { loadReferences } from '../jobs/references.ts';
import type { ScheduleNote } from '../schedule/enforce.ts';
import { told } from '../schedule/told.ts';
import type { CommandContext } from '../write/context.ts';
import { checkStandingKey } from '../write/external-key.ts';
import { newIds } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import type { StoredRecord } from '../write/records.ts';
import { type RecordChange, saveRecords } from '../write/save.ts';
import { checkVersions } from '../write/stale.ts';
import { NOTHING, takeTime } from './occupancy.ts';

export type SpanRecord = {
  id: Id;
  version: number;
  technicianId: Id;
  start: Instant;
  end: Instant;
  active: boolean;
  label?: string;
  externalKey: string | null;
};
export type SpanWritten = {
  operationId: Id;
  merged: boolean;
  record: SpanRecord;
  /** What it shares its time with. */
  notes: ScheduleNote[];
};

export async function addSpan(
  tx: Transaction,
  context: CommandContext,
  kind: SpanKind,
  body: { technicianId: Id; start: Instant; end: Instant; label?: string; externalKey: string | null },
): Promise<SpanWritten> {
  must(checkSpan(kind, body));
  await loadReferences(tx, { technician: [body.technicianId] });
  const [id] = (await newIds(tx, 1)) as [Id];
  const after = { ...body, id, active: true };
  await checkStandingKey(tx, context, kind, null, after);
  return save(
    tx,
    context,
    kind,
    eventName(kind, 'added'),
    { kind, before: null, after, label: labelOf(kind, after) },
    { merged: false },
  );
}

export async function changeSpan(
  tx: Transaction,
  context: CommandContext,
  kind: SpanKind,
  id: Id,
  body: { expected?: Expected; changes: Readonly<Record<string, unknown>> },
): Promise<SpanWritten> {
  const [before] = await loadRecords(tx, kind, [id], { lock: true });
  if (!before) throw new ProblemError('record.not_found', { kind });
  const touches = Object.keys(body.changes);
  const merged = await checkVersions(tx, body.expected, [{ kind, id, version: before.version, touches }]);
  const after = { ...before, ...body.changes } as StoredRecord & SpanRecord;
  must(checkSpan(kind, after));
  await checkStandingKey(tx, context, kind, before as StoredRecord & SpanRecord, after);
  return save(
    tx,
    context,
    kind,
    eventName(kind, 'changed'),
    { kind, before, after, label: labelOf(kind, after) },
    { merged },
  );
}

const labelOf = (kind: SpanKind, record: Readonly<Record<string, unknown>>): string =>
  String(record.label || { timeOff: 'Time off', nonJobEvent: 'Event', shift: 'Shift' }[kind]);

async function save(
  tx: Transaction,
  context: CommandContext,
  kind: SpanKind,
  verb: string,
  change: RecordChange & { after: Omit<SpanRecord, 'version'> },
  { merged }: Pick<SpanWritten, 'merged'>,
): Promise<SpanWritten> {
  const { conflicts, nameOf } = kind === 'shift' ? NOTHING : await takeTime(tx, kind, [change.after]);
  const shown = await told(tx, context, conflicts, nameOf);
  if (takesMore(change)) {
    const mayOverride = context.actor.rights.includes('overrideSchedule');
    must(decideSpan(kind, change.after.label ?? '', shown, mayOverride));
  }
  const { operationId } = await saveRecords(
    tx,
    context,
    { verb, undoable: true, ...(conflicts.length > 0 ? { reason: change.label } : {}) },
    [change],
  );
  const [record] = await tellSpans(tx, context, operationId, kind, [change.after.id], verb);
  const notes = shown.map(({ code, ...params }) => ({
    code: `schedule.${code}`,
    params,
  }));
  return { operationId, merged, record: record!, notes };
}

/** A new label, or less of the time, asks for nothing that was not given before. */
export function takesMore({
  before,
  after,
}: {
  before: StoredRecord | null;
  after: Omit<SpanRecord, 'version'>;
}) {
  const had = before as SpanRecord | null;
  return !(had?.active && had.start <= after.start && had.end >= after.end);
}

/** After an undo wrote the spans back: takes or frees their time and tells the feed. */
export async function spansChanged(
  tx: Transaction,
  context: CommandContext,
  operationId: Id,
  kind: SpanKind,
  ids: readonly Id[],
  type: string,
): Promise<void> {
  if (kind !== 'shift') await takeTime(tx, kind, await loadRecords<SpanRecord>(tx, kind, ids));
  await tellSpans(tx, context, operationId, kind, ids, type);
}

export async function tellSpans(
  tx: Transaction,
  context: CommandContext,
  operationId: Id,
  kind: SpanKind,
  ids: readonly Id[],
  type: string,
): Promise<SpanRecord[]> {
  const stored = await loadRecords<SpanRecord & StoredRecord>(tx, kind, ids);
  const records = stored.map(({ createdOn: _, modifiedOn: __, ...record }): SpanRecord => record);
  await emitChanges(
    tx,
    context,
    operationId,
    records.map((record) => ({
      type,
      kind,
      id: record.id,
      version: record.version,
      fields: [],
      businessUnitId: null,
      record,
    })),
  );
  return records;
}
