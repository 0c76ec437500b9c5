import { expect, test } from 'vitest';
import { instant } from '../time.ts';
import { heldAfterEdit, isOpenTo, isTooOld, MESSAGE_STATES, nextTry } from './sending.ts';

const noon = instant('2026-11-23T12:00:00.000Z');
const at = (time: string) => instant(`2026-11-23T${time}.000Z`);

test('what can be done to a message, state by state', () => {
  const open = Object.fromEntries(
    MESSAGE_STATES.map((state) => [
      state,
      (['change', 'cancel', 'sendAgain'] as const).filter((command) => isOpenTo(state, command)),
    ]),
  );
  expect(open).toEqual({
    waiting: ['change', 'cancel'],
    queued: ['cancel'],
    sent: [],
    failed: ['cancel', 'sendAgain'],
    unsent: [],
    noWay: ['cancel'],
  });
});

test('written anew it goes out ten seconds later, and never before its minute is over', () => {
  expect(heldAfterEdit(noon, at('12:00:20'))).toBe(at('12:01:00'));
  expect(heldAfterEdit(noon, at('12:03:00'))).toBe(at('12:03:10'));
});

test('what the mail server puts off is tried six times, within 85 minutes', () => {
  const tries = [1, 2, 3, 4, 5, 6].map((count) => nextTry(count, noon));
  expect(tries).toEqual([
    at('12:01:00'),
    at('12:02:00'),
    at('12:05:00'),
    at('12:15:00'),
    at('13:00:00'),
    null,
  ]);
});

test('“on the way” is of no use an hour late, a new time half a day late', () => {
  expect(isTooOld('dispatched', noon, at('13:00:00'))).toBe(false);
  expect(isTooOld('dispatched', noon, at('13:00:01'))).toBe(true);
  expect(isTooOld('rescheduled', noon, at('13:00:01'))).toBe(false);
  expect(isTooOld('rescheduled', noon, instant('2026-11-24T00:00:01.000Z'))).toBe(true);
});
