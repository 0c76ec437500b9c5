import { expect, test } from 'vitest';
import { addMinutes, instant } from '../time.ts';
import { type FlaggedVisit, isLate, isUnassigned, isUnconfirmed, latenessOf } from './visit-flags.ts';

const nine = instant('2026-11-20T09:00:00Z');
const at = (minutes: number) => addMinutes(nine, minutes);
const visit = (changes: Partial<FlaggedVisit> = {}): FlaggedVisit => ({
  status: 'Scheduled',
  start: nine,
  end: at(90),
  windowEnd: at(60),
  assignments: [{}],
  isConfirmed: true,
  ...changes,
});

test('nobody there by the end of the window is late, at its last minute not yet', () => {
  expect(isLate(visit(), at(60))).toBe(false);
  expect(isLate(visit(), at(61))).toBe(true);
  expect(isLate(visit({ status: 'Dispatched' }), at(61))).toBe(true);
  expect(latenessOf(visit())).toBe('not-arrived');
});

test('without a window it is the planned start that counts', () => {
  expect(isLate(visit({ windowEnd: null }), at(0))).toBe(false);
  expect(isLate(visit({ windowEnd: null }), at(1))).toBe(true);
});

test('work that goes on after its planned end runs over', () => {
  const working = visit({ status: 'Working' });
  expect([isLate(working, at(90)), isLate(working, at(91))]).toEqual([false, true]);
  expect(latenessOf(working)).toBe('running-over');
});

test.each(['Hold', 'Done', 'Canceled', 'Unused'] as const)(
  '%s is never late, unassigned or unconfirmed',
  (status) => {
    const over = visit({ status, assignments: [], isConfirmed: false });
    expect([isLate(over, at(600)), isUnassigned(over), isUnconfirmed(over)]).toEqual([false, false, false]);
  },
);

test('a visit without a technician waits for one; one on the way needs no confirming', () => {
  expect(isUnassigned(visit({ assignments: [] }))).toBe(true);
  expect(isUnassigned(visit())).toBe(false);
  expect(isUnconfirmed(visit({ isConfirmed: false }))).toBe(true);
  expect(isUnconfirmed(visit({ status: 'Dispatched', isConfirmed: false }))).toBe(false);
});
