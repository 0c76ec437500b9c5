import { expect, test } from 'vitest';
import { instant } from '#domain/time.ts';
import { changeBefore, marksOf, nextChange, reachOf, stepBy } from './past-steps.ts';

const ZONE = 'America/New_York';
const at = (text: string) => instant(`2026-11-21T${text}:00Z`);

test('the scrubber runs over the day on the board’s clock, 23 or 25 hours in the nights the clocks change', () => {
  const now = instant('2027-01-01T00:00:00Z');
  expect(reachOf(at('15:00'), ZONE, now).minutes).toBe(24 * 60);
  expect(reachOf(instant('2026-03-08T15:00:00Z'), ZONE, now).minutes).toBe(23 * 60);
  expect(reachOf(instant('2026-11-01T15:00:00Z'), ZONE, now).minutes).toBe(25 * 60);
});

test('the scrubber ends at now, and no step goes past it', () => {
  expect(reachOf(at('15:00'), ZONE, at('15:30'))).toEqual({
    start: at('05:00'),
    end: at('15:30'),
    minutes: 630,
  });
  expect(stepBy(at('15:00'), 60, at('15:30'))).toBe(at('15:30'));
  expect(stepBy(at('15:00'), -60, at('15:30'))).toBe(at('14:00'));
});

test('the next change and the one before are those of the day, then those of other days', () => {
  const steps = { times: [at('10:00'), at('12:00')], earlier: at('01:00'), later: null };
  expect([nextChange(steps, at('10:00')), nextChange(steps, at('12:00'))]).toEqual([at('12:00'), null]);
  expect([changeBefore(steps, at('12:00')), changeBefore(steps, at('10:00'))]).toEqual([
    at('10:00'),
    at('01:00'),
  ]);
  expect([nextChange(undefined, at('10:00')), changeBefore(undefined, at('10:00'))]).toEqual([null, null]);
});

test('changes of one moment are one mark', () => {
  const reach = { start: at('00:00'), end: at('10:00') };
  expect(marksOf([at('01:00'), at('01:00'), at('05:00')], reach)).toEqual([100, 500]);
});
