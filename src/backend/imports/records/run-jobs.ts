/**
 * Checking and running a file of open jobs. Whether a technician is free and whether the rules take a booking only the
 * booking itself can say, so the check books every batch and rolls it back.
 */
import type { ImportRow } from '#contract/import.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { recordPositions } from '#domain/import-records/mapping.ts';
import { type JobPlan, jobPlanner, rejectedJob } from '#domain/import-records/plan-job.ts';
import { bookJobs } from '../../jobs/book.ts';
import type { CommandContext } from '../../write/context.ts';
import { rejectedRow, writeInHalves } from '../in-halves.ts';
import { dataRows } from '../inspect-file.ts';
import { batched } from '../plan-file.ts';
import {
  after,
  analyze,
  type ImportTask,
  inTransaction,
  NOTHING,
  type Progress,
  plus,
  saveProgress,
} from '../progress.ts';
import { ensureCampaign, type Made } from '../setup-records.ts';
import { deleteRows, loadRowsAt, updateImport } from '../store.ts';
import { jobReferences } from './job-references.ts';
import { makeNames, NewNames, namedByJobs } from './new-names.ts';
import { settleJobs } from './settle-jobs.ts';
import { saveChanges } from './write-records.ts';

async function* plannedJobs({ stored, path, signal }: ImportTask): AsyncGenerator<JobPlan> {
  const { encoding, delimiter, columns, mapping } = stored;
  const headers = columns.map(({ name }) => name);
  const plan = jobPlanner({
    positions: recordPositions(headers, mapping!.columns),
    columns: headers.length,
    zone: mapping!.timeZone,
    dates: mapping!.dates,
  });
  for await (const row of dataRows(path, { encoding, delimiter }, signal)) {
    yield 'cells' in row
      ? plan(row.line, row.cells)
      : rejectedJob(row.line, 'row.quotes', { from: row.line, to: row.brokenTo });
  }
}

type Booked = { readonly rows: ImportRow[]; readonly made: Made; readonly names: NewNames };
/** Thrown to leave a transaction without a trace, with what it would have done. */
class TakenBack extends Error {
  readonly booked: Booked;
  constructor(booked: Booked) {
    super('taken back');
    this.booked = booked;
  }
}

export async function checkJobs(task: ImportTask): Promise<void> {
  const { id } = task.stored;
  await inTransaction(task, (tx) => deleteRows(tx, id));
  let progress = NOTHING;
  let foreseen = new NewNames();
  for await (const batch of batched(plannedJobs(task))) {
    const { rows, made, names } = await tried(task, batch, foreseen);
    foreseen = names;
    const next = after(progress, rows, made);
    await inTransaction(task, (tx, context) => saveProgress(tx, context, id, next, rows));
    progress = next;
    await task.stopIfAsked();
  }
  await inTransaction(task, (tx, context) =>
    updateImport(tx, id, context.now, { status: 'Checked', checked: true }),
  );
}

export async function runJobs(task: ImportTask): Promise<void> {
  const { id, made } = task.stored;
  let progress: Progress = { ...NOTHING, made };
  for await (const batch of batched(plannedJobs(task))) {
    progress = await writeInHalves(task, progress, batch, {
      write: (tx, context, rows) => write(tx, context, task, rows),
      refused,
    });
    await analyze(task.database);
    await task.stopIfAsked();
  }
  await inTransaction(task, (tx, context) => updateImport(tx, id, context.now, { status: 'Done' }));
}

/** Booked and taken back; a batch that the rules refuse in halves, until the one job stands alone. */
async function tried(task: ImportTask, batch: readonly JobPlan[], foreseen: NewNames): Promise<Booked> {
  try {
    await inTransaction(task, async (tx, context) => {
      throw new TakenBack(await bookBatch(tx, context, task.stored, batch, foreseen.copy()));
    });
    throw new Error('A check has not been taken back');
  } catch (error) {
    if (error instanceof TakenBack) return error.booked;
    if (!(error instanceof ProblemError)) throw error;
    if (batch.length === 1) return { rows: [refused(batch[0]!, error.code)], made: {}, names: foreseen };
    const middle = Math.ceil(batch.length / 2);
    const first = await tried(task, batch.slice(0, middle), foreseen);
    const halves = [first, await tried(task, batch.slice(middle), first.names)];
    const made: Record<string, number> = {};
    for (const half of halves)
      for (const [what, count] of Object.entries(half.made)) made[what] = (made[what] ?? 0) + count;
    return {
      rows: halves.flatMap(({ rows }) => rows),
      made,
      names: halves[1]!.names,
    };
  }
}

async function write(
  tx: Transaction,
  context: CommandContext,
  { stored }: ImportTask,
  batch: readonly JobPlan[],
): Promise<Booked> {
  const booked = await bookBatch(tx, context, stored, batch, new NewNames());
  if ((booked.made.job ?? 0) > 0) await updateImport(tx, stored.id, context.now, { writtenOn: context.now });
  return booked;
}

const refused = ({ line, key, summary }: JobPlan, code: string): ImportRow =>
  rejectedRow({ line, externalId: key, summary: summary.slice(0, 300) }, [
    { code: 'write.refused', params: { code } },
  ]);

async function bookBatch(
  tx: Transaction,
  context: CommandContext,
  { id: importId, mapping }: ImportTask['stored'],
  batch: readonly JobPlan[],
  names: NewNames,
): Promise<Booked> {
  const kept = await loadRowsAt(
    tx,
    importId,
    batch.map(({ line }) => line),
  );
  const campaign = await ensureCampaign(tx, context);
  const rest = batch.filter(({ line }) => !kept.has(line));
  // What every batch of a check makes anew is counted once.
  const lists = names.add([
    ...campaign.drafts,
    ...(await makeNames(tx, context, mapping, namedByJobs(rest))),
  ]);
  const { rows, toBook } = settleJobs(rest, await jobReferences(tx, rest), campaign.id, names);
  const told = new Map<number, ImportRow>([...kept, ...rows.map((row) => [row.line, row] as const)]);
  if (toBook.length > 0) {
    const saved = await bookJobs(
      tx,
      context,
      toBook.map(({ booking }) => booking),
      { verb: 'job.booked', undoable: false },
      { warnings: false, dropTaken: true },
    );
    const lineOf = new Map(saved.jobIds.map((jobId, index) => [jobId, toBook[index]!.line]));
    const jobOfVisit = new Map<unknown, Id>();
    const changes = saved.changes.flatMap(({ kind, after: record, version }) => {
      const jobId = (kind === 'job' ? record.id : record.jobId) as Id;
      if (kind === 'appointment') jobOfVisit.set(record.id, jobId);
      const line = lineOf.get(jobId);
      if (line === undefined || (kind !== 'job' && kind !== 'appointment')) return [];
      return { kind, id: record.id, line, version, created: true, fields: {}, saidBefore: null };
    });
    await saveChanges(tx, importId, changes);
    for (const [jobId, line] of lineOf) told.set(line, { ...told.get(line)!, jobId });
    for (const { code, params } of saved.notes) {
      const line = lineOf.get(jobOfVisit.get(params.appointmentId) ?? 0);
      if (code !== 'assignment.time_gone' || line === undefined) continue;
      const row = told.get(line)!;
      const reason = { code: 'technician.taken' as const, params: { name: String(params.technicianName) } };
      told.set(line, { ...row, fate: 'report', reasons: [...row.reasons, reason] });
    }
  }
  return {
    rows: batch.map(({ line }) => told.get(line)!),
    made: plus(lists, { job: toBook.length }),
    names,
  };
}
