/**
 * Checking and running an import, batch by batch: each batch is a transaction of its own together with the import's
 * progress and the fates of its rows, so that a kill at any moment leaves whole batches and a second run goes on.
 */

import type { ImportRow } from '#contract/import.ts';
import type { RowPlan } from '#domain/import-requests/plan-rows.ts';
import { rejectedRow, writeInHalves } from './in-halves.ts';
import { placeKey } from './places.ts';
import { planFile } from './plan-file.ts';
import {
  after,
  analyze,
  type ImportTask,
  inTransaction,
  NOTHING,
  type Progress,
  plus,
  saveProgress,
} from './progress.ts';
import { ensureSetup, foreseeJobTypes, foreseeSetup } from './setup-records.ts';
import { deleteRows, updateImport } from './store.ts';
import { settle, writeBatch } from './write-batch.ts';

function batchesOf({ stored, path, signal }: ImportTask): AsyncGenerator<RowPlan[]> {
  const { encoding, delimiter, columns, mapping } = stored;
  if (!mapping) throw new Error(`Import ${stored.id} has no mapping`);
  return planFile(
    { path, shape: { encoding, delimiter }, headers: columns.map(({ name }) => name), mapping },
    signal,
  );
}

/** Decides every row's fate and counts what a run would make, writing nothing but that. */
export async function checkImport(task: ImportTask): Promise<void> {
  const { id } = task.stored;
  const { timeZone } = task.stored.mapping!;
  const setup = await inTransaction(task, async (tx) => {
    await deleteRows(tx, id);
    return foreseeSetup(tx, timeZone);
  });
  const newPlaces = new Set<string>();
  const newTypes = new Set<string>();
  let progress: Progress = { ...NOTHING, made: setup };
  for await (const batch of batchesOf(task)) {
    const checked = await inTransaction(task, async (tx, context) => {
      const { rows, toBook, places } = await settle(tx, id, batch);
      const wanted = new Set(toBook.map(({ request }) => placeKey(request)));
      const fresh = [...wanted].filter((key) => !places.has(key) && !newPlaces.has(key));
      const categories = toBook.map(({ request }) => request.category);
      const types = (await foreseeJobTypes(tx, timeZone, categories)).filter((key) => !newTypes.has(key));
      const made = {
        job: toBook.length,
        customer: fresh.length,
        location: fresh.length,
        jobType: types.length,
      };
      const next = after(progress, rows, made);
      await saveProgress(tx, context, id, next, rows);
      return { next, fresh, types };
    });
    progress = checked.next;
    for (const key of checked.fresh) newPlaces.add(key);
    for (const key of checked.types) newTypes.add(key);
    await task.stopIfAsked();
  }
  await inTransaction(task, (tx, context) =>
    updateImport(tx, id, context.now, { status: 'Checked', checked: true }),
  );
}

/** Writes what was checked. Rows an earlier attempt wrote keep their jobs and their fates. */
export async function runImport(task: ImportTask): Promise<void> {
  const { id, mapping, made } = task.stored;
  const begun = await inTransaction(task, async (tx, context) => {
    const found = await ensureSetup(tx, context, mapping!.timeZone);
    const first: Progress = { ...NOTHING, made: plus(made, found.made) };
    await updateImport(tx, id, context.now, { fates: {}, reasons: {}, made: first.made, rowsDone: 0 });
    return { setup: found.setup, progress: first };
  });
  const { setup } = begun;
  let { progress } = begun;
  let analyzeAt = 1;
  for await (const batch of batchesOf(task)) {
    progress = await writeInHalves(task, progress, batch, {
      write: (tx, context, rows) => writeBatch(tx, context, task.stored.id, rows, setup),
      refused,
    });
    if (progress.done >= analyzeAt) {
      await analyze(task.database);
      analyzeAt = progress.done * 4;
    }
    await task.stopIfAsked();
  }
  await inTransaction(task, (tx, context) => updateImport(tx, id, context.now, { status: 'Done' }));
}

const refused = ({ line, externalId, summary, reasons }: RowPlan, code: string): ImportRow =>
  rejectedRow({ line, externalId, summary }, [...reasons, { code: 'write.refused', params: { code } }]);
