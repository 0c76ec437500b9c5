import { describe, expect, it } from 'vitest';
import { scrollStep } from './auto-scroll.ts';
import { hatched, hourMs, hourTicks, laneAt, markPx, msAt, rowsInView, scaleOf, xOf } from './geometry.ts';

const view = (startIso: string, hours: number) => {
  const start = Date.parse(startIso);
  return scaleOf({ start, end: start + hours * hourMs, pxPerHour: 100, rowHeight: 40, labelWidth: 196 });
};

describe('the time axis', () => {
  it('is 2,300 px wide on the day the clocks go forward and 2,500 px on the day they go back', () => {
    // Los Angeles: 8 March 2026 begins at 08:00Z and has 23 hours, 1 November begins at 07:00Z and has 25.
    expect(view('2026-03-08T08:00:00.000Z', 23).width).toBe(2_300);
    expect(view('2026-11-01T07:00:00.000Z', 25).width).toBe(2_500);
  });

  it('puts 9:00 of a 23-hour day at the eighth hour that really passed', () => {
    const scale = view('2026-03-08T08:00:00.000Z', 23);
    expect(xOf(scale, Date.parse('2026-03-08T16:00:00.000Z'))).toBe(800);
    expect(msAt(scale, 800)).toBe(Date.parse('2026-03-08T16:00:00.000Z'));
  });

  it('shows the hour that comes twice at two places', () => {
    const scale = view('2026-11-01T07:00:00.000Z', 25);
    const ticks = hourTicks(scale, scale.start, scale.end);
    expect(ticks).toHaveLength(25);
    const label = new Intl.DateTimeFormat('en-GB', { timeZone: 'America/Los_Angeles', hour: '2-digit' });
    expect(ticks.slice(0, 4).map((t) => label.format(t))).toEqual(['00', '01', '01', '02']);
  });

  it('names only as many hours as have room', () => {
    const start = Date.parse('2026-11-21T00:00:00.000Z');
    const narrow = scaleOf({
      start,
      end: start + 24 * hourMs,
      pxPerHour: 20,
      rowHeight: 40,
      labelWidth: 196,
    });
    expect(hourTicks(narrow, start, narrow.end)).toHaveLength(8);
    expect(hourTicks(narrow, start + 4 * hourMs, start + 8 * hourMs)).toEqual(
      [3, 6].map((h) => start + h * hourMs),
    );
  });
});

describe('rows in view', () => {
  it.each([
    [0, { first: 0, end: 27 }],
    [4_000, { first: 96, end: 127 }],
    [19_100, { first: 473, end: 500 }],
  ])('scrolled to %i px of 500 lanes: the rows shown and four on each side', (top, rows) => {
    expect(rowsInView(top, 900, 40, 500, 4)).toEqual(rows);
  });

  it('has none when there are no lanes', () => {
    expect(rowsInView(0, 900, 40, 0, 4)).toEqual({ first: 0, end: 0 });
  });

  it('takes the nearest lane when the pointer is above the first or below the last', () => {
    expect([laneAt(-10, 40, 3), laneAt(59, 40, 3), laneAt(500, 40, 3)]).toEqual([0, 1, 2]);
  });
});

describe('hatching', () => {
  const day = { start: 0, end: 24 };
  it.each([
    ['no shift: the whole day', [], [], [day]],
    [
      'one shift: before and after',
      [{ start: 8, end: 17 }],
      [],
      [
        { start: 0, end: 8 },
        { start: 17, end: 24 },
      ],
    ],
    ['a night shift from the day before', [{ start: -4, end: 6 }], [], [{ start: 6, end: 24 }]],
    [
      'time off inside a shift, and touching its end',
      [{ start: 8, end: 17 }],
      [
        { start: 10, end: 11 },
        { start: 16, end: 18 },
      ],
      [
        { start: 0, end: 8 },
        { start: 10, end: 11 },
        { start: 16, end: 24 },
      ],
    ],
    [
      'overlapping shifts in any order',
      [
        { start: 12, end: 24 },
        { start: 0, end: 13 },
      ],
      [],
      [],
    ],
  ])('%s', (_, shifts, off, expected) => {
    expect(hatched(day, shifts, off)).toEqual(expected);
  });
});

describe('scrolling near an edge while dragging', () => {
  const edges = { left: 200, right: 1_000, top: 50, bottom: 650 };
  it.each([
    [600, 300, { dx: 0, dy: 0 }],
    [600, 640, { dx: 0, dy: 14 }],
    [205, 300, { dx: -16, dy: 0 }],
    [999, 51, { dx: 18, dy: -18 }],
    [1_200, 300, { dx: 0, dy: 0 }],
  ])('at %i, %i', (x, y, step) => {
    expect(scrollStep(x, y, edges)).toEqual(step);
  });
});

it('the lines of the lanes stand as far apart as the hours of the head', () => {
  for (const pxPerHour of [32, 48, 76, 83.7, 152]) {
    const scale = scaleOf({ start: 0, end: 24 * hourMs, pxPerHour, rowHeight: 40, labelWidth: 196 });
    expect(markPx(scale)).toBe(pxPerHour);
  }
});
