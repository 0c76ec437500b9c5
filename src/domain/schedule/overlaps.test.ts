import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant, instantFromMs, type Span } from '../time.ts';
import { overlapMinutes, overlaps, uncoveredMinutes } from './overlaps.ts';

const start = Date.parse(instant('2026-11-21T00:00:00Z'));
const MINUTES = [...Array(300).keys()];
const instants = MINUTES.map((minute) => instantFromMs(start + minute * 60_000));
const at = (minute: number) => instants[minute]!;
const span = (from: number, to: number): Span => ({ start: at(from), end: at(to) });
const spans = fc
  .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 60 }))
  .map(([from, length]) => span(from, from + length));
const minutesOf = ({ start: from, end }: Span): ReadonlySet<number> =>
  new Set(MINUTES.filter((minute) => at(minute) >= from && at(minute) < end));

describe('ranges of time', () => {
  test('one that ends when the other starts does not overlap it', () => {
    expect(overlaps(span(0, 60), span(60, 120))).toBe(false);
    expect(overlapMinutes(span(0, 60), span(60, 120))).toBe(0);
    expect(overlapMinutes(span(0, 61), span(60, 120))).toBe(1);
  });

  test('the minutes two have in common are those counted one by one', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const common = [...minutesOf(a)].filter((minute) => minutesOf(b).has(minute));
        expect(overlapMinutes(a, b)).toBe(common.length);
        expect(overlaps(a, b)).toBe(common.length > 0);
      }),
    );
  });

  test('the minutes no shift covers are those counted one by one, however shifts overlap', () => {
    fc.assert(
      fc.property(spans, fc.array(spans, { maxLength: 5 }), (whole, shifts) => {
        const covered = new Set(shifts.flatMap((shift) => [...minutesOf(shift)]));
        const open = [...minutesOf(whole)].filter((minute) => !covered.has(minute));
        expect(uncoveredMinutes(whole, shifts)).toBe(open.length);
      }),
    );
  });
});
