/** What became of a file, as it is told, and by what it is known again when it is written. */
import { createHash } from 'node:crypto';
import type { ListImportPlan, RowPlan } from '#contract/list-import.ts';
import type { ImportChecked } from '#contract/list-imported.ts';
import { fateCounts, rowsToRead } from '#contract/rows-to-read.ts';
import type { Decision } from '#domain/decision.ts';
import type { SetupValues } from '#domain/setup/fields.ts';

/** A row with what its record holds now: two who change the same field are told of it, others are not. */
export type CheckedRow = RowPlan & { readonly before: SetupValues | null };
export type CheckedFile =
  | Extract<ListImportPlan, { ok: false }>
  | { readonly ok: true; readonly rows: readonly CheckedRow[]; readonly ignored: readonly string[] };

const NONE = { create: 0, update: 0, unchanged: 0, reject: 0 };

export function checkedImport(file: CheckedFile): ImportChecked {
  if (!file.ok) {
    const { code, line, column = null } = file;
    return { problem: { code, line, column }, seen: 'nothing', counts: NONE, ignored: [], rows: [] };
  }
  return {
    problem: null,
    seen: seenOf(file.rows),
    counts: fateCounts(file.rows),
    ignored: [...file.ignored],
    rows: rowsToRead(file.rows).map(({ line, name, fate, changed, reasons }) => ({
      line,
      name,
      fate,
      changed: [...changed],
      reasons: reasons.map(({ column, code, text, issue, refusal }) => ({
        column,
        code,
        text,
        ...(issue && { issue: { field: issue.field, code: issue.code, message: issue.message } }),
        ...(refusal && { refusal: { code: refusal.code, params: { ...refusal.params } } }),
      })),
    })),
  };
}

/** Of every row which record it is, what it changes, from what to what. */
export function seenOf(rows: readonly CheckedRow[]): string {
  const hash = createHash('sha256');
  for (const { line, fate, id, before, values } of rows) {
    const from = before && Object.fromEntries(Object.keys(values).map((field) => [field, before[field]]));
    hash.update(JSON.stringify([line, fate, fate === 'reject' ? null : [id, from, values]]));
  }
  return hash.digest('hex');
}

/** A row the rules refuse is left out with what they say. */
export function unlessRefused(row: CheckedRow, decided: Decision<unknown>): CheckedRow {
  if (decided.ok) return row;
  const { code, params } = decided.refusal;
  const reason = { column: null, code: 'refused', text: '', refusal: { code, params } } as const;
  return { ...row, fate: 'reject', reasons: [...row.reasons, reason] };
}
