import { type ReactNode, useState } from 'react';
import { Button } from '../ui/button.tsx';

export type SectionProps = {
  title: string;
  count?: number | undefined;
  action?: ReactNode;
  children: ReactNode;
};

/** A part of a record's page: its word, how many, what can be added, the rows. */
export function Section({ title, count, action, children }: SectionProps) {
  return (
    <section aria-label={title} className="mt-4">
      <header className="mb-1 flex min-h-7 items-center gap-2">
        <h2 className="font-semibold">
          {title}{' '}
          {count !== undefined && <span className="font-normal text-muted tabular-nums">{count}</span>}
        </h2>
        <span className="ml-auto">{action}</span>
      </header>
      <div className="overflow-hidden rounded-lg border border-line bg-surface">{children}</div>
    </section>
  );
}

/** Beyond that the next section would be out of sight; a landlord has hundreds of places and contacts. */
const FEW = 10;

/** The first rows, and below them the way to the rest. */
export function useFewRows<Row>(rows: readonly Row[]): { shown: readonly Row[]; more: ReactNode } {
  const [isAll, setAll] = useState(false);
  if (isAll || rows.length <= FEW) return { shown: rows, more: null };
  return {
    shown: rows.slice(0, FEW),
    more: (
      <p className={rowClass}>
        <Button variant="ghost" onClick={() => setAll(true)}>
          Show all {rows.length}
        </Button>
      </p>
    ),
  };
}

/** One line of it. */
export const rowClass = 'flex min-h-8 items-center gap-3 border-b border-line px-3 py-1 last:border-b-0';
