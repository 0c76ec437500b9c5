/** What the server refused, at the cell it is about. */
import { problemOf } from '../../../lib/api.ts';
import { fieldErrorText } from '../../../lib/field-error-text.ts';
import { CELLS, type Cell, type Row } from './item-row.ts';
import { cellOf, type Faults, type WrittenItem } from './items-to-send.ts';

type Placed = { readonly faults: Faults /** What belongs to no cell. */; readonly rest: unknown };

const isCell = (cell: string): cell is Cell => (CELLS as readonly string[]).includes(cell);

/** @param sent the items in the order they were sent in */
export function refusalsOf(error: unknown, rows: readonly Row[], sent: readonly WrittenItem[]): Placed {
  const problem = problemOf(error);
  const fields = problem?.fields ?? [];
  const made = rows.filter(({ lineId }) => lineId === null);
  const rowAt = (index: number): Row | undefined => {
    const item = sent[index];
    if (!item) return undefined;
    if (item.id !== null) return rows.find(({ lineId }) => lineId === item.id);
    return made[sent.slice(0, index).filter(({ id }) => id === null).length];
  };
  const faults = new Map<string, Map<Cell, string>>();
  let isPlaced = fields.length > 0;
  for (const field of fields) {
    const [, index, last = ''] = /(?:^|\.)items\.(\d+)\.(\w+)$/.exec(field.path) ?? [];
    const row = index === undefined ? undefined : rowAt(Number(index));
    const cell = cellOf(last);
    if (row && isCell(cell))
      faults.set(row.key, (faults.get(row.key) ?? new Map<Cell, string>()).set(cell, fieldErrorText(field)));
    else isPlaced = false;
  }
  return { faults, rest: isPlaced ? null : error };
}
