/** Where a key leads from a cell one types in: as in any spreadsheet, while the text box keeps what is its own. Pure. */
export type At = { readonly row: number; readonly column: number };
export type Key = {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly isMod: boolean;
  readonly altKey: boolean;
};
export type Where = {
  readonly rows: number;
  /** Of the row, the cells one types in. */
  readonly columns: number;
  /** The caret is at that end of the text, or all of it is selected. */
  readonly isAtStart: boolean;
  readonly isAtEnd: boolean;
};

const PAGE = 10;

/** null: the key is the text box's, or the page's. */
export function cellAfter(
  { key, shiftKey, isMod, altKey }: Key,
  { row, column }: At,
  where: Where,
): At | null {
  const { rows, columns, isAtStart, isAtEnd } = where;
  const to = (nextRow: number, nextColumn = column): At | null => {
    const at = {
      row: Math.max(0, Math.min(rows - 1, nextRow)),
      column: Math.max(0, Math.min(columns - 1, nextColumn)),
    };
    return at.row === row && at.column === column ? null : at;
  };
  if (altKey) return null;
  if (isMod) return key === 'Home' ? to(0, 0) : key === 'End' ? to(rows - 1, columns - 1) : null;
  switch (key) {
    case 'ArrowUp':
      return to(row - 1);
    case 'ArrowDown':
      return to(row + 1);
    case 'Enter':
      return to(row + (shiftKey ? -1 : 1));
    case 'PageUp':
      return to(row - PAGE);
    case 'PageDown':
      return to(row + PAGE);
    case 'ArrowLeft':
      return !shiftKey && isAtStart ? to(row, column - 1) : null;
    case 'ArrowRight':
      return !shiftKey && isAtEnd ? to(row, column + 1) : null;
    default:
      return null;
  }
}
