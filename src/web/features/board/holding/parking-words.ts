/** What parking a visit means, before the drop: nobody's time, and what was promised all the same. */
import type { AppointmentView } from '#contract/job.ts';
import { missedWindow } from '#domain/schedule/missed-window.ts';
import type { Instant } from '#domain/time.ts';
import { formatWindow } from '../../../lib/format.ts';
import { warningText } from '../../../lib/note-text.ts';
import { type Wording, zoneOf } from '../../../lib/refusal-params.ts';
import type { Consequences } from '../grid/types.ts';

export const NOBODYS_TIME = 'No technician has this time';

/** @param called who would be called back, in words */
export function parkingConsequences(
  visit: AppointmentView,
  { start }: { readonly start: Instant },
  called: readonly string[],
  wording: Wording,
): Consequences {
  const { windowStart, windowEnd, assignments } = visit;
  const minutes = missedWindow(start, visit);
  const missed =
    minutes === null ? [] : [warningText('outsideWindow', { minutes }, wording).replace(/\.$/, '')];
  const kept =
    windowStart && windowEnd && minutes === null
      ? [`Window ${formatWindow(windowStart, windowEnd, zoneOf(wording))} kept`]
      : [];
  const names = assignments.map(({ technicianName }) => technicianName);
  const off = called.length === 0 && names.length > 0 ? [`${names.join(' and ')} taken off`] : [];
  return {
    severity: called.length + missed.length > 0 ? 'soft' : 'ok',
    lines: [...called, ...missed, NOBODYS_TIME, ...off, ...kept],
  };
}
