import { expect, test } from 'vitest';
import { indexDay } from '../day/day-index.ts';
import { assigned, dayOf, SETUP, utc, visit } from '../day/example-index.ts';
import { pendingOf } from '../moves/move-request.ts';
import { previewMove } from './preview.ts';

const one = visit(1, '09:00', '12:00', {
  windowStart: utc('09:00'),
  windowEnd: utc('10:00'),
  assignments: [assigned(11, 1, { override: { reason: 'Storm', by: 1, at: utc('06:00') } })],
});
const other = visit(2, '11:00', '13:00', { assignments: [assigned(21, 1)] });
const index = indexDay(null, dayOf([one, other]), SETUP);
const resized = (start: string, end: string) =>
  previewMove(index, pendingOf(one, { kind: 'resize', start: utc(start), end: utc(end) }))!.check;

test('a visit made to begin later is told that it leaves its window, and stands in nobody’s way anew', () => {
  const { hard, soft } = resized('10:30', '12:00');
  expect(hard).toEqual([]);
  expect(soft.map(({ code }) => code)).toContain('outsideWindow');
});

test('a visit made to end sooner is told where there is now a drive, and too little time for it', () => {
  const far = visit(3, '12:10', '13:00', { latitude: 42.9, assignments: [assigned(31, 1)] });
  const long = { ...one, end: utc('12:30') };
  const move = { kind: 'resize', start: long.start, end: utc('12:00') } as const;
  const day = indexDay(null, dayOf([long, far]), SETUP);
  const { check } = previewMove(day, pendingOf(long, move))!;
  expect(check.hard).toEqual([]);
  expect(check.soft.map(({ code }) => code)).toContain('travelTooShort');
});
