import { clsx } from 'clsx';

/** Keys as they stand on the keyboard: "Ctrl K", "R". Decoration: a reader hears the button, not the key. */
export function Kbd({ keys, className }: { keys: string; className?: string | undefined }) {
  return (
    <kbd
      aria-hidden
      className={clsx(
        'inline-flex h-4 items-center rounded-sm border border-current/45 px-1 font-mono text-[10.5px] leading-none',
        className,
      )}
    >
      {keys}
    </kbd>
  );
}
