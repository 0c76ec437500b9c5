/** The rows of a file of customers, locations or contacts, each read by itself; the database unasked. */

import { recordPositions } from '#domain/import-records/mapping.ts';
import { type RecordPlan, recordPlanner, rejectedRow } from '#domain/import-records/plan.ts';
import type { RecordImportKind } from '#domain/import-records/record-kinds.ts';
import { dataRows } from '../inspect-file.ts';
import type { StoredImport } from '../store.ts';

/** In the file's order. Aborting throws the signal's reason. */
export async function* planRecords(
  { kind, encoding, delimiter, columns, mapping }: StoredImport,
  path: string,
  signal: AbortSignal,
): AsyncGenerator<RecordPlan> {
  const headers = columns.map(({ name }) => name);
  const plan = recordPlanner(kind as Exclude<RecordImportKind, 'jobs'>, {
    positions: recordPositions(headers, mapping!.columns),
    columns: headers.length,
  });
  for await (const row of dataRows(path, { encoding, delimiter }, signal)) {
    yield 'cells' in row
      ? plan(row.line, row.cells)
      : rejectedRow(row.line, 'row.quotes', { from: row.line, to: row.brokenTo });
  }
}
