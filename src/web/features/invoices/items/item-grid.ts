/** The cells of an invoice's items: what is tidied, where Enter goes, what a SKU fills in (`parts/line-grid`). */
import { MOST_ITEMS } from '#domain/invoices/invoice.ts';
import { decimalOfQuantity, decimalOfUnitPrice, quantity, unitPrice } from '#domain/money.ts';
import { refusalText } from '../../../lib/refusal-text.ts';
import type { GridKind } from '../../../parts/line-grid/grid-state.ts';
import { matching } from '../../../parts/setup-picker.tsx';
import {
  blankRow,
  CELLS,
  type Cell,
  type FoundSku,
  filledFrom,
  type Lists,
  notFound,
  type Row,
  TAXED,
  taxedIn,
} from './item-row.ts';
import { readSigned } from './read-signed.ts';

export const CELL_WORDS: Readonly<Record<Cell, string>> = {
  code: 'Item',
  description: 'Description',
  quantity: 'Quantity',
  price: 'Price',
  taxable: 'Taxed',
  account: 'Account',
  technician: 'Technician',
};

/** The one meant: named whole, or the only one that fits. */
export function namedBy(list: Lists['accounts'], text: string): Lists['accounts'][number] | null {
  const typed = text.trim().toLowerCase();
  const whole = list.find(({ name }) => name.toLowerCase() === typed);
  if (whole) return whole;
  const [only, ...others] = matching(list, text);
  return only && others.length === 0 ? only : null;
}

function tidied(row: Row, cell: Cell, lists: Lists): Row {
  const text = row[cell];
  if (text.trim() === '') return row;
  if (cell === 'quantity' || cell === 'price') {
    const read = readSigned(text);
    if (Number.isNaN(read)) return row;
    return {
      ...row,
      [cell]: cell === 'quantity' ? decimalOfQuantity(quantity(read)) : decimalOfUnitPrice(unitPrice(read)),
    };
  }
  if (cell === 'taxable') {
    const taxed = taxedIn(text);
    return taxed === null ? row : { ...row, taxable: taxed ? TAXED.yes : TAXED.no };
  }
  if (cell === 'account' || cell === 'technician') {
    const named = namedBy(cell === 'account' ? lists.accounts : lists.technicians, text);
    return named ? { ...row, [cell]: named.name } : row;
  }
  return row;
}

function onward(row: Row, cell: Cell): Cell | null {
  switch (cell) {
    case 'code':
      return row.code.trim() === '' ? 'description' : 'quantity';
    case 'description':
      return 'quantity';
    case 'quantity':
      return row.code.trim() !== '' && !row.isNotFound ? null : 'price';
    default:
      return null;
  }
}

export const ITEM_GRID: GridKind<Cell, Row, FoundSku, Lists> = {
  cells: CELLS,
  words: CELL_WORDS,
  isFigure: (cell) => cell === 'quantity' || cell === 'price',
  most: MOST_ITEMS,
  blank: blankRow,
  tidied,
  onward,
  filledFrom,
  notFound,
  keptBecause: ({ source, description }) =>
    source === null ? null : refusalText('invoice.item_of_source', { description, source }),
};
