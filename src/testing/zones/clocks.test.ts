import { describe, expect, test } from 'vitest';
import { readTime } from '#domain/import-requests/read-time.ts';
import { movedToDay } from '#domain/job/moved-visit.ts';
import { minutesWorked, workedDays } from '#domain/job/timesheet.ts';
import { STANDARD_WINDOWS, type WindowRule, windowsOn } from '#domain/schedule/arrival-windows.ts';
import { shiftsOf } from '#domain/setup/shift-pattern.ts';
import {
  addDays,
  addMinutes,
  atLocalTime,
  dayOf,
  firstInstantAt,
  instantFromMs,
  localTime,
  minutesBetween,
  msOf,
} from '#domain/time.ts';
import { filtersOf } from '#web/features/appointments/appointments-search.ts';
import { next } from '#web/features/board/grid/drag-machine.ts';
import { hourTicks, msAt, scaleOf, xOf } from '#web/features/board/grid/geometry.ts';
import { editedTimes } from '#web/features/jobs/visits-edit.ts';
import { readInstant } from '#web/parts/appointment-drawer/clock-text.ts';
import { NIGHTS, type Night, named, ZONES } from './nights.ts';

const QUARTER = 15;
const scaleOfNight = ({ start, end }: Night) =>
  scaleOf({ start: msOf(start), end: msOf(end), pxPerHour: 100, rowHeight: 40, labelWidth: 200 });
const rulesOf = (night: Night) => ({
  scale: scaleOfNight(night),
  isHead: () => false,
  rowHeight: 40,
  lanes: 3,
  snapMs: QUARTER * 60_000,
  viewStart: msOf(night.start),
  viewEnd: msOf(night.end),
});
/** A bar of two hours over the change. */
const gripOf = (night: Night, mode: 'move' | 'resizeEnd' = 'move') => {
  const start = addMinutes(night.start, 60);
  return {
    mode,
    barId: 'a',
    appointmentId: 1,
    lane: 0,
    start: msOf(start),
    end: msOf(addMinutes(start, 120)),
  };
};
const every = NIGHTS.map(named);

test('each of the six zones has one short night and one long one', () => {
  expect(NIGHTS.map(({ zone, kind }) => `${zone} ${kind}`).sort()).toEqual(
    ZONES.flatMap((zone) => [`${zone} long`, `${zone} short`]).sort(),
  );
});

