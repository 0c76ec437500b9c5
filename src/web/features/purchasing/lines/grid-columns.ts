/** The cells of a line: what they are called, which are figures, and which of them the status leaves open. */
import type { OrderStatus } from '#domain/purchasing/purchase-order.ts';
import { LINE_TABLE } from '#domain/purchasing/transitions.ts';
import { refusalText } from '../../../lib/refusal-text.ts';
import type { Cell } from './line-row.ts';

export const CELL_WORDS: Readonly<Record<Cell, string>> = {
  code: 'Part',
  description: 'Description',
  vendorPartNumber: 'Vendor part no.',
  quantity: 'Ordered',
  cost: 'Cost',
  expectedOn: 'Expected',
};
export const isFigure = (cell: Cell): boolean => cell === 'quantity' || cell === 'cost';

/** The field of the line behind a cell: its SKU is typed by its code. */
export const fieldOf = (cell: Cell) => (cell === 'code' ? 'skuId' : cell);
export const cellOfField = (field: string): Cell => (field === 'skuId' ? 'code' : (field as Cell));

/** Why a cell is locked in this status; null: it is open. */
export const lockOf = (cell: Cell, status: OrderStatus): string | null =>
  LINE_TABLE[fieldOf(cell)].includes(status)
    ? null
    : refusalText('order.field_locked', { field: `lines.${fieldOf(cell)}`, status });

/** Some cell of a line is open in this status. */
export const mayEditLines = (status: OrderStatus): boolean =>
  Object.values(LINE_TABLE).some((statuses) => statuses.includes(status));
/** Lines come and go in this status. */
export const mayAddLines = (status: OrderStatus): boolean => LINE_TABLE.add.includes(status);
