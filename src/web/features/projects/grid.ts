/** The look of the grids on a project's page: one line a row, hairlines between. */
export const tableClass =
  'w-full border-separate border-spacing-0 overflow-hidden rounded-lg border border-line bg-surface text-left print:rounded-none print:border-0';
export const headClass = 'border-b border-line px-3 py-1.5 text-xs font-normal text-muted';
export const cellClass = 'border-b border-line px-3 py-1.5 group-last:border-b-0';
