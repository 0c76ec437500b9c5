/** A visit on the map in words: for its button, its row in the list, and the card beside it. Pure. */
import type { AppointmentView } from '#contract/job.ts';
import type { Instant } from '#domain/time.ts';
import { nameIn } from '../../../data/setup.ts';
import { formatTime, formatTimeRange, formatWindow } from '../../../lib/format.ts';
import { visitWord } from '../../../parts/status-badges.tsx';
import type { DayIndex } from '../day/day-index.ts';
import type { Stop } from './routes.ts';

export const timesOf = ({ start, end }: AppointmentView, zone: string): string =>
  formatTimeRange(start, end, zone);

/** What was promised comes before what was planned. */
export const dueOf = ({ windowStart, start }: AppointmentView): Instant => windowStart ?? start;

/** The window it was promised in, else when it was planned. */
export const dueText = ({ windowStart, windowEnd, start }: AppointmentView, zone: string): string =>
  windowStart && windowEnd ? formatWindow(windowStart, windowEnd, zone) : formatTime(start, zone);

/** Customer; job; where; when; status and who. */
export function visitLines(index: DayIndex, visit: AppointmentView, stop: Stop | null): readonly string[] {
  const { customerName, jobTypeId, jobNumber, street, city, windowStart, windowEnd, assignments } = visit;
  const zone = index.day.timeZone;
  const window = windowStart && windowEnd ? `, window ${formatWindow(windowStart, windowEnd, zone)}` : '';
  const who = assignments.map(({ technicianName }) => technicianName).join(', ') || 'nobody yet';
  const flags = stop?.bar.flags;
  const words = [
    visitWord(visit),
    ...(flags?.late ? ['late'] : []),
    ...(visit.isConfirmed ? [] : ['not confirmed']),
  ];
  return [
    customerName,
    `${nameIn(index.setup.jobTypes, jobTypeId)} #${jobNumber}`,
    [street, city].filter(Boolean).join(', '),
    `${timesOf(visit, zone)}${window}`,
    `${words.join(', ')}, ${who}`,
    ...(stop?.driveMinutes ? [`${stop.driveMinutes} min drive to it`] : []),
  ];
}

/** `A3, Maria Lopez, No cool #1042, …`. */
export const visitSaid = (
  index: DayIndex,
  visit: AppointmentView,
  stop: Stop | null,
  label: string,
): string => [label, ...visitLines(index, visit, stop)].join(', ');
