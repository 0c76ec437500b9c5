/** The days of a week as its axis shows them: where each begins, and which of its hours are day. */
import {
  addDays,
  type Day,
  firstInstantAt,
  type Instant,
  localTime,
  msOf,
  startOfDay,
} from '#domain/time.ts';
import type { AxisDay } from '../grid/types.ts';

type Shift = { readonly start: Instant; readonly end: Instant };

/** Without a shift; also the least that is shown wide. */
const USUAL = [7, 19] as const;
/** Hours worked by fewer than this share of the busiest are night: one person on call must not widen every day. */
const FEW = 0.1;

/**
 * The local hours most work in, the same for each day, so that each is as wide as the others.
 * @param shifts of everybody, of any of the days
 */
export function dayHours(shifts: readonly Shift[], zone: string): readonly [from: number, to: number] {
  const at = new Array<number>(24).fill(0);
  // The same few instants come again and again: everybody begins at eight.
  const known = new Map<Instant, number>();
  const hourOf = (of: Instant, round: (hour: number) => number) => {
    let hour = known.get(of);
    if (hour === undefined) {
      const [hours = 0, minutes = 0] = localTime(of, zone).split(':').map(Number);
      hour = hours + minutes / 60;
      known.set(of, hour);
    }
    return round(hour);
  };
  for (const { start, end } of shifts) {
    const from = hourOf(start, Math.floor);
    const to = hourOf(end, Math.ceil);
    for (let hour = from; hour < (to > from ? to : 24); hour++) at[hour]!++;
    for (let hour = 0; to <= from && hour < to; hour++) at[hour]!++;
  }
  const least = Math.max(1, Math.max(...at) * FEW);
  const first = at.findIndex((count) => count >= least);
  const last = at.findLastIndex((count) => count >= least);
  if (first < 0) return USUAL;
  return [Math.min(first, USUAL[0]), Math.max(last + 1, USUAL[1])];
}

/** Seven days from `first` in the zone; a day clocks change on is as wide as the others, its night takes the difference. */
export function axisDays(first: Day, zone: string, [from, to]: readonly [number, number]): AxisDay[] {
  return Array.from({ length: 7 }, (_, at) => {
    const day = addDays(first, at);
    const end = msOf(startOfDay(addDays(day, 1), zone));
    return {
      start: msOf(startOfDay(day, zone)),
      from: msOf(firstInstantAt(day, `${String(from).padStart(2, '0')}:00`, zone)),
      to: to === 24 ? end : msOf(firstInstantAt(day, `${String(to).padStart(2, '0')}:00`, zone)),
      end,
    };
  });
}
