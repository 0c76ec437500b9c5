/** The board day as arrangements want it. */
import type { ArrangedDay } from '#domain/schedule/arrangements/arranged-day.ts';
import { travelMinutes } from '#domain/schedule/travel.ts';
import type { Instant } from '#domain/time.ts';
import type { DayIndex } from '../day/day-index.ts';

export function arrangedDayOf({ day, visits, travel }: DayIndex, now: Instant): ArrangedDay {
  const absences = day.technicians.flatMap(({ id, timeOff, nonJobEvents }) =>
    [...timeOff, ...nonJobEvents].map(({ start, end }) => ({ technicianId: id, start, end })),
  );
  return {
    start: day.start,
    end: day.end,
    now,
    visits: [...visits.values()],
    blocked: [...absences, ...day.busy],
    minutesFrom: (from, to) => travelMinutes(from, to, travel).minutes,
  };
}
