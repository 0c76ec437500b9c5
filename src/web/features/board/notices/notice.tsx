import { Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

/** One quiet line over the lanes: what is so, and the one thing to do about it. */
export function Notice({
  tone = 'info',
  action,
  children,
}: {
  tone?: 'info' | 'warning';
  action?: ReactNode;
  children: ReactNode;
}) {
  const Icon = tone === 'info' ? Info : TriangleAlert;
  return (
    <div
      role="status"
      data-print="hide"
      className="flex min-h-8 shrink-0 items-center gap-2 border-b border-line bg-raised px-3 py-0.5 text-sm"
    >
      <Icon aria-hidden className={`size-4 shrink-0 ${tone === 'info' ? 'text-icon' : 'text-warning'}`} />
      <span className="min-w-0">{children}</span>
      {action}
    </div>
  );
}
