/** What each column of a file of records probably means, by its heading. People correct it before anything is read. */
import { plainHeader } from '../import-requests/cell-text.ts';
import { COLUMN_NAMES } from './column-names.ts';
import type { RecordField } from './kinds.ts';
import type { RecordImportKind } from './record-kinds.ts';

/** One guess per column, each field at most once, `ignore` for the rest. */
export function guessRecordColumns(kind: RecordImportKind, headers: readonly string[]): RecordField[] {
  const names = headers.map(plainHeader);
  const guesses = headers.map((): RecordField => 'ignore');
  for (const [field, known] of COLUMN_NAMES[kind]) {
    const column = known
      .split(', ')
      .map((name) => names.findIndex((have, index) => have === name && guesses[index] === 'ignore'))
      .find((index) => index >= 0);
    if (column !== undefined) guesses[column] = field;
  }
  return guesses;
}
