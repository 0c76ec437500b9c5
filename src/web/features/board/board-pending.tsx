import { PageBar } from '../../parts/page-bar.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';

const ROWS = Array.from({ length: 16 }, (_, row) => row);

/** The board's shape while its day is on its way, so that nothing jumps when it comes. */
export function BoardPending() {
  return (
    <div role="status" className="flex h-full flex-col overflow-hidden bg-surface">
      <PageBar title="Board" />
      <VisuallyHidden>Loading the board…</VisuallyHidden>
      <div className="flex h-9 shrink-0 items-center gap-2 border-b border-line px-3">
        {[140, 70, 80, 80].map((width, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: shapes without identity
          <span key={at} style={{ width }}>
            <Skeleton className="h-6" />
          </span>
        ))}
      </div>
      <div className="flex min-h-0 flex-1">
        <div className="min-w-0 flex-1 pt-12">
          {ROWS.map((row) => (
            <div key={row} className="flex h-10 items-center gap-3 border-b border-line px-3">
              <Skeleton className="h-6 w-40 shrink-0" />
              <span className="flex-1" style={{ paddingLeft: `${(row * 37) % 22}%`, maxWidth: '70%' }}>
                <Skeleton className="h-7 w-full" />
              </span>
            </div>
          ))}
        </div>
        <div className="w-73 shrink-0 space-y-2 border-l border-line bg-bg p-2 pt-12">
          {ROWS.slice(0, 7).map((row) => (
            <Skeleton key={row} className="h-20 w-full" />
          ))}
        </div>
      </div>
    </div>
  );
}
