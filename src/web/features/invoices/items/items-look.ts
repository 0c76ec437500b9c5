import type { Cell } from './item-row.ts';

/** As wide as its columns need, so that the description keeps its room. */
export const LEAST_WIDTH = 'min-w-225';
export const WIDTHS: Readonly<Record<Cell, string>> = {
  code: 'w-30',
  description: '',
  quantity: 'w-20',
  price: 'w-24',
  taxable: 'w-16',
  account: 'w-36',
  technician: 'w-32',
};