describe.each(every)('%s', (_, night) => {
  const { zone, day, start, end, minutes } = night;

  test('a place on the board is the share of the hours that really pass, and leads back to the same minute', () => {
    const scale = scaleOfNight(night);
    expect(scale.width).toBeCloseTo((minutes / 60) * 100);
    for (let at = 0; at <= minutes; at += QUARTER) {
      const ms = msOf(start) + at * 60_000;
      expect(msAt(scale, xOf(scale, ms))).toBe(ms);
    }
    expect(hourTicks(scale, scale.start, scale.end)).toHaveLength(Math.ceil(minutes / 60));
  });

  test('every minute of the board’s axis belongs to the day, and the first of the next one does not', () => {
    for (let at = 0; at < minutes; at += QUARTER) expect(dayOf(addMinutes(start, at), zone)).toBe(day);
    expect(dayOf(end, zone)).toBe(addDays(day, 1));
    expect(dayOf(addMinutes(start, -1), zone)).toBe(addDays(day, -1));
  });

  test('a bar dragged over the change by pointer stays as long as it is, on quarters from the day’s begin', () => {
    for (let px = 0; px < minutes; px += 50) {
      let drag = next(
        { phase: 'idle', outcome: null },
        {
          type: 'press',
          grip: gripOf(night),
          rules: rulesOf(night),
          at: { x: 0, y: 20 },
        },
      );
      drag = next(drag, { type: 'move', at: { x: px + 10, y: 60 }, inside: true });
      if (drag.phase !== 'dragging' || !drag.place) throw new Error('It is not in hand');
      expect(drag.place.end - drag.place.start).toBe(120 * 60_000);
      expect((drag.place.start - msOf(start)) % (QUARTER * 60_000)).toBe(0);
      expect(drag.place.start).toBeLessThan(msOf(end));
    }
  });

  test('carried by keyboard through the whole day it passes every quarter once, the hour that comes twice in both', () => {
    let drag = next(
      { phase: 'idle', outcome: null },
      {
        type: 'lift',
        by: 'keyboard',
        grip: { ...gripOf(night), start: msOf(start), end: msOf(addMinutes(start, 60)) },
        rules: rulesOf(night),
        at: { x: 0, y: 20 },
      },
    );
    const clocks: string[] = [localTime(start, zone)];
    for (let step = QUARTER; step < minutes; step += QUARTER) {
      drag = next(drag, { type: 'nudge', steps: 1, lanes: 0, edge: 'both' });
      if (drag.phase !== 'dragging' || !drag.place) throw new Error('It is not in hand');
      expect(drag.place.start).toBe(msOf(start) + step * 60_000);
      clocks.push(localTime(instantFromMs(drag.place.start), zone));
    }
    const twice = clocks.length - new Set(clocks).size;
    expect(twice).toBe(Math.max(0, minutes - 24 * 60) / QUARTER);
    expect(clocks).toHaveLength(minutes / QUARTER);
  });

  test('an end pulled over the change makes the visit longer by what really passes', () => {
    let drag = next(
      { phase: 'idle', outcome: null },
      {
        type: 'press',
        grip: gripOf(night, 'resizeEnd'),
        rules: rulesOf(night),
        at: { x: 0, y: 20 },
      },
    );
    drag = next(drag, { type: 'move', at: { x: 300, y: 20 }, inside: true });
    if (drag.phase !== 'dragging' || !drag.place) throw new Error('It is not in hand');
    expect((drag.place.end - drag.place.start) / 60_000).toBe(120 + 180);
  });

  test('a typed time is the minute on the wall: skipped is told, twice is asked', () => {
    for (let minute = 0; minute < 24 * 60; minute += QUARTER) {
      const text = `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
      const read = readInstant({ text, second: false }, day, zone);
      const wall = atLocalTime(day, text.padStart(5, '0'), zone);
      if (wall.kind === 'skipped') expect(read.error).toMatch(/The clocks jump over/);
      else expect(read.isTwice).toBe(wall.kind === 'ambiguous');
      if (read.at) expect(localTime(read.at, zone)).toBe(text.padStart(5, '0'));
    }
  });

  test('a visit moved here from the day before stands at its own time of day and is as long as it was', () => {
    for (let hour = 0; hour < 24; hour += 1) {
      const clock = `${String(hour).padStart(2, '0')}:00`;
      const from = firstInstantAt(addDays(day, -1), clock, zone);
      const moved = movedToDay(
        { start: from, end: addMinutes(from, 90), windowStart: null, windowEnd: null },
        day,
        zone,
      );
      expect(moved.start).toBe(firstInstantAt(day, clock, zone));
      expect(minutesBetween(moved.start, moved.end)).toBe(90);
    }
  });

  test('many visits given one start time keep their lengths', () => {
    const visit = {
      start: firstInstantAt(day, '12:00', zone),
      end: firstInstantAt(day, '13:30', zone),
      windowStart: null,
      windowEnd: null,
    };
    const edit = { startTime: '02:30', minutes: undefined, window: undefined };
    const edited = editedTimes(visit, edit, zone);
    expect(edited.start).toBe(firstInstantAt(day, '02:30', zone));
    expect(minutesBetween(edited.start!, edited.end!)).toBe(90);
  });

  test('arrival windows are those of the clock on the wall; one that is skipped whole is not offered', () => {
    const nightly: WindowRule[] = Array.from({ length: 24 }, (_unused, hour) => ({
      businessUnitId: null,
      startMinute: hour * 60,
      endMinute: (hour + 1) * 60,
      weekdays: [0, 1, 2, 3, 4, 5, 6],
      active: true,
    }));
    const windows = windowsOn(nightly, null, day, zone);
    const length = windows.reduce((sum, one) => sum + minutesBetween(one.start, one.end), 0);
    expect(length).toBe(minutes);
    expect(windows.every((one) => one.start < one.end && one.start >= start && one.end <= end)).toBe(true);
    for (const window of windowsOn(STANDARD_WINDOWS, null, day, zone)) {
      expect(minutesBetween(window.start, window.end)).toBe(120);
    }
  });

  test('a shift over the night begins and ends by the clock, and is as long as the night was', () => {
    const pattern = {
      technicianId: 1,
      weekdays: [0, 1, 2, 3, 4, 5, 6],
      startMinute: 22 * 60,
      endMinute: 6 * 60,
      validFrom: addDays(day, -1),
      validUntil: day,
      exceptDays: [],
      active: true,
    };
    const shifts = shiftsOf(pattern as never, addDays(day, -1), day, zone);
    expect(shifts).toHaveLength(2);
    for (const shift of shifts) {
      expect([localTime(shift.start, zone), localTime(shift.end, zone)]).toEqual(['22:00', '06:00']);
    }
    const both = shifts.reduce((sum, shift) => sum + minutesBetween(shift.start, shift.end), 0);
    expect(both).toBe(2 * 8 * 60 + minutes - 24 * 60);
  });

  test('work through the night counts the minutes that really passed, each on its day', () => {
    const from = addMinutes(start, -120);
    const to = addMinutes(end, 60);
    const stamped = {
      stamps: [
        { kind: 'Arrived' as const, at: from },
        { kind: 'WorkStarted' as const, at: from },
        { kind: 'Done' as const, at: to },
      ],
      until: null,
    };
    expect(minutesWorked(stamped).workMinutes).toBe(minutes + 180);
    expect(workedDays(stamped, zone).map(({ day: on, workMinutes }) => [on, workMinutes])).toEqual([
      [addDays(day, -1), 120],
      [day, minutes],
      [addDays(day, 1), 60],
    ]);
  });

  test('the list of a day’s visits asks for the whole of it, no minute of another', () => {
    const filters = filtersOf({ day } as never, zone, day);
    expect([filters.from, filters.to]).toEqual([start, end]);
  });

  test('an imported time is read on the wall: twice gives both, skipped the first minute after the jump', () => {
    for (let minute = 0; minute < 24 * 60; minute += QUARTER) {
      const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      const wall = atLocalTime(day, clock, zone);
      const read = readTime(`${day} ${clock}`, zone);
      if (read.kind !== 'at') throw new Error(`${clock} is not read`);
      if (wall.kind === 'unique') expect([read.instant, read.later]).toEqual([wall.instant, null]);
      else if (wall.kind === 'ambiguous')
        expect([read.instant, read.later]).toEqual([wall.earlier, wall.later]);
      else expect([read.instant, read.remark]).toEqual([wall.after, 'time.skipped']);
    }
  });
});
