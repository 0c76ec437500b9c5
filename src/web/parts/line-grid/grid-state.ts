/**
 * The cells of a document's lines as a spreadsheet: where one stands, what is typed, which lines there are. Pure; looking
 * up SKUs is the hook's (`use-line-grid.ts`), what the cells are the document's (`GridKind`). At the end there is always
 * one empty line while lines may be added.
 */
import { type GridRow, isBlankRow, textIn } from './grid-row.ts';

type Sku = { readonly skuId: number; readonly code: string };

/** What the lines of a kind of document are made of, and what follows from what is typed. */
export type GridKind<Cell extends string, Row extends GridRow, Found extends Sku, Are> = {
  /** In their order; the first is the code. */
  readonly cells: readonly Cell[];
  readonly words: Readonly<Record<Cell, string>>;
  readonly isFigure: (cell: Cell) => boolean;
  /** Lines of one document. */
  readonly most: number;
  readonly blank: (key: string) => Row;
  /** What was typed as it is kept: "11/30" a day, "2.50" a number; what is none stays as it was typed. */
  readonly tidied: (row: Row, cell: Cell, are: Are) => Row;
  /** Where Enter goes: to what is still to be said of the line; null: to the next one. */
  readonly onward: (row: Row, cell: Cell) => Cell | null;
  /** More of it may cost less. */
  readonly repriced?: (row: Row) => Row;
  readonly filledFrom: (row: Row, sku: Found, are: Are) => Row;
  readonly notFound: (row: Row) => Row;
  /** Why a line cannot be taken off; null: it can. */
  readonly keptBecause?: (row: Row) => string | null;
};

export type At<Cell extends string> = { readonly row: number; readonly cell: Cell };
export type GridState<Cell extends string, Row extends GridRow, Are> = {
  /** What proposals depend on. */
  readonly are: Are;
  readonly rows: readonly Row[];
  readonly at: At<Cell>;
  /** As the row was before the cell was typed in: Escape brings it back. null: one only stands there. */
  readonly before: Row | null;
  /** Lines come and go. */
  readonly isOpen: boolean;
  /** Lines of the document that were taken off. */
  readonly removed: readonly number[];
  readonly made: number;
};
export type Step = 'up' | 'down' | 'left' | 'right' | 'next' | 'previous' | 'onward';
/** What a key may mean. */
export type KeyEvent =
  | { readonly type: 'step'; readonly step: Step }
  | { readonly type: 'jump'; readonly to: 'first' | 'last' | 'rowStart' | 'rowEnd' | 'pageUp' | 'pageDown' }
  | { readonly type: 'edit' }
  | { readonly type: 'takeBack' }
  | { readonly type: 'insert' }
  | { readonly type: 'remove'; readonly row: number };
export type GridEvent<Cell extends string, Row extends GridRow, Found, Are> =
  | KeyEvent
  | { readonly type: 'go'; readonly to: At<Cell> }
  | { readonly type: 'typed'; readonly text: string }
  /** The cell is left without going elsewhere in the grid. */
  | { readonly type: 'leave' }
  | { readonly type: 'putBack'; readonly row: Row; readonly index: number }
  /** `text` is what was looked for: the answer to an older one is dropped. */
  | { readonly type: 'found'; readonly key: string; readonly text: string; readonly sku: Found | null }
  | { readonly type: 'freeText'; readonly key: string; readonly text: string }
  | { readonly type: 'offered'; readonly key: string; readonly sku: Found }
  | { readonly type: 'bring'; readonly rows: readonly Omit<Row, 'key'>[] }
  | { readonly type: 'circumstances'; readonly are: Are };

const PAGE = 10;

