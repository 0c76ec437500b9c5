import { useQuery } from '@tanstack/react-query';
import { historyQueries } from '../../data/history.ts';
import { costText } from '../../lib/stock-words.ts';
import { TimeText } from '../../ui/time-text.tsx';
import { ProblemNote } from '../problem-note.tsx';
import { costsOf } from './costs-of.ts';

/** What it has cost so far: who said so, when, from what to what. */
export function PriceHistory({ itemId, zone }: { itemId: number; zone: string }) {
  const { data, error, refetch } = useQuery(historyQueries.of('catalogueItem', itemId));
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  const costs = costsOf(data?.entries ?? []);
  return (
    <section aria-label="Price history" className="mt-4">
      <h3 className="mb-1 text-xs text-muted">Price history</h3>
      {data && costs.length === 0 && <p className="m-0 text-muted">Its cost has not changed yet.</p>}
      {costs.length > 0 && (
        <ol
          className="m-0 max-h-40 list-none overflow-y-auto border-y border-line p-0"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keyboard, as WCAG 2.1.1 asks of what has no control in it
          tabIndex={0}
        >
          {costs.map(({ version, at, actorName, before, after }) => (
            <li
              key={version}
              className="flex flex-wrap justify-between gap-x-3 border-b border-line py-1 last:border-b-0"
            >
              <span className="tabular-nums">
                {before !== null && (
                  <>
                    <del className="text-muted">{costText(before)}</del>
                    {' → '}
                  </>
                )}
                <ins className="no-underline">{costText(after)}</ins>
              </span>
              <span className="text-xs text-muted">
                <bdi>{actorName}</bdi> · <TimeText at={at} zone={zone} withDay />
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
