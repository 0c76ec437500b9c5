/** A technician as the grid's row head says them: skills, zones, load, why they cannot work just now. */

import type { BoardDay } from '#contract/board.ts';
import { overlapMinutes, uncoveredMinutes } from '#domain/schedule/overlaps.ts';
import { dayOf, type Instant, minutesBetween, msOf } from '#domain/time.ts';
import { nameIn } from '../../../data/setup.ts';
import { formatDayTime, formatTime } from '../../../lib/format.ts';
import type { GridTechnician } from '../grid/types.ts';
import type { DayIndex, Lane } from './day-index.ts';
import { isOneDay } from './one-day.ts';

/** Booked share of the shifts in per cent; null without a shift. Time outside the shift counts, so it may pass 100. */
export function loadOf({ taken, known }: Lane): number | null {
  const shift = known.shifts.reduce((sum, { start, end }) => sum + minutesBetween(start, end), 0);
  if (shift === 0) return null;
  const off = known.shifts.reduce(
    (sum, one) =>
      sum +
      taken.filter(({ kind }) => kind === 'timeOff').reduce((all, t) => all + overlapMinutes(one, t), 0),
    0,
  );
  const booked = taken
    .filter(({ kind }) => kind !== 'timeOff')
    .reduce((sum, { start, end }) => sum + minutesBetween(start, end), 0);
  return shift - off <= 0 ? null : (100 * booked) / (shift - off);
}

function noteOf({ technician, known }: Lane, now: Instant, day: BoardDay): string | null {
  const zone = day.timeZone;
  if (!technician.active) return 'no longer active';
  const off = technician.timeOff.find(({ start, end }) => start <= now && end > now);
  if (known.shifts.length === 0) return 'no shift';
  const isOff = known.shifts.every((shift) => uncoveredMinutes(shift, technician.timeOff) === 0);
  if (isOff) return isOneDay(day) ? 'off today' : 'off all week';
  if (!off) return null;
  const isToday = dayOf(off.end, zone) === dayOf(now, zone);
  return `off until ${isToday ? formatTime(off.end, zone) : formatDayTime(off.end, zone)}`;
}

/** "Cooling +3": the column is narrow, the whole list is in the drawer and the pickers. */
const few = ([first, ...rest]: readonly string[]): string =>
  first === undefined ? '' : rest.length > 0 ? `${first} +${rest.length}` : first;

export function headOf(lane: Lane, { setup, day }: DayIndex, now: Instant): GridTechnician {
  const { technician } = lane;
  const skills = few(technician.skillIds.map((id) => nameIn(setup.skills, id)));
  const zones = few(technician.zoneIds.map((id) => nameIn(setup.zones, id)));
  const spans = [
    ...technician.timeOff.map((one) => ({ ...one, kind: 'timeOff' as const, fallback: 'Off' })),
    ...technician.nonJobEvents.map((one) => ({ ...one, kind: 'nonJobEvent' as const, fallback: 'Event' })),
  ];
  return {
    id: technician.id,
    name: technician.name,
    detail: [skills || nameIn(setup.businessUnits, technician.businessUnitId), zones]
      .filter(Boolean)
      .join(' · '),
    loadPercent: loadOf(lane),
    note: noteOf(lane, now, day),
    shifts: technician.shifts.map(({ start, end }) => ({ start: msOf(start), end: msOf(end) })),
    off: spans.map(({ start, end, label, kind, fallback }) => ({
      start: msOf(start),
      end: msOf(end),
      label: label || fallback,
      kind,
    })),
  };
}

export const sameHead = (a: GridTechnician, b: GridTechnician): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
