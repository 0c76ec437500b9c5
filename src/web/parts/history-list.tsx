import { useQuery } from '@tanstack/react-query';
import type { HistoryEntry } from '#contract/history.ts';
import type { HistoryKind } from '#contract/history-kinds.ts';
import { historyQueries } from '../data/history.ts';
import { useNow } from '../lib/clock.ts';
import { fieldWord } from '../lib/field-words.ts';
import { verbWords } from '../lib/record-words.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { TimeText } from '../ui/time-text.tsx';
import { ProblemNote } from './problem-note.tsx';
import { useValueWording } from './use-value-wording.ts';
import { type ValueWording, valueText } from './value-text.ts';

export type HistoryListProps = {
  kind: HistoryKind;
  id: number;
  /** The zone the record's times are read in; the person's own when left out. */
  zone?: string | undefined;
};

/** Who did what to a record, newest first, with each field before and after. */
export function HistoryList({ kind, id, zone }: HistoryListProps) {
  const { data, error, refetch } = useQuery(historyQueries.of(kind, id));
  const wording = useValueWording(zone);
  const now = useNow(60_000);
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={4} label="Loading the history" />;
  if (data.entries.length === 0) return <EmptyState text="Nothing has happened to this record yet." />;
  return (
    <ol className="flex flex-col">
      {data.entries.map((entry) => (
        <li key={entry.version} className="border-b border-line py-2">
          <p className="flex flex-wrap justify-between gap-x-3">
            <span>
              <b className="font-semibold">{entry.actorName}</b> {verbWords(entry.verb)}
            </span>
            <span className="text-xs text-muted">
              <TimeText at={entry.at} zone={wording.zone} withDay now={now} />
            </span>
          </p>
          {!entry.created && <Changes entry={entry} wording={wording} />}
        </li>
      ))}
    </ol>
  );
}

function Changes({ entry, wording }: { entry: HistoryEntry; wording: ValueWording }) {
  return (
    <dl className="mt-1 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 text-xs">
      {entry.changes.map(({ field, before, after }) => (
        <div key={field} className="contents">
          <dt className="text-muted">{fieldWord(field)}</dt>
          <dd className="wrap-anywhere">
            <del className="text-muted">{valueText(field, before, wording)}</del>
            {' → '}
            <ins className="no-underline">{valueText(field, after, wording)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
