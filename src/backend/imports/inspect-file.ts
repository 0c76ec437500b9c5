/** The first look at an uploaded file: what it is, which columns it has, how many rows. Writes nothing. */
import { createReadStream } from 'node:fs';
import type { ImportFieldName } from '#contract/import.ts';
import type { ImportKind } from '#contract/import-kinds.ts';
import { guessRecordColumns } from '#domain/import-records/column-guesses.ts';
import { guessColumns } from '#domain/import-requests/column-guesses.ts';
import { type DateEvidence, hasDates, NO_EVIDENCE, withCell } from '#domain/import-requests/date-order.ts';
import { distinctHeaders } from '#domain/import-requests/mapping.ts';
import { type FileShape, fileShape, unreadable } from './file-shape.ts';
import { type CsvRow, readCsv } from './read-csv.ts';

export type FileColumn = {
  readonly name: string;
  readonly guess: ImportFieldName;
  readonly samples: readonly string[];
  /** Left out by files that were looked at before this was asked. */
  readonly dates?: DateEvidence | null;
};
export type FileInspection = FileShape & {
  readonly columns: readonly FileColumn[];
  readonly rowsTotal: number;
};

const MOST_COLUMNS = 200;
const SAMPLES = 5;
const SAMPLE_LENGTH = 80;
/** Samples are looked for here: some columns are empty for a long time, but the look must not become a search. */
const SAMPLED_ROWS = 200;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the database and the screen take none
const CONTROL = /[\u0000-\u001f\u007f]/g;
const shown = (text: string): string => text.replace(CONTROL, ' ').trim().slice(0, SAMPLE_LENGTH);

/** Rows after the header. */
export async function* dataRows(
  path: string,
  shape: FileShape,
  signal?: AbortSignal,
): AsyncGenerator<CsvRow> {
  let isHeader = true;
  for await (const row of readCsv(createReadStream(path), shape)) {
    signal?.throwIfAborted();
    if (!isHeader) yield row;
    isHeader = false;
  }
}

async function readHeader(path: string, shape: FileShape): Promise<string[]> {
  for await (const row of readCsv(createReadStream(path), shape)) {
    if (!('cells' in row)) throw unreadable('quote_not_closed', { line: row.line });
    if (row.cells.length > MOST_COLUMNS) throw unreadable('too_many_columns', { max: MOST_COLUMNS });
    return distinctHeaders(row.cells.map((cell) => cell.replace(CONTROL, ' ')));
  }
  throw unreadable('empty');
}

/** Reads the whole file twice. Throws ProblemError import.unreadable with a reason (`why`) and a line where there is one. */
export async function inspectFile(
  path: string,
  kind: ImportKind = 'service-requests',
): Promise<FileInspection> {
  const shape = await fileShape(createReadStream(path));
  const headers = await readHeader(path, shape);
  const samples = headers.map((): string[] => []);
  const dates = headers.map(() => NO_EVIDENCE);
  let rowsTotal = 0;
  for await (const row of dataRows(path, shape)) {
    rowsTotal++;
    if (!('cells' in row)) continue;
    // In every row: the one day above the twelfth that proves the order may stand far down.
    for (let index = 0; index < dates.length; index++)
      dates[index] = withCell(dates[index]!, row.cells[index] ?? '');
    if (rowsTotal > SAMPLED_ROWS) continue;
    for (const [index, found] of samples.entries()) {
      const value = shown(row.cells[index] ?? '');
      if (value !== '' && found.length < SAMPLES && !found.includes(value)) found.push(value);
    }
  }
  if (rowsTotal === 0) throw unreadable('no_rows');
  const guesses =
    kind === 'service-requests' ? guessColumns(headers, samples) : guessRecordColumns(kind, headers);
  const columns = headers.map((name, index) => ({
    name,
    guess: guesses[index]!,
    samples: samples[index]!,
    dates: hasDates(dates[index]!) ? dates[index]! : null,
  }));
  return { ...shape, columns, rowsTotal };
}