export function gridRules<Cell extends string, Row extends GridRow, Found extends Sku, Are>(
  kind: GridKind<Cell, Row, Found, Are>,
) {
  type State = GridState<Cell, Row, Are>;
  type Event = GridEvent<Cell, Row, Found, Are>;
  const { cells, most, blank, repriced = (row: Row) => row } = kind;
  const code = 'code' as Cell;
  const isBlank = (row: Row) => isBlankRow(row, cells);

  const startOf = (rows: readonly Row[], isOpen: boolean, are: Are): State =>
    withBlank({
      are,
      rows,
      at: { row: 0, cell: isOpen ? code : ('quantity' as Cell) },
      before: null,
      isOpen,
      removed: [],
      made: 0,
    });

  /** The lines there are, without the empty one that waits. */
  const linesIn = ({ rows }: Pick<State, 'rows'>): readonly Row[] => rows.filter((row) => !isBlank(row));

  function withBlank(state: State): State {
    const { rows, isOpen, made } = state;
    const last = rows.at(-1);
    if (!isOpen || (last && isBlank(last)) || linesIn(state).length >= most) return state;
    return { ...state, rows: [...rows, blank(`new ${made}`)], made: made + 1 };
  }

  const withRow = (state: State, index: number, change: (row: Row) => Row): State => ({
    ...state,
    rows: state.rows.map((row, at) => (at === index ? change(row) : row)),
  });
  const withKey = (state: State, key: string, change: (row: Row) => Row): State =>
    withRow(
      state,
      state.rows.findIndex((row) => row.key === key),
      change,
    );
  const clamp = (state: State, row: number) => Math.max(0, Math.min(state.rows.length - 1, row));

  function left(state: State): State {
    if (!state.before) return state;
    const { at, are } = state;
    return { ...withRow(state, at.row, (row) => kind.tidied(row, at.cell, are)), before: null };
  }

  function stepped(state: State, step: Step): State {
    const { row, cell } = state.at;
    const column = cells.indexOf(cell);
    const to = (nextRow: number, nextCell: Cell): State => ({
      ...state,
      at: { row: clamp(state, nextRow), cell: nextCell },
    });
    switch (step) {
      case 'up':
        return to(row - 1, cell);
      case 'down':
        return to(row + 1, cell);
      case 'left':
        return to(row, cells[column - 1] ?? cell);
      case 'right':
        return to(row, cells[column + 1] ?? cell);
      case 'next':
        return column < cells.length - 1 ? to(row, cells[column + 1]!) : to(row + 1, cells[0]!);
      case 'previous':
        return column > 0 ? to(row, cells[column - 1]!) : to(row - 1, cells.at(-1)!);
      case 'onward': {
        // Where lines neither come nor go, Enter is the next cell below, as in any spreadsheet.
        if (!state.isOpen) return to(row + 1, cell);
        const next = kind.onward(state.rows[row]!, cell);
        return next ? to(row, next) : to(row + 1, code);
      }
    }
  }

  function jumped(state: State, to: Extract<KeyEvent, { type: 'jump' }>['to']): State {
    const { row, cell } = state.at;
    const at: Record<typeof to, At<Cell>> = {
      first: { row: 0, cell: cells[0]! },
      last: { row: state.rows.length - 1, cell: cells.at(-1)! },
      rowStart: { row, cell: cells[0]! },
      rowEnd: { row, cell: cells.at(-1)! },
      pageUp: { row: clamp(state, row - PAGE), cell },
      pageDown: { row: clamp(state, row + PAGE), cell },
    };
    return { ...state, at: at[to] };
  }

  function typed(state: State, text: string): State {
    const { row: index, cell } = state.at;
    const before = state.before ?? state.rows[index]!;
    const now = withRow(state, index, (row) => {
      const next: Row = { ...row, [cell]: text, proposed: row.proposed.filter((one) => one !== cell) };
      if (cell === code) return { ...next, skuId: null, found: null, isNotFound: false, unit: '' };
      return cell === 'quantity' ? repriced(next) : next;
    });
    return withBlank({ ...now, before });
  }

  /** Only the cell: what was looked up meanwhile stays. */
  function takenBack(row: Row, before: Row, cell: Cell): Row {
    const { skuId, found, isNotFound, unit } = before;
    const proposed = [
      ...row.proposed.filter((one) => one !== cell),
      ...before.proposed.filter((one) => one === cell),
    ];
    const back: Row = { ...row, [cell]: textIn(before, cell), proposed };
    if (cell === code) return { ...back, code: before.code, skuId, found, isNotFound, unit };
    return cell === 'quantity' ? repriced(back) : back;
  }

  function removed(state: State, index: number): State {
    const row = state.rows[index];
    if (!state.isOpen || !row || (isBlank(row) && index === state.rows.length - 1)) return state;
    if (kind.keptBecause?.(row)) return state;
    const whole = withBlank({
      ...state,
      rows: state.rows.filter((_, at) => at !== index),
      removed: row.lineId === null ? state.removed : [...state.removed, row.lineId],
      before: null,
    });
    return {
      ...whole,
      at: { ...state.at, row: clamp(whole, state.at.row > index ? state.at.row - 1 : state.at.row) },
    };
  }

  /** Below the line one stands on, in an empty one's place. */
  function brought(state: State, rows: readonly Omit<Row, 'key'>[]): State {
    const here = state.rows[state.at.row];
    const at = here && !isBlank(here) ? state.at.row + 1 : state.at.row;
    const fresh = rows.map((row, index) => ({ ...row, key: `new ${state.made + index}` }) as Row);
    const after = here && isBlank(here) ? at + 1 : at;
    return withBlank({
      ...state,
      rows: [...state.rows.slice(0, at), ...fresh, ...state.rows.slice(after)],
      made: state.made + fresh.length,
      before: null,
      at: { row: at, cell: code },
    });
  }

  function next(state: State, event: Event): State {
    switch (event.type) {
      case 'go': {
        const isHere = event.to.row === state.at.row && event.to.cell === state.at.cell;
        return isHere ? state : { ...left(state), at: { ...event.to, row: clamp(state, event.to.row) } };
      }
      case 'step':
        return stepped(left(state), event.step);
      case 'jump':
        return jumped(left(state), event.to);
      case 'edit':
        return state.before ? state : { ...state, before: state.rows[state.at.row]! };
      case 'typed':
        return typed(state, event.text);
      case 'takeBack': {
        const { before, at } = state;
        if (!before) return state;
        return { ...withRow(state, at.row, (row) => takenBack(row, before, at.cell)), before: null };
      }
      case 'leave':
        return left(state);
      case 'insert': {
        if (!state.isOpen || linesIn(state).length >= most) return state;
        const rows = state.rows.toSpliced(state.at.row, 0, blank(`new ${state.made}`));
        return { ...left(state), rows, made: state.made + 1, at: { ...state.at, cell: code } };
      }
      case 'remove':
        return removed(state, event.row);
      case 'putBack':
        return {
          ...state,
          rows: state.rows.toSpliced(Math.min(event.index, state.rows.length), 0, event.row),
          removed: state.removed.filter((id) => id !== event.row.lineId),
        };
      case 'found':
        return withKey(state, event.key, (row) => {
          if (row.code !== event.text) return row;
          return event.sku ? kind.filledFrom(row, event.sku, state.are) : kind.notFound(row);
        });
      case 'freeText':
        return withKey(state, event.key, (row) => ({
          ...row,
          code: '',
          skuId: null,
          found: null,
          isNotFound: false,
          description: event.text,
        }));
      case 'offered':
        return withKey(state, event.key, (row) =>
          row.skuId === event.sku.skuId ? kind.filledFrom(row, event.sku, state.are) : row,
        );
      case 'bring':
        return brought(left(state), event.rows);
      case 'circumstances':
        return { ...state, are: event.are };
    }
  }
  return { startOf, linesIn, next };
}
