/** What each column of a file of records probably means, by its heading. People correct it before anything is read. */
import { COLUMN_NAMES } from './column-names.ts';
import type { RecordField, RecordImportKind } from './kinds.ts';

/** `CustomerID`, `Main Phone #s`, `E-mail`, `Customer: Name*` → `customer id`, `main phone s`, `e mail`, `customer name`. */
const plainHeader = (header: string): string =>
  header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

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
