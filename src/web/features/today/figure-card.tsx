import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { jobQueries } from '../../data/jobs.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { DayCounts } from './day-counts.ts';
import type { Figure } from './figures.ts';

/** A number that leads to what it counts. */
export function FigureCard({ figure, counts }: { figure: Figure; counts: DayCounts }) {
  return 'of' in figure.count ? (
    <Card figure={figure} value={figure.count.of(counts)} />
  ) : (
    <AskedCard figure={figure} filters={figure.count.jobs} />
  );
}

function AskedCard({ figure, filters }: { figure: Figure; filters: Parameters<typeof jobQueries.count>[0] }) {
  const { data, error } = useQuery(jobQueries.count(filters));
  return <Card figure={figure} value={error ? '?' : data} />;
}

/** "?" is honest: the number could not be read. */
function Card({ figure, value }: { figure: Figure; value: number | '?' | undefined }) {
  const alarming = figure.isAlarm && typeof value === 'number' && value > 0;
  return (
    <Link
      {...figure.link}
      className={clsx(
        'flex min-w-36 flex-1 flex-col rounded-lg border bg-surface px-4 py-3 text-text no-underline hover:border-accent hover:no-underline',
        alarming ? 'border-danger' : 'border-line',
      )}
    >
      <span className="text-sm text-muted">{figure.label}</span>
      <span className={clsx('text-[28px] leading-9 font-semibold tabular-nums', alarming && 'text-danger')}>
        {value ?? <Skeleton className="my-2 h-5 w-10" />}
      </span>
      <span className="text-xs text-muted">{figure.says}</span>
    </Link>
  );
}
