/** The cells of an order's lines: what is tidied, where Enter goes, what a SKU fills in (`parts/line-grid`). */
import { decimalOfQuantity, decimalOfUnitPrice, quantity, unitPrice } from '#domain/money.ts';
import { MOST_LINES } from '#domain/purchasing/purchase-order.ts';
import { readPrice, readUnits } from '../../../lib/read-decimal.ts';
import {
  type GridEvent as Event,
  type GridKind,
  gridRules,
  type GridState as State,
} from '../../../parts/line-grid/grid-state.ts';
import { CELL_WORDS, isFigure } from './grid-columns.ts';
import {
  blankRow,
  CELLS,
  type Cell,
  type Circumstances,
  type FoundSku,
  filledFrom,
  notFound,
  type Row,
  repriced,
} from './line-row.ts';
import { readDay } from './read-day.ts';

export type GridState = State<Cell, Row, Circumstances>;
export type GridEvent = Event<Cell, Row, FoundSku, Circumstances>;

function tidied(row: Row, cell: Cell, { today }: Circumstances): Row {
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

function onward(row: Row, cell: Cell): Cell | null {
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

export const ORDER_GRID: GridKind<Cell, Row, FoundSku, Circumstances> = {
  cells: CELLS,
  words: CELL_WORDS,
  isFigure,
  most: MOST_LINES,
  blank: blankRow,
  tidied,
  onward,
  repriced,
  filledFrom,
  notFound,
};

export const { startOf, linesIn, next } = gridRules(ORDER_GRID);
