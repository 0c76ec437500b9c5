import { clsx } from 'clsx';

export type ControlSize = 'dense' | 'form';

/** The shared look of everything one types or chooses in: edge ≥ 3:1, red when invalid, ring when focused. */
export function controlClass(size: ControlSize = 'form'): string {
  return clsx(
    'w-full min-w-0 rounded-md border border-control-line bg-surface text-text',
    'focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-accent',
    'aria-invalid:border-danger aria-invalid:focus-visible:outline-danger',
    'disabled:bg-off disabled:text-muted disabled:border-line [&[readonly]]:bg-off',
    size === 'form' ? 'min-h-8 px-2.5 text-base' : 'min-h-7 px-2 text-sm',
  );
}
