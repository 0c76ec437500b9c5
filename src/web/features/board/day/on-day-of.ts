/** A week is one index of seven days. What asks about a day (suggestions, pushing the rest of it) gets that one. */
import type { BoardDay } from '#contract/board.ts';
import { type Day, dayOf, daySpan, type Instant, type Span } from '#domain/time.ts';
import { type DayIndex, indexDay, type Lane } from './day-index.ts';
import { isOneDay } from './one-day.ts';

const remembered = new WeakMap<DayIndex, Map<Day, DayIndex>>();

/** The day `at` is on, of a week; of a day, that day. */
export function onDayOf(index: DayIndex, at: Instant): DayIndex {
  if (isOneDay(index.day)) return index;
  const day = dayOf(at, index.day.timeZone);
  const known = remembered.get(index) ?? new Map<Day, DayIndex>();
  remembered.set(index, known);
  let found = known.get(day);
  if (!found) {
    found = indexDay(null, sliced(index.day, day), index.setup);
    known.set(day, found);
  }
  return found;
}

function sliced(board: BoardDay, day: Day): BoardDay {
  const span = daySpan(day, board.timeZone);
  const isOn = (one: Span) => one.start < span.end && one.end > span.start;
  return {
    ...board,
    ...span,
    day,
    technicians: board.technicians.map((one) => ({
      ...one,
      shifts: one.shifts.filter(isOn),
      timeOff: one.timeOff.filter(isOn),
      nonJobEvents: one.nonJobEvents.filter(isOn),
    })),
    appointments: board.appointments.filter(isOn),
    busy: board.busy.filter(isOn),
  };
}

/** The same technicians' lanes, of that day alone. */
export const lanesOn = (day: DayIndex, lanes: readonly Lane[]): readonly Lane[] =>
  lanes.flatMap(({ technician }) => day.lanes.get(technician.id) ?? []);
