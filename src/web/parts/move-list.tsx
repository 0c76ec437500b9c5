import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Move } from '#contract/moves.ts';
import { dayOf, type Instant } from '#domain/time.ts';
import { historyQueries, type MovesNarrowed, type MovesScope } from '../data/history.ts';
import { useNow } from '../lib/clock.ts';
import { verbWords } from '../lib/record-words.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { TimeText } from '../ui/time-text.tsx';
import { subjectText, wayText } from './move-line.tsx';
import { ProblemNote } from './problem-note.tsx';

export type MoveListProps = {
  scope: MovesScope;
  zone: string;
  narrowed?: MovesNarrowed | undefined;
  /** Only what had happened by then. */
  until?: Instant | undefined;
};

const CHANNEL_WORDS: Readonly<Record<Move['channel'], string>> = {
  browser: '',
  import: 'by import',
  api: 'by another program',
  undo: 'by undo',
  redo: 'by redo',
  system: 'automatically',
};

/** Who moved what, from where to where, why and by which way, newest first. */
export function MoveList({ scope, zone, narrowed = {}, until }: MoveListProps) {
  const { data, error, refetch } = useQuery(historyQueries.moves(scope, narrowed));
  const now = useNow(60_000);
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={4} label="Loading the moves" />;
  const items = until ? data.items.filter(({ at }) => at <= until) : data.items;
  if (items.length === 0) return <EmptyState text="Nothing was moved in this time." />;
  return (
    <>
      <ol aria-label="Moves" className="flex flex-col">
        {items.map((move) => (
          <li
            key={`${move.operationId} ${move.subject.kind} ${move.subject.id}`}
            className="border-b border-line py-2"
          >
            <p className="flex flex-wrap justify-between gap-x-3">
              <span>
                <b className="font-semibold">{move.actorName}</b> {verbWords(move.verb)}
                {move.undone && <span className="text-warning"> undone since</span>}
              </span>
              <span className="text-xs text-muted">
                <TimeText at={move.at} zone={zone} withDay now={now} />
              </span>
            </p>
            {!('appointmentId' in scope) && (
              <p className="text-xs break-words text-muted">{subjectText(move)}</p>
            )}
            <p className="break-words">{wayText(move, zone)}</p>
            {move.reason && <p className="break-words text-muted">“{move.reason}”</p>}
            <p className="flex gap-x-3 text-xs text-muted">
              {CHANNEL_WORDS[move.channel]}
              <Link
                to="/board"
                search={{ day: dayOf(move.after.start, zone), tz: zone, at: move.at }}
                aria-label={`The board after ${verbWords(move.verb)} by ${move.actorName}`}
              >
                The board then
              </Link>
            </p>
          </li>
        ))}
      </ol>
      {data.total > data.items.length && (
        <p className="py-2 text-xs text-muted">
          The newest {data.items.length} of {data.total}. Narrow the time to see the others.
        </p>
      )}
    </>
  );
}
