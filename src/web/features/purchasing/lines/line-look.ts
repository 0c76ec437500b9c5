import type { Cell } from './line-row.ts';

/** One look for the lines at rest and while they are typed: nothing moves when editing begins. */
export const GRID_CLASS =
  'w-full min-w-210 table-fixed border-separate border-spacing-0 overflow-hidden rounded-lg border border-line bg-surface text-left text-sm print:rounded-none print:border-0';
export const HEAD_CLASS = 'border-b border-line px-2 py-1.5 text-xs font-normal text-muted';
export const WIDTHS: Readonly<Record<Cell, string>> = {
  code: 'w-36',
  description: '',
  vendorPartNumber: 'w-32',
  quantity: 'w-24',
  cost: 'w-24',
  expectedOn: 'w-28',
};
