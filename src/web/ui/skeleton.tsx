import { clsx } from 'clsx';
import { VisuallyHidden } from './visually-hidden.tsx';

/** Where something will stand, in its size, so that nothing jumps when it comes. Size it with className. */
export function Skeleton({ className }: { className?: string | undefined }) {
  return (
    <span
      aria-hidden
      className={clsx('block animate-pulse rounded-sm bg-hatch', className ?? 'h-4 w-full')}
    />
  );
}

/** Rows of a list that is on its way; the last is shorter, as text is. */
export function SkeletonRows({ rows = 8, label = 'Loading' }: { rows?: number; label?: string }) {
  return (
    <div role="status" className="flex flex-col gap-3 p-3">
      <VisuallyHidden>{label}…</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => `row ${row}`).map((row, index) => (
        <Skeleton key={row} className={clsx('h-4', index === rows - 1 ? 'w-1/2' : 'w-full')} />
      ))}
    </div>
  );
}
