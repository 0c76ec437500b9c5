import type { Day, Instant } from '#domain/time.ts';
import { formatDayTime, formatRelative, formatTime } from '../lib/format.ts';

export type TimeTextProps = {
  at: Instant;
  /** the business unit's zone */
  zone: string;
  /** the reader's; the zone is written when the clocks differ */
  viewerZone?: string | undefined;
  /** with the day: "Fri 21 Nov 8:00"; `today` leaves out this year */
  withDay?: boolean | undefined;
  today?: Day | undefined;
  /** adds "12 min ago" beside it */
  now?: Instant | undefined;
};

/** An absolute time, the relative one only beside it (ui.md, Words). */
export function TimeText({ at, zone, viewerZone, withDay, today, now }: TimeTextProps) {
  const text = withDay
    ? formatDayTime(at, zone, { viewerZone, today })
    : formatTime(at, zone, { viewerZone });
  return (
    <time dateTime={at} className="whitespace-nowrap tabular-nums">
      {text}
      {now && <span className="text-muted"> · {formatRelative(at, now)}</span>}
    </time>
  );
}
