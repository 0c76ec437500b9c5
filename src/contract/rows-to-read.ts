/** A file's rows as people are shown them: the first to read, and how many there are. */
import type { RowFate, RowPlan } from './list-import.ts';

/** More rows than anybody reads; the counts say the rest. */
const ROWS_SHOWN = 200;
const IN_READING_ORDER: readonly RowFate[] = ['reject', 'update', 'create', 'unchanged'];

/** The rows of a file that are shown before it is written: what is left out first, or it would hide behind the others. */
export const rowsToRead = <Row extends Pick<RowPlan, 'fate'>>(rows: readonly Row[]): Row[] =>
  [...rows]
    .sort((a, b) => IN_READING_ORDER.indexOf(a.fate) - IN_READING_ORDER.indexOf(b.fate))
    .slice(0, ROWS_SHOWN);

/** How many rows become what. */
export function fateCounts(rows: readonly Pick<RowPlan, 'fate'>[]): Record<RowFate, number> {
  const counts = { create: 0, update: 0, unchanged: 0, reject: 0 };
  for (const { fate } of rows) counts[fate]++;
  return counts;
}
