import type { ReactNode } from 'react';

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

/** One line of it. */
export const rowClass = 'flex min-h-8 items-center gap-3 border-b border-line px-3 py-1 last:border-b-0';
