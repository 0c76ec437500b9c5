/** One line of the grid as it is typed, and what is filled in for somebody. */
/** A line as typed text. Each cell's text stands under its name. */
export type GridRow = {
  readonly key: string;
  /** null: not on the document yet. */
  readonly lineId: number | null;
  /** null: free text, or not looked up yet. */
  readonly skuId: number | null;
  readonly code: string;
  readonly description: string;
  readonly unit: string;
  /** Filled in for somebody: another SKU or quantity may fill them in anew until they are typed over. */
  readonly proposed: readonly string[];
  /** Looked for and not found: the line is free text, and says so. */
  readonly isNotFound: boolean;
  readonly found: object | null;
};
/** What stands in a cell. */
export const textIn = (row: GridRow, cell: string): string =>
  (row as never as Record<string, string>)[cell] ?? '';

/** Nothing stands in it that somebody typed: it is no line yet. */
export const isBlankRow = (row: GridRow, cells: readonly string[]): boolean =>
  row.lineId === null && cells.every((cell) => textIn(row, cell).trim() === '');

const mayPropose = (row: GridRow, cell: string): boolean =>
  textIn(row, cell).trim() === '' || row.proposed.includes(cell);

/** The row with a cell filled in, unless somebody typed there. Nothing to say says nothing, and clears no proposal. */
export function proposeIn<Row extends GridRow>(row: Row, cell: string, text: string): Row {
  if (!mayPropose(row, cell) || text === '') return row;
  const proposed = row.proposed.includes(cell) ? row.proposed : [...row.proposed, cell];
  return { ...row, [cell]: text, proposed };
}
