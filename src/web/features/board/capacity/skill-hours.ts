/** Free time by skill and hour, and what waits for it: which skill runs short today. Pure. */
import type { AppointmentView } from '#contract/job.ts';
import { freePerHour } from '#domain/schedule/free-hours.ts';
import { type Instant, instantFromMs, minutesBetween, msOf } from '#domain/time.ts';
import { isUnassigned } from '../../../parts/visit-flags.ts';
import { type DayIndex, type Lane, skillsOf } from '../day/day-index.ts';
import { freeOf, hoursBetween } from '../day/free-hours.ts';

const HOUR_MS = 3_600_000;
/** With less of an hour free a technician takes nothing more in it. */
const LEAST_FREE_MINUTES = 30;

/** A column of the table: an hour of the day, or a day of the week. */
export type Column = { readonly start: Instant; readonly end: Instant };
export type Cell = {
  /** Of all who have the skill, minutes. */
  readonly free: number;
  /** Technicians with at least half an hour of it free. */
  readonly technicians: number;
  /** Minutes of their shifts, free or not: 0 is nobody at work, not nobody free. */
  readonly onShift: number;
};
export type SkillRow = {
  /** null: all technicians, whatever they can do. */
  readonly skillId: number | null;
  /** How many have it. */
  readonly technicians: number;
  readonly cells: readonly Cell[];
  /** Free from now on, minutes. */
  readonly left: number;
  /** Visits nobody has that need it. */
  readonly waiting: { readonly visits: number; readonly minutes: number };
};

/** Minutes that waiting visits need and nobody has; 0 when there is room. */
export const shortBy = ({ left, waiting }: SkillRow): number => Math.max(0, waiting.minutes - left);

/**
 * All technicians first, then each skill that somebody shown has or a waiting visit needs: the scarcest first.
 * @param columns in order; whole hours from the start of what the board shows
 */
export function skillRows(
  { day, setup }: Pick<DayIndex, 'day' | 'setup'>,
  lanes: readonly Lane[],
  visits: readonly AppointmentView[],
  columns: readonly Column[],
  now: Instant,
): readonly SkillRow[] {
  const waiting = visits.filter(isUnassigned).map((visit) => ({
    needs: skillsOf(setup, visit.jobTypeId),
    minutes: minutesBetween(visit.start, visit.end),
  }));
  const row = (skillId: number | null): SkillRow => {
    const able =
      skillId === null ? lanes : lanes.filter(({ technician }) => technician.skillIds.includes(skillId));
    const those = waiting.filter(({ needs }) => skillId === null || needs.includes(skillId));
    return {
      skillId,
      technicians: able.length,
      cells: cellsOf(able, day, columns),
      left: leftOf(able, day, now),
      waiting: { visits: those.length, minutes: those.reduce((sum, { minutes }) => sum + minutes, 0) },
    };
  };
  const skills = new Set([
    ...lanes.flatMap(({ technician }) => technician.skillIds),
    ...waiting.flatMap(({ needs }) => needs),
  ]);
  const room = ({ left, waiting: those }: SkillRow) => left - those.minutes;
  return [row(null), ...[...skills].map(row).sort((a, b) => room(a) - room(b) || a.skillId! - b.skillId!)];
}

type Shown = Pick<DayIndex['day'], 'start' | 'end'>;

function cellsOf(lanes: readonly Lane[], { start, end }: Shown, columns: readonly Column[]): Cell[] {
  const hours = hoursBetween(start, end);
  const all = lanes.map((lane) => ({
    free: freeOf(lane, start, hours),
    shift: freePerHour(lane.known.shifts, [], start, hours),
  }));
  const sum = (minutes: Float64Array, from: number, to: number) =>
    minutes.subarray(from, to).reduce((total, one) => total + one, 0);
  return columns.map((column) => {
    const from = Math.round((msOf(column.start) - msOf(start)) / HOUR_MS);
    const to = from + hoursBetween(column.start, column.end);
    const free = all.map((lane) => sum(lane.free, from, to));
    return {
      free: free.reduce((total, one) => total + one, 0),
      technicians: free.filter((minutes) => minutes >= LEAST_FREE_MINUTES).length,
      onShift: all.reduce((total, { shift }) => total + sum(shift, from, to), 0),
    };
  });
}

function leftOf(lanes: readonly Lane[], { start, end }: Shown, now: Instant): number {
  const from = now > start ? now : start;
  const hours = hoursBetween(from, end);
  if (hours <= 0) return 0;
  return lanes.reduce(
    (total, { known, taken }) =>
      total + freePerHour(known.shifts, taken, from, hours).reduce((sum, one) => sum + one, 0),
    0,
  );
}

/** The hours in which anybody shown is at work, one by one. */
export function hourColumns(lanes: readonly Lane[], { start, end }: Shown): Column[] {
  const hours = hoursBetween(start, end);
  const isOn = Array.from({ length: hours }, () => false);
  for (const { known } of lanes)
    for (const [hour, minutes] of freePerHour(known.shifts, [], start, hours).entries())
      if (minutes > 0) isOn[hour] = true;
  const [first, last] = [isOn.indexOf(true), isOn.lastIndexOf(true)];
  if (first < 0) return [];
  const at = (hour: number) => instantFromMs(msOf(start) + hour * HOUR_MS);
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    start: at(first + i),
    end: at(first + i + 1),
  }));
}
