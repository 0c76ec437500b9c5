import type { SetupRowPlan } from '#contract/setup-import.ts';

/** More rows than anybody reads; the counts say the rest. */
const ROWS_SHOWN = 200;
const ORDER: readonly SetupRowPlan['fate'][] = ['reject', 'update', 'create', 'unchanged'];

/** The rows of a file that are shown before it is written: what is left out first, or it would hide behind the others. */
export function rowsToRead<Row extends Pick<SetupRowPlan, 'fate'>>(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((a, b) => ORDER.indexOf(a.fate) - ORDER.indexOf(b.fate)).slice(0, ROWS_SHOWN);
}
