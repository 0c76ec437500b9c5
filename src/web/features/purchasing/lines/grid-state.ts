/**
 * The cells of an order's lines as a spreadsheet: where one stands, what is typed, which lines there are. Pure; looking
 * up SKUs and saving are the hook's (`use-lines.ts`). At the end there is always one empty line while lines may be added.
 */

import { decimalOfQuantity, decimalOfUnitPrice, quantity, unitPrice } from '#domain/money.ts';
import { MOST_LINES } from '#domain/purchasing/purchase-order.ts';
import type { Day } from '#domain/time.ts';
import { readPrice, readUnits } from '../../../lib/read-decimal.ts';
import {
  blankRow,
  CELLS,
  type Cell,
  type Circumstances,
  type FoundSku,
  filledFrom,
  isBlank,
  notFound,
  type Row,
  repriced,
} from './line-row.ts';
import { readDay } from './read-day.ts';

export type At = { readonly row: number; readonly cell: Cell };
export type GridState = Circumstances & {
  readonly rows: readonly Row[];
  readonly at: At;
  /** As the row was before the cell was typed in: Escape brings it back. null: one only stands there. */
  readonly before: Row | null;
  /** Lines come and go. */
  readonly isOpen: boolean;
  /** Lines of the order that were taken off. */
  readonly removed: readonly number[];
  readonly made: number;
};
export type Step = 'up' | 'down' | 'left' | 'right' | 'next' | 'previous' | 'onward';
export type GridEvent =
  | { readonly type: 'go'; readonly to: At }
  | { readonly type: 'step'; readonly step: Step }
  | { readonly type: 'jump'; readonly to: 'first' | 'last' | 'rowStart' | 'rowEnd' | 'pageUp' | 'pageDown' }
  | { readonly type: 'edit' }
  | { readonly type: 'typed'; readonly text: string }
  | { readonly type: 'takeBack' }
  /** The cell is left without going elsewhere in the grid. */
  | { readonly type: 'leave' }
  | { readonly type: 'insert' }
  | { readonly type: 'remove'; readonly row: number }
  | { readonly type: 'putBack'; readonly row: Row; readonly index: number }
  /** `text` is what was looked for: the answer to an older one is dropped. */
  | { readonly type: 'found'; readonly key: string; readonly text: string; readonly sku: FoundSku | null }
  | { readonly type: 'freeText'; readonly key: string; readonly text: string }
  | { readonly type: 'offered'; readonly key: string; readonly sku: FoundSku }
  | { readonly type: 'bring'; readonly rows: readonly Omit<Row, 'key'>[] }
  | { readonly type: 'circumstances'; readonly are: Circumstances };

const PAGE = 10;

export const startOf = (rows: readonly Row[], isOpen: boolean, circumstances: Circumstances): GridState =>
  withBlank({
    ...circumstances,
    rows,
    at: { row: 0, cell: isOpen ? 'code' : 'quantity' },
    before: null,
    isOpen,
    removed: [],
    made: 0,
  });

/** The lines there are, without the empty one that waits. */
export const linesIn = ({ rows }: Pick<GridState, 'rows'>): readonly Row[] =>
  rows.filter((row) => !isBlank(row));

function withBlank(state: GridState): GridState {
  const { rows, isOpen, made } = state;
  const last = rows.at(-1);
  if (!isOpen || (last && isBlank(last)) || linesIn(state).length >= MOST_LINES) return state;
  return { ...state, rows: [...rows, blankRow(`new ${made}`)], made: made + 1 };
}

const withRow = (state: GridState, index: number, change: (row: Row) => Row): GridState => ({
  ...state,
  rows: state.rows.map((row, at) => (at === index ? change(row) : row)),
});
const withKey = (state: GridState, key: string, change: (row: Row) => Row): GridState =>
  withRow(
    state,
    state.rows.findIndex((row) => row.key === key),
    change,
  );

const clamp = (state: GridState, row: number) => Math.max(0, Math.min(state.rows.length - 1, row));

/** What was typed as it is kept: "11/30" a day, "2.50" a number; what is none stays as it was typed. */
function tidied(row: Row, cell: Cell, today: Day): Row {
  const text = row[cell];
  if (cell === 'expectedOn') {
    const read = readDay(text, today);
    return read === null ? row : { ...row, expectedOn: read };
  }
  if (cell !== 'quantity' && cell !== 'cost') return row;
  const read = cell === 'quantity' ? readUnits(text) : readPrice(text);
  if (text.trim() === '' || Number.isNaN(read)) return row;
  return {
    ...row,
    [cell]: cell === 'quantity' ? decimalOfQuantity(quantity(read)) : decimalOfUnitPrice(unitPrice(read)),
  };
}

function left(state: GridState): GridState {
  if (!state.before) return state;
  const { at, today } = state;
  return { ...withRow(state, at.row, (row) => tidied(row, at.cell, today)), before: null };
}

