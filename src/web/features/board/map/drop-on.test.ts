import { expect, test } from 'vitest';
import { indexDay } from '../day/day-index.ts';
import { assigned, dayOf, SETUP, technician, utc, visit } from '../day/example-index.ts';
import { dropOn } from './drop-on.ts';

const WORDING = { zone: 'UTC' };
const now = utc('06:00');

test('nobody’s visit is given at the best time the technician has, drives counted', () => {
  const index = indexDay(
    null,
    dayOf([
      visit(1, '08:00', '10:00', { assignments: [assigned(11, 1)] }),
      visit(2, '09:00', '10:00', { windowStart: utc('09:00'), windowEnd: utc('12:00') }),
    ]),
    SETUP,
  );
  const answer = dropOn(index, index.visits.get(2)!, null, 1, now, WORDING)!;
  expect(answer.move).toMatchObject({
    kind: 'move',
    from: null,
    to: 1,
    start: utc('10:00'),
    end: utc('11:00'),
  });
  expect(answer.consequences.severity).not.toBe('hard');
  expect(answer.place).toMatch(/^10:00–11:00/);
});

test('taken from another’s round it leaves that one; of a crew the one it was taken from', () => {
  const crew = visit(1, '09:00', '10:00', { assignments: [assigned(11, 1), assigned(12, 2)] });
  const index = indexDay(null, dayOf([crew]), SETUP);
  expect(dropOn(index, crew, 2, 3, now, WORDING)!.move).toMatchObject({ kind: 'move', from: 2, to: 3 });
  expect(dropOn(index, crew, null, 3, now, WORDING)!.move).toEqual({ kind: 'join', to: 3 });
  expect(dropOn(index, crew, 2, 1, now, WORDING)).toMatchObject({
    move: null,
    place: 'on this visit already',
  });
});

test('without room it stays at its own time, and says what is in the way', () => {
  const busy = technician(1, { skillIds: [] });
  const gas = visit(2, '09:00', '10:00', { jobTypeId: 2 });
  const index = indexDay(null, dayOf([gas], [busy]), SETUP);
  const answer = dropOn(index, gas, null, 1, now, WORDING)!;
  expect(answer.move).toMatchObject({ start: utc('09:00') });
  expect(answer.consequences.severity).toBe('soft');
  expect(answer.consequences.lines[0]).toMatch(/Gas/);
});

test('who is not on the board takes nothing', () => {
  const one = visit(1, '09:00', '10:00');
  expect(dropOn(indexDay(null, dayOf([one]), SETUP), one, null, 77, now, WORDING)).toBeNull();
});
