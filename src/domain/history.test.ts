import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RecordWrite, recordAt } from './history.ts';
import { addMinutes, instant } from './time.ts';

const nine = instant('2026-11-21T09:00:00Z');
const writes: readonly RecordWrite[] = [
  { at: addMinutes(nine, 20), created: false, changes: { start: ['10:00', '14:00'] } },
  { at: addMinutes(nine, 10), created: false, changes: { start: ['08:00', '10:00'], note: [null, 'gate'] } },
  { at: nine, created: true, changes: { start: [null, '08:00'] } },
];
const current = { start: '14:00', note: 'gate', number: 7 };

describe('a record as it stood at a past minute', () => {
  test.each([
    [-1, null],
    [0, { start: '08:00', note: null, number: 7 }],
    [9, { start: '08:00', note: null, number: 7 }],
    [10, { start: '10:00', note: 'gate', number: 7 }],
    [20, current],
    [600, current],
  ])('%d minutes after it was booked', (minutes, expected) => {
    expect(recordAt(current, writes, addMinutes(nine, minutes))).toEqual(expected);
  });

  test('the record handed in stays as it is', () => {
    recordAt(current, writes, nine);
    expect(current.start).toBe('14:00');
  });

  test('replaying any series of writes meets every state it passed through', () => {
    const fields = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer(), { maxKeys: 3 });
    fc.assert(
      fc.property(fc.array(fields, { minLength: 1, maxLength: 20 }), (steps) => {
        const states: Record<string, unknown>[] = [{ a: 0, b: 0, c: 0 }];
        const made: RecordWrite[] = [];
        steps.forEach((step, index) => {
          const before = states.at(-1)!;
          const changes = Object.fromEntries(
            Object.entries(step).map(([field, value]) => [field, [before[field], value] as const]),
          );
          made.unshift({ at: addMinutes(nine, index + 1), created: false, changes });
          states.push({ ...before, ...step });
        });
        states.forEach((state, index) => {
          expect(recordAt(states.at(-1)!, made, addMinutes(nine, index))).toEqual(state);
        });
      }),
    );
  });
});
