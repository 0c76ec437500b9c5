/** The look of lists that open over the page: select, combobox, menu. */
export const popupClass =
  'overlay-motion min-w-(--anchor-width) max-w-100 overflow-y-auto rounded-md border border-line bg-raised p-1 text-sm text-text shadow-overlay outline-none max-h-[min(var(--available-height),420px)]';

export const optionClass =
  'flex min-h-7 cursor-default items-center gap-2 rounded-sm px-2 py-1 leading-5 outline-none select-none data-highlighted:bg-accent-soft data-disabled:text-faint [&_svg]:size-4 [&_svg]:shrink-0';
