/** The look of the tables on a SKU's page: one line a row, hairlines between, inside of a section's frame. */
export const tableClass = 'w-full border-separate border-spacing-0 text-left';
export const headClass = 'border-b border-line px-3 py-1.5 text-xs font-normal whitespace-nowrap text-muted';
export const cellClass = 'border-b border-line px-3 py-1.5 align-middle group-last:border-b-0';
export const numberClass = 'text-right whitespace-nowrap tabular-nums';
