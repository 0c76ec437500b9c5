import fc from 'fast-check';
import { expect, it } from 'vitest';
import { minuteSpan, minutesWithin, without } from '../capacity/minute-spans.ts';
import { addMinutes, instant, type Span } from '../time.ts';
import { freePerHour } from './free-hours.ts';

const start = instant('2026-11-20T00:00:00.000Z');
const span = (from: number, minutes: number): Span => ({
  start: addMinutes(start, from),
  end: addMinutes(start, from + minutes),
});
const hour = (at: number) => minuteSpan(span(at * 60, 60));

it('what a visit takes of an hour is not free, and the hour before the shift is nobody’s', () => {
  const free = freePerHour([span(8 * 60, 120)], [span(8 * 60 + 45, 30)], start, 11);
  expect([...free].slice(7)).toEqual([0, 45, 45, 0]);
});

it('of two shifts at the same time one counts', () => {
  expect(freePerHour([span(60, 60), span(0, 120)], [], start, 2)).toEqual(new Float64Array([60, 60]));
});

const spans = (most: number) =>
  fc.array(
    fc
      .record({ from: fc.integer({ min: 0, max: 1_300 }), minutes: fc.integer({ min: 1, max: 400 }) })
      .map(({ from, minutes }) => span(from, minutes)),
    { maxLength: most },
  );

it('whatever the shifts and the visits, each hour has as many minutes free as booking counts', () => {
  fc.assert(
    fc.property(spans(3), spans(8), (shifts, visits) => {
      const taken = [...visits].sort((a, b) => (a.start < b.start ? -1 : 1));
      const left = without(shifts.map(minuteSpan), taken.map(minuteSpan));
      const free = freePerHour(shifts, taken, start, 30);
      expect([...free]).toEqual(Array.from({ length: 30 }, (_, at) => minutesWithin(left, hour(at))));
    }),
    { numRuns: 200 },
  );
});