/** Where Enter goes: to what is still to be said of the line, then to the next one. */
function onwardFrom(row: Row, cell: Cell): Cell | null {
  switch (cell) {
    case 'code':
      return row.code.trim() === '' ? 'description' : 'quantity';
    case 'description':
    case 'vendorPartNumber':
      return 'quantity';
    case 'quantity':
      return row.code.trim() !== '' && !row.isNotFound ? null : 'cost';
    default:
      return null;
  }
}

function stepped(state: GridState, step: Step): GridState {
  const { row, cell } = state.at;
  const column = CELLS.indexOf(cell);
  const to = (nextRow: number, nextCell: Cell): GridState => ({
    ...state,
    at: { row: clamp(state, nextRow), cell: nextCell },
  });
  switch (step) {
    case 'up':
      return to(row - 1, cell);
    case 'down':
      return to(row + 1, cell);
    case 'left':
      return to(row, CELLS[column - 1] ?? cell);
    case 'right':
      return to(row, CELLS[column + 1] ?? cell);
    case 'next':
      return column < CELLS.length - 1 ? to(row, CELLS[column + 1]!) : to(row + 1, CELLS[0]);
    case 'previous':
      return column > 0 ? to(row, CELLS[column - 1]!) : to(row - 1, CELLS.at(-1)!);
    case 'onward': {
      // Where lines neither come nor go, Enter is the next cell below, as in any spreadsheet.
      if (!state.isOpen) return to(row + 1, cell);
      const next = onwardFrom(state.rows[row]!, cell);
      return next ? to(row, next) : to(row + 1, 'code');
    }
  }
}

function jumped(state: GridState, to: Extract<GridEvent, { type: 'jump' }>['to']): GridState {
  const { row, cell } = state.at;
  const at: Record<typeof to, At> = {
    first: { row: 0, cell: CELLS[0] },
    last: { row: state.rows.length - 1, cell: CELLS.at(-1)! },
    rowStart: { row, cell: CELLS[0] },
    rowEnd: { row, cell: CELLS.at(-1)! },
    pageUp: { row: clamp(state, row - PAGE), cell },
    pageDown: { row: clamp(state, row + PAGE), cell },
  };
  return { ...state, at: at[to] };
}

function typed(state: GridState, text: string): GridState {
  const { row: index, cell } = state.at;
  const before = state.before ?? state.rows[index]!;
  const now = withRow(state, index, (row) => {
    const next: Row = { ...row, [cell]: text, proposed: row.proposed.filter((one) => one !== cell) };
    if (cell === 'code') return { ...next, skuId: null, found: null, isNotFound: false, unit: '' };
    return cell === 'quantity' ? repriced(next) : next;
  });
  return withBlank({ ...now, before });
}

/** Only the cell: what was looked up meanwhile stays. */
function takenBack(row: Row, before: Row, cell: Cell): Row {
  const { code, skuId, found, isNotFound, unit } = before;
  const proposed = [
    ...row.proposed.filter((one) => one !== cell),
    ...before.proposed.filter((one) => one === cell),
  ];
  const back = { ...row, [cell]: before[cell], proposed };
  if (cell === 'code') return { ...back, code, skuId, found, isNotFound, unit };
  return cell === 'quantity' ? repriced(back) : back;
}

function removed(state: GridState, index: number): GridState {
  const row = state.rows[index];
  if (!state.isOpen || !row || (isBlank(row) && index === state.rows.length - 1)) return state;
  const after: GridState = {
    ...state,
    rows: state.rows.filter((_, at) => at !== index),
    removed: row.lineId === null ? state.removed : [...state.removed, row.lineId],
    before: null,
  };
  const whole = withBlank(after);
  return {
    ...whole,
    at: { ...state.at, row: clamp(whole, state.at.row > index ? state.at.row - 1 : state.at.row) },
  };
}

/** Below the line one stands on, in an empty one's place. */
function brought(state: GridState, rows: readonly Omit<Row, 'key'>[]): GridState {
  const here = state.rows[state.at.row];
  const at = here && !isBlank(here) ? state.at.row + 1 : state.at.row;
  const fresh = rows.map((row, index): Row => ({ ...row, key: `new ${state.made + index}` }));
  const after = here && isBlank(here) ? at + 1 : at;
  const all = [...state.rows.slice(0, at), ...fresh, ...state.rows.slice(after)];
  return withBlank({
    ...state,
    rows: all,
    made: state.made + fresh.length,
    before: null,
    at: { row: at, cell: 'code' },
  });
}

export function next(state: GridState, event: GridEvent): GridState {
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
      if (!state.isOpen || linesIn(state).length >= MOST_LINES) return state;
      const rows = state.rows.toSpliced(state.at.row, 0, blankRow(`new ${state.made}`));
      return { ...left(state), rows, made: state.made + 1, at: { ...state.at, cell: 'code' } };
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
        return event.sku ? filledFrom(row, event.sku, state) : notFound(row);
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
        row.skuId === event.sku.skuId ? filledFrom(row, event.sku, state) : row,
      );
    case 'bring':
      return brought(left(state), event.rows);
    case 'circumstances':
      return { ...state, ...event.are };
  }
}
