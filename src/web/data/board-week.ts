/** Seven days of the board read as one. Read with the first week that is asked for. */
import type { QueryClient } from '@tanstack/react-query';
import type { BoardDay, BoardTechnician, BusyBar } from '#contract/board.ts';
import type { AppointmentView } from '#contract/job.ts';
import { isBehind } from '#contract/upstream.ts';
import { addDays, type Day } from '#domain/time.ts';
import { boardQueries } from './board.ts';
import { foldBoardDay } from './live/fold-board.ts';
import { foldRecent } from './live/recent-events.ts';

/**
 * The days side by side, each from the cache when it is there and fresh: one after the other would wait for seven
 * answers, and one answer for all would hold the database of a small office for as long as seven (README, week).
 */
export async function readWeek(client: QueryClient, first: Day, timeZone: string): Promise<BoardDay> {
  const days = await Promise.all(
    Array.from({ length: 7 }, (_, at) => client.fetchQuery(boardQueries.day(addDays(first, at), timeZone))),
  );
  // What came in while the last of them was on its way.
  return foldRecent(mergeDays(days), foldBoardDay);
}

/**
 * Days that follow each other as one span with one set of lanes. A visit over midnight is on two of them and counts
 * once, as its newest version has it; the feed goes on where the oldest of them stands.
 */
export function mergeDays(days: readonly BoardDay[]): BoardDay {
  const [first, last] = [days[0]!, days.at(-1)!];
  const technicians = new Map<number, BoardTechnician>();
  const appointments = new Map<number, AppointmentView>();
  const busy = new Map<number, BusyBar>();
  let { cursor } = first;
  for (const day of days) {
    if (isBehind(day.cursor, cursor)) cursor = day.cursor;
    for (const one of day.technicians) {
      const known = technicians.get(one.id);
      technicians.set(one.id, known ? joined(known, one) : one);
    }
    for (const one of day.appointments) {
      const known = appointments.get(one.id);
      if (!known || one.version > known.version || one.jobVersion > known.jobVersion)
        appointments.set(one.id, one);
    }
    for (const one of day.busy) busy.set(one.id, one);
  }
  const roads = days.flatMap((one) => one.roads ?? []);
  return {
    ...first,
    ...(roads.length > 0 ? { roads } : {}),
    end: last.end,
    cursor,
    technicians: [...technicians.values()].sort(byUnitAndName),
    appointments: [...appointments.values()],
    busy: [...busy.values()],
  };
}

function joined(one: BoardTechnician, other: BoardTechnician): BoardTechnician {
  return {
    ...one,
    shifts: both(one.shifts, other.shifts),
    timeOff: both(one.timeOff, other.timeOff),
    nonJobEvents: both(one.nonJobEvents, other.nonJobEvents),
  };
}

const both = <S extends { readonly id: number }>(some: S[], more: S[]): S[] =>
  more.length === 0 ? some : [...some, ...more.filter(({ id }) => some.every((one) => one.id !== id))];

/** As `board.day` orders them. */
const byUnitAndName = (a: BoardTechnician, b: BoardTechnician): number =>
  a.businessUnitId - b.businessUnitId || compare(a.name.toLowerCase(), b.name.toLowerCase()) || a.id - b.id;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
