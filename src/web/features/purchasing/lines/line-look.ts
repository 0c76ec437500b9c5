import type { Cell } from './line-row.ts';

/** One look for the lines at rest and while they are typed: nothing moves when editing begins. */
export const GRID_CLASS =
  'w-full table-fixed border-separate border-spacing-0 overflow-hidden rounded-lg border border-line bg-surface text-left text-sm print:rounded-none print:border-0';
/** As wide as its columns need, so that the description keeps its room: typed in, at rest, and at rest with what came and is billed. */
export const LEAST_WIDTH = { plain: 'min-w-210', withCame: 'min-w-245', typedWithCame: 'min-w-290' } as const;
export const HEAD_CLASS = 'border-b border-line px-2 py-1.5 text-xs font-normal text-muted';
export const WIDTHS: Readonly<Record<Cell, string>> = {
  code: 'w-32',
  description: '',
  vendorPartNumber: 'w-28',
  quantity: 'w-20',
  cost: 'w-22',
  expectedOn: 'w-28',
};
