import type { Cell } from './line-row.ts';

/** One look for the lines at rest and while they are typed: nothing moves when editing begins. */
export const GRID_CLASS =
  'w-full table-fixed border-separate border-spacing-0 overflow-hidden rounded-lg border border-line bg-surface text-left text-sm print:rounded-none print:border-0';
/** As wide as its columns need, with those of what came and what is billed and without: the description keeps its room. */
export const widthOf = (hasCame: boolean): string => (hasCame ? 'min-w-300' : 'min-w-210');
export const HEAD_CLASS = 'border-b border-line px-2 py-1.5 text-xs font-normal text-muted';
export const WIDTHS: Readonly<Record<Cell, string>> = {
  code: 'w-36',
  description: '',
  vendorPartNumber: 'w-32',
  quantity: 'w-24',
  cost: 'w-24',
  expectedOn: 'w-28',
};
