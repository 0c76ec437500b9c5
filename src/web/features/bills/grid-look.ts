/** One look of the grid at rest and while the paper is entered: nothing moves when typing begins. */
export const GRID_CLASS = 'w-full min-w-5xl border-separate border-spacing-0 text-left text-sm print:min-w-0';
export const HEAD_CLASS =
  'sticky top-0 z-1 border-b border-line bg-surface px-2 py-1.5 align-bottom text-xs font-normal text-muted';
export const CELL_CLASS = 'border-b border-line px-2 py-1.5 align-top';
export const FIGURE_CLASS = `${CELL_CLASS} text-right whitespace-nowrap tabular-nums`;
