/** One look for lines at rest and while they are typed: nothing moves when editing begins. */
export const GRID_CLASS =
  'w-full table-fixed border-separate border-spacing-0 overflow-hidden rounded-lg border border-line bg-surface text-left text-sm print:rounded-none print:border-0';
export const HEAD_CLASS = 'border-b border-line px-2 py-1.5 text-xs font-normal text-muted';
