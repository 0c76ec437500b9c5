/** Time off, non-job events and shifts: add, move, take back. The first two take a technician's time (domain-rules §4). */

import { ProblemError } from '#contract/problem.ts';
import type { Expected } from '#contract/scalars.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Instant } from '#domain/time.ts';
import { emitChanges } from '../changes/emit.ts';
import { loadReferences } from '../jobs/references.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import type { StoredRecord } from '../write/records.ts';
import { type RecordChange, saveRecords } from '../write/save.ts';
import { checkVersions } from '../write/stale.ts';
import { takeTime } from './occupancy.ts';

export type SpanKind = 'timeOff' | 'nonJobEvent' | 'shift';
export type SpanRecord = {
  id: Id;
  version: number;
  technicianId: Id;
  start: Instant;
  end: Instant;
  active: boolean;
  label?: string;
};
export type SpanWritten = { operationId: Id; merged: boolean; record: SpanRecord };

const WORDS = { timeOff: 'time-off', nonJobEvent: 'non-job-event', shift: 'shift' } as const;

export async function addSpan(
  tx: Transaction,
  context: CommandContext,
  kind: SpanKind,
  body: { technicianId: Id; start: Instant; end: Instant; label?: string },
): Promise<SpanWritten> {
  checkOrder(body);
  await loadReferences(tx, { technician: [body.technicianId] });
  const [id] = (await newIds(tx, 1)) as [Id];
  const after = { ...body, id, active: true };
  return save(
    tx,
    context,
    kind,
    `${WORDS[kind]}.added`,
    [{ kind, before: null, after, label: labelOf(kind, after) }],
    false,
  );
}

export async function changeSpan(
  tx: Transaction,
  context: CommandContext,
  kind: SpanKind,
  id: Id,
  body: { expected?: Expected; changes: Readonly<Record<string, unknown>> },
): Promise<SpanWritten> {
  const [before] = await loadRecords(tx, kind, [id], true);
  if (!before) throw new ProblemError('record.not_found', { kind });
  const touches = Object.keys(body.changes);
  const merged = await checkVersions(tx, body.expected, [{ kind, id, version: before.version, touches }]);
  const after = { ...before, ...body.changes } as StoredRecord & { start: Instant; end: Instant };
  checkOrder(after);
  return save(
    tx,
    context,
    kind,
    `${WORDS[kind]}.changed`,
    [{ kind, before, after, label: labelOf(kind, after) }],
    merged,
  );
}

function checkOrder({ start, end }: { start: Instant; end: Instant }): void {
  if (start >= end) throw new ProblemError('appointment.end_before_start', { start, end });
}

const labelOf = (kind: SpanKind, record: Readonly<Record<string, unknown>>): string =>
  String(record.label || { timeOff: 'Time off', nonJobEvent: 'Event', shift: 'Shift' }[kind]);

async function save(
  tx: Transaction,
  context: CommandContext,
  kind: SpanKind,
  verb: string,
  changes: readonly RecordChange[],
  merged: boolean,
): Promise<SpanWritten> {
  const { operationId } = await saveRecords(tx, context, { verb, undoable: true }, changes);
  const [record] = await spansChanged(tx, context, operationId, kind, [changes[0]!.after.id], verb);
  return { operationId, merged, record: record! };
}

/** Takes or frees the time of changed spans and tells the feed; undo calls it too. */
export async function spansChanged(
  tx: Transaction,
  context: CommandContext,
  operationId: Id,
  kind: SpanKind,
  ids: readonly Id[],
  type: string,
): Promise<SpanRecord[]> {
  const stored = await loadRecords<SpanRecord & StoredRecord>(tx, kind, ids);
  const records = stored.map(({ createdOn: _, modifiedOn: __, ...record }): SpanRecord => record);
  if (kind !== 'shift') await takeTime(tx, kind, records);
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
