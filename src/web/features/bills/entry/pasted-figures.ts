/** A piece of a spreadsheet put into the paper from the cell one stands in: cells as they stand, nothing dropped. Pure. */
import { cellsPasted } from '../../../parts/pasted-cells.ts';
import { CELLS, type Cell, type EntryRow, strangeRow, typedInto } from './entry-rows.ts';

/** Down from the row and to the right from the cell; beyond the last row they are lines that were not ordered. */
export function withPasted(
  rows: readonly EntryRow[],
  from: { readonly row: number; readonly cell: Cell },
  text: string,
  made: number,
): { readonly rows: readonly EntryRow[]; readonly made: number } {
  const table = cellsPasted(text);
  const first = CELLS.indexOf(from.cell);
  const after = [...rows];
  let added = 0;
  for (const [down, texts] of table.entries()) {
    const at = from.row + down;
    if (at >= after.length) {
      after.push(strangeRow(made + added));
      added += 1;
    }
    for (const [right, cell] of texts.entries()) {
      const column = CELLS[first + right];
      // A line of the order keeps what it was ordered as.
      if (!column || (column === 'description' && after[at]!.line)) continue;
      after[at] = typedInto(after[at]!, column, cell.trim());
    }
  }
  return { rows: after, made: made + added };
}
