import type { Cell } from './line-row.ts';

/** As wide as its columns need, so that the description keeps its room: typed in, at rest, and at rest with what came and is billed. */
export const LEAST_WIDTH = { plain: 'min-w-210', withCame: 'min-w-245', typedWithCame: 'min-w-290' } as const;
export const WIDTHS: Readonly<Record<Cell, string>> = {
  code: 'w-32',
  description: '',
  vendorPartNumber: 'w-28',
  quantity: 'w-20',
  cost: 'w-22',
  expectedOn: 'w-28',
};
