import type { Cell } from './item-row.ts';

/** As wide as its columns need, so that the description keeps its room. */
export const LEAST_WIDTH = 'min-w-245';
export const WIDTHS: Readonly<Record<Cell, string>> = {
  code: 'w-28',
  description: '',
  quantity: 'w-18',
  price: 'w-24',
  taxable: 'w-16',
  account: 'w-32',
  technician: 'w-28',
};
