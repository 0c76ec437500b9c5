import { describe, expect, it } from 'vitest';
import { day, instant, msOf } from '#domain/time.ts';
import { axisDays, dayHours } from '../week/axis-days.ts';
import { type Drag, idle, next, type Rules } from './drag-machine.ts';
import { dayIndexAt, hourTicks, msAt, NIGHT_PX, scaleOf, xOf } from './geometry.ts';

const zone = 'America/New_York';
/** Clocks go back in the night to Sunday 1 November, the last day of a week that begins on Monday. */
const days = axisDays(day('2026-10-26'), zone, [7, 19]);
const scale = scaleOf({
  start: days[0]!.start,
  end: days[6]!.end,
  pxPerHour: 10,
  rowHeight: 40,
  labelWidth: 194,
  days,
});
const at = (text: string) => msOf(instant(text));
const monday8 = at('2026-10-26T12:00:00.000Z');
const sunday8 = at('2026-11-01T13:00:00.000Z');

describe('the axis of a week', () => {
  it('gives every day the same width, the one of 25 hours too, and puts eight at the same place of each', () => {
    expect(scale.dayPx).toBe(120 + 2 * NIGHT_PX);
    expect(scale.width).toBe(7 * scale.dayPx);
    expect(days.map(({ start }) => xOf(scale, start))).toEqual([0, 144, 288, 432, 576, 720, 864]);
    expect(xOf(scale, monday8)).toBe(NIGHT_PX + 10);
    expect(xOf(scale, sunday8)).toBe(6 * 144 + NIGHT_PX + 10);
  });

  it('leaves no minute out: each has a place of its own, and the place leads back to it', () => {
    let before = -1;
    for (let ms = scale.start; ms <= scale.end; ms += 30 * 60_000) {
      const x = xOf(scale, ms);
      expect(x).toBeGreaterThan(before);
      // To a hundredth of a px, which at night is half a minute.
      expect(Math.abs(msAt(scale, x) - ms)).toBeLessThan(30_000);
      before = x;
    }
    expect(before).toBe(scale.width);
  });

  it('takes what is beside the week for its first or last day', () => {
    expect(
      [scale.start - 1, scale.start, scale.end - 1, scale.end + 1].map((ms) => dayIndexAt(days, ms)),
    ).toEqual([0, 0, 6, 6]);
  });

  it('names the days, and hours only where both have room', () => {
    expect(hourTicks(scale, scale.start, scale.end)).toEqual(days.map(({ start }) => start));
    const wide = scaleOf({ ...scale, pxPerHour: 26, rowHeight: 40, labelWidth: 194, days });
    const monday = hourTicks(wide, days[0]!.start, days[0]!.end).slice(1);
    expect(monday.map((ms) => (ms - days[0]!.start) / 3_600_000)).toEqual([11, 13, 15, 17]);
  });
});

describe('a drag in a week', () => {
  const rules: Rules = {
    scale,
    isHead: (lane) => lane === 1,
    rowHeight: 40,
    lanes: 4,
    snapMs: 15 * 60_000,
    viewStart: scale.start,
    viewEnd: scale.end,
  };
  const hour = 3_600_000;
  const grip = {
    mode: 'move',
    barId: 'a',
    appointmentId: 1,
    lane: 0,
    start: monday8,
    end: monday8 + hour,
  } as const;
  const origin = { x: 25, y: 10 };
  const pressed = next(idle, { type: 'press', grip, rules, at: origin });
  const movedBy = (x: number, y: number) =>
    next(pressed, { type: 'move', at: { x: origin.x + x, y: origin.y + y }, inside: true });
  const placeOf = (drag: Drag) => (drag.phase === 'dragging' ? drag.place : null);

  it('keeps the time of day when it lands near it on another day, over a change of clocks too', () => {
    expect(placeOf(movedBy(144 + 5, 80))).toEqual({
      lane: 2,
      start: monday8 + 24 * hour,
      end: monday8 + 25 * hour,
    });
    expect(placeOf(movedBy(6 * 144 - 4, 80))?.start).toBe(sunday8);
  });

  it('goes to the quarter of an hour under the pointer farther from it', () => {
    expect(placeOf(movedBy(144 + 30, 80))?.start).toBe(monday8 + 27 * hour);
  });

  it('has no place on the head of a group, and passes over it by key', () => {
    expect(placeOf(movedBy(0, 40))).toBeNull();
    const lifted = next(idle, { type: 'lift', by: 'keyboard', grip, rules, at: origin });
    const down = next(lifted, { type: 'nudge', steps: 0, lanes: 1, edge: 'both' });
    expect(placeOf(down)?.lane).toBe(2);
    expect(placeOf(next(down, { type: 'nudge', steps: 0, lanes: -1, edge: 'both' }))?.lane).toBe(0);
  });

  it('goes by whole days with Ctrl and an arrow, and stops at the last', () => {
    const lifted = next(idle, { type: 'lift', by: 'keyboard', grip, rules, at: origin });
    const tuesday = next(lifted, { type: 'nudge', steps: 1, lanes: 0, edge: 'days' });
    expect(placeOf(tuesday)?.start).toBe(monday8 + 24 * hour);
    expect(placeOf(next(lifted, { type: 'nudge', steps: 9, lanes: 0, edge: 'days' }))?.start).toBe(sunday8);
  });
});

describe('which hours of a week are day', () => {
  const shift = (from: string, to: string) => ({
    start: instant(`2026-10-26T${from}:00.000Z`),
    end: instant(`2026-10-2${to < from ? 7 : 6}T${to}:00.000Z`),
  });
  it.each([
    ['nobody works', [], [7, 19]],
    ['the usual ones', [shift('12:00', '21:00')], [7, 19]],
    ['an early and a late shift', [shift('09:30', '18:00'), shift('18:00', '02:15')], [5, 23]],
    [
      'one person on call at night among many',
      [...Array.from({ length: 20 }, () => shift('12:00', '21:00')), shift('02:00', '10:00')],
      [7, 19],
    ],
  ] as const)('%s', (_, shifts, hours) => expect(dayHours(shifts, zone)).toEqual(hours));
});
