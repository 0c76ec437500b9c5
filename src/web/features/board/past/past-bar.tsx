import { useQuery } from '@tanstack/react-query';
import { ChevronFirst, ChevronLast, History, Pause, Play } from 'lucide-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { addMinutes, type Day, dayOf, type Instant, minutesBetween } from '#domain/time.ts';
import { historyQueries } from '../../../data/history.ts';
import { formatDayTime, formatTime, zoneName } from '../../../lib/format.ts';
import { MoveLine } from '../../../parts/move-line.tsx';
import { WallTimeControl } from '../../../parts/wall-time-field.tsx';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useShortcut } from '../../../ui/shortcut.ts';
import { changeBefore, marksOf, nextChange, reachOf, stepBy } from './past-steps.ts';

/** How long a change is looked at before the next one is played. */
const LOOK_MS = 1200;
/** A scrubber on the move asks for the board once it has come to rest. */
const REST_MS = 150;

export type PastBarProps = {
  day: Day;
  zone: string;
  at: Instant;
  now: Instant;
  onAt: (at: Instant | undefined) => void;
};

/** Over the board of a past minute: which minute, the way through the day's changes, and the way back. */
export function PastBar({ day, zone, at, now, onAt }: PastBarProps) {
  const [isPlaying, setPlaying] = useState(false);
  const [draft, setDraft] = useState<Instant | null>(null);
  const shown = draft ?? at;
  const reach = reachOf(shown, zone, now);
  const moves = useQuery(
    historyQueries.moves({ day, timeZone: zone }, { since: reach.start, until: addMinutes(reach.end, 1) }),
  );
  const next = nextChange(moves.data, at);
  const before = changeBefore(moves.data, at);
  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => {
      // Once the URL says the same, the hand is empty again.
      if (draft === at) setDraft(null);
      else onAt(draft);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [draft, at, onAt]);
  useEffect(() => {
    if (!isPlaying || !moves.data) return;
    const timer = setTimeout(() => (next ? onAt(next) : setPlaying(false)), LOOK_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, moves.data, next, onAt]);
  useShortcut('.', () => next && onAt(next));
  useShortcut(',', () => before && onAt(before));
  const last = moves.data?.items.find((one) => one.at <= at);
  const keys = (event: KeyboardEvent) => {
    const hours = { PageUp: 60, PageDown: -60 }[event.key];
    const steps = { ArrowRight: 60, ArrowUp: 60, ArrowLeft: -60, ArrowDown: -60 }[event.key];
    const minutes = hours ?? (event.shiftKey ? steps : undefined);
    if (minutes === undefined) return;
    event.preventDefault();
    setDraft(stepBy(shown, minutes, now));
  };
  return (
    <section
      aria-label="The board as it stood"
      data-print="hide"
      className="flex shrink-0 flex-col gap-1 border-b border-info bg-info-soft px-3 py-1.5 text-sm"
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <History aria-hidden className="size-4 shrink-0 text-info" />
        <p role="status" className="font-semibold">
          As it stood {formatDayTime(shown, zone)} {zoneName(shown, zone)}
          <span className="font-normal text-muted"> · for looking only</span>
        </p>
        <div className="ml-auto flex items-center gap-1">
          <IconButton
            label="Change before"
            icon={<ChevronFirst aria-hidden />}
            disabled={!before}
            onClick={() => before && onAt(before)}
          />
          <IconButton
            label={isPlaying ? 'Stop playing' : 'Play the changes'}
            icon={isPlaying ? <Pause aria-hidden /> : <Play aria-hidden />}
            disabled={!isPlaying && !next}
            onClick={() => setPlaying(!isPlaying)}
          />
          <IconButton
            label="Next change"
            icon={<ChevronLast aria-hidden />}
            disabled={!next}
            onClick={() => next && onAt(next)}
          />
          <div className="w-52">
            <WallTimeControl
              label="Minute to look at"
              value={shown}
              zone={zone}
              onValueChange={(to) => to && setDraft(to > now ? now : to)}
            />
          </div>
          <Button variant="primary" onClick={() => onAt(undefined)}>
            Back to now
          </Button>
        </div>
      </div>
      <div className="mb-1.5 flex items-center gap-2">
        <span className="w-16 shrink-0 whitespace-nowrap text-xs text-muted tabular-nums">
          {formatTime(reach.start, zone)}
        </span>
        <span className="relative flex flex-1 items-center">
          <Marks times={moves.data?.times ?? []} reach={reach} />
          <input
            type="range"
            aria-label="Minute of the day"
            aria-valuetext={formatDayTime(shown, zone)}
            min={0}
            max={reach.minutes}
            step={1}
            value={Math.min(reach.minutes, Math.floor(minutesBetween(reach.start, shown)))}
            onChange={({ target }) => setDraft(addMinutes(reach.start, Number(target.value)))}
            onKeyDown={keys}
            className="relative w-full accent-(--color-info)"
          />
        </span>
        <span className="w-16 shrink-0 whitespace-nowrap text-right text-xs text-muted tabular-nums">
          {formatTime(reach.end, zone)}
        </span>
      </div>
      <p className="min-h-5 truncate text-xs">
        {last && dayOf(last.at, zone) === dayOf(at, zone) ? (
          <>
            <span className="text-muted">{formatTime(last.at, zone)} </span>
            <MoveLine move={last} zone={zone} />
          </>
        ) : (
          <span className="text-muted">{moves.data ? 'Nothing had changed yet on this day.' : ''}</span>
        )}
      </p>
    </section>
  );
}

/** When the board changed, as small marks under the scrubber. */
function Marks({ times, reach }: { times: readonly Instant[]; reach: { start: Instant; end: Instant } }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 1000 10"
      preserveAspectRatio="none"
      className="pointer-events-none absolute top-full left-2 h-1.5 w-[calc(100%-16px)]"
    >
      <path
        d={marksOf(times, reach)
          .map((x) => `M${x} 0V10`)
          .join('')}
        className="stroke-info"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
