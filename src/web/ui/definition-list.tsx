import { clsx } from 'clsx';
import type { ReactNode } from 'react';

type Definition = {
  term: string;
  /** null or undefined reads "none", quietly */
  value: ReactNode;
  /** cannot be changed in this status: quiet, with the reason on hover */
  lockedBecause?: string | undefined;
};

const grids = { 1: 'grid-cols-1', 2: 'grid-cols-2', 3: 'grid-cols-3', 4: 'grid-cols-4' };

/** Facts of a record: a small quiet term above its value, in columns. */
export function DefinitionList({
  items,
  columns = 4,
}: {
  items: readonly Definition[];
  columns?: 1 | 2 | 3 | 4;
}) {
  return (
    <dl className={clsx('grid gap-x-5 gap-y-2.5', grids[columns])}>
      {items.map(({ term, value, lockedBecause }) => (
        <div key={term} className="min-w-0" title={lockedBecause}>
          <dt className="text-xs text-muted">{term}</dt>
          <dd className={clsx('m-0 text-base', lockedBecause && 'text-muted')}>
            {value ?? <span className="text-faint">none</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
