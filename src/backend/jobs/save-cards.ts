/**
 * Saving job cards after a decision: schedule guards under technician locks, records with history and operation,
 * assignments, occupancy, messages, and the change feed. One path for booking, commands, undo, demo and import.
 */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { JobCard } from '#domain/job/job-card.ts';
import { countWaiting } from '../capacity/counters.ts';
import { requirePlaces } from '../capacity/promised-anew.ts';
import { type Emission, emitChanges } from '../changes/emit.ts';
import { queueMessages } from '../messages/queue.ts';
import { type Conflicts, enforceSchedule, type ScheduleNote, saveOccupancy } from '../schedule/enforce.ts';
import type { CommandContext } from '../write/context.ts';
import { isInvoiceKind } from '../write/records.ts';
import { type Operation, type RecordChange, type Saved, saveRecords } from '../write/save.ts';
import { jobInvoices } from './invoice-views.ts';
import { cardChanges, type StoredCard, saveAssignments } from './store.ts';
import { appointmentViewsOf, jobViews } from './views.ts';

export type CardPair = { readonly before: StoredCard | null; readonly after: JobCard };

export type CardsSaved = Saved & { readonly notes: readonly ScheduleNote[] };

/**
 * @param extra records saved in the same operation: a new customer, the job's invoice
 * @param conflicts what to do when time is taken: refuse, override with a reason, or drop and list (remove cancellation)
 */
export async function saveCards(
  tx: Transaction,
  context: CommandContext,
  operation: Operation,
  pairs: readonly CardPair[],
  conflicts: Conflicts,
  extra: readonly RecordChange[] = [],
): Promise<CardsSaved> {
  const enforced = await enforceSchedule(tx, context, pairs, conflicts);
  const kept = enforced.pairs;
  // Undo brings back what was promised before, and a bulk load what was promised elsewhere: counted, never refused.
  const isBack = operation.undoOf !== undefined && operation.again === undefined;
  if (!isBack && conflicts.mode !== 'quiet') {
    const overbooks =
      conflicts.mode === 'override' ||
      (conflicts.mode === 'drop' && conflicts.overbooks) ||
      (operation.again?.overbooks ?? false);
    await requirePlaces(tx, context, kept, overbooks);
  }
  await countWaiting(tx, kept);
  const isAsked = operation.undoOf === undefined && conflicts.mode !== 'drop';
  const accepted = isAsked ? [...new Set(enforced.notes.map(({ code }) => code))] : [];
  const saved = await saveRecords(tx, context, { ...operation, accepted }, [
    ...extra.filter((change) => !isInvoiceKind(change.kind)),
    ...kept.flatMap(({ before, after }) => cardChanges(before, after)),
    // An invoice refers to its job, so it comes after.
    ...extra.filter((change) => isInvoiceKind(change.kind)),
  ]);
  await saveAssignments(tx, context, kept);
  await saveOccupancy(tx, kept);
  if (operation.silent) return { ...saved, notes: enforced.notes };
  await queueMessages(tx, context, operation.again?.verb ?? operation.verb, saved.operationId, kept);
  await emitCards(tx, context, operation.verb, saved);
  return { ...saved, notes: enforced.notes };
}

/** Feed rows: each changed job, and every appointment that changed itself or whose job did (it shows the job's fields). */
export async function emitCards(
  tx: Transaction,
  context: CommandContext,
  verb: string,
  saved: Saved,
): Promise<void> {
  const jobs = saved.changes.filter((change) => change.kind === 'job');
  const appointments = saved.changes.filter((change) => change.kind === 'appointment');
  const jobIds = [
    ...new Set([...jobs.map((one) => one.after.id), ...appointments.map((one) => one.after.jobId as Id)]),
  ];
  if (jobIds.length === 0 && !saved.changes.some(({ kind }) => kind === 'invoice')) return;
  const changedJobs = new Map(jobs.map((one) => [one.after.id, one]));
  const changedAppointments = new Map(appointments.map((one) => [one.after.id, one]));
  const views = await appointmentViewsOf(tx, { jobIds });
  const unitOf = new Map(views.map((view) => [view.jobId, view.businessUnitId]));
  const emissions: Emission[] = [];
  for (const record of await jobViews(tx, [...changedJobs.keys()])) {
    const change = changedJobs.get(record.id)!;
    const type = verb.startsWith('job.') ? verb : 'job.changed';
    emissions.push({
      type,
      kind: 'job',
      id: record.id,
      version: record.version,
      fields: Object.keys(change.fields),
      businessUnitId: record.businessUnitId,
      record,
    });
  }
  for (const record of views) {
    const change = changedAppointments.get(record.id);
    if (!change && !changedJobs.has(record.jobId)) continue;
    const type = change && verb.startsWith('appointment.') ? verb : 'appointment.changed';
    const fields = change ? Object.keys(change.fields) : [];
    emissions.push({
      type,
      kind: 'appointment',
      id: record.id,
      version: record.version,
      fields,
      businessUnitId: record.businessUnitId,
      record,
    });
  }
  const invoices = new Map(
    saved.changes
      .filter((change) => change.kind === 'invoice')
      .map((change) => [change.after.jobId as Id, change]),
  );
  for (const [jobId, record] of await jobInvoices(tx, [...invoices.keys()])) {
    const change = invoices.get(jobId)!;
    emissions.push({
      type: 'invoice.changed',
      kind: 'invoice',
      id: record.id,
      version: change.version,
      fields: Object.keys(change.fields),
      businessUnitId: unitOf.get(jobId) ?? (change.after.businessUnitId as Id),
      record,
    });
  }
  await emitChanges(tx, context, saved.operationId, emissions);
}
