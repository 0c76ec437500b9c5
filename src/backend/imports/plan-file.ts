/** The plan of a whole file in batches: two passes over the rules of `domain/import-requests`, the database unasked. */
import type { ImportMapping } from '#contract/import.ts';
import { pointTally } from '#domain/import-requests/default-points.ts';
import { fieldPositions } from '#domain/import-requests/mapping.ts';
import {
  type PlanSettings,
  type RowPlan,
  rejected,
  rowPlanner,
  tallyRow,
} from '#domain/import-requests/plan-rows.ts';
import type { Instant } from '#domain/time.ts';
import type { FileShape } from './file-shape.ts';
import { dataRows } from './inspect-file.ts';

/** One transaction each: large enough to be fast, small enough that others get their turn in between. */
const BATCH_ROWS = 500;
/** The first one is small: after it the database knows that the tables are not empty (`analyze` in run-import.ts). */
const FIRST_BATCH_ROWS = 20;

type FileToPlan = {
  readonly path: string;
  readonly shape: FileShape;
  readonly headers: readonly string[];
  readonly mapping: ImportMapping & { readonly asOf: Instant };
};

/** The same in batches: a small one first, then of `most`. */
export async function* batched<T>(rows: AsyncIterable<T>, most = BATCH_ROWS): AsyncGenerator<T[]> {
  let batch: T[] = [];
  let size = FIRST_BATCH_ROWS;
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
    size = most;
  }
  if (batch.length > 0) yield batch;
}

/** Plans in the file's order, at most `BATCH_ROWS` at a time. Aborting throws the signal's reason. */
export async function* planFile(file: FileToPlan, signal: AbortSignal): AsyncGenerator<RowPlan[]> {
  const settings: PlanSettings = {
    positions: fieldPositions(file.headers, file.mapping.columns),
    columns: file.headers.length,
    zone: file.mapping.timeZone,
    dates: file.mapping.dates,
    asOf: file.mapping.asOf,
    points: pointTally(),
  };
  for await (const row of dataRows(file.path, file.shape, signal)) {
    if ('cells' in row) tallyRow(row.cells, settings);
  }
  const decide = rowPlanner(settings);
  const rows = dataRows(file.path, file.shape, signal);
  async function* plans(): AsyncGenerator<RowPlan> {
    for await (const row of rows) {
      yield 'cells' in row
        ? decide(row.line, row.cells)
        : rejected(row.line, 'row.quotes', { from: row.line, to: row.brokenTo });
    }
  }
  yield* batched(plans());
}
