import { expect, test } from 'vitest';
import { day } from '../time.ts';
import { punctuality } from './on-time.ts';

const came = (expectedOn: string | null, receivedOn: string, lines = 1) => ({
  expectedOn: expectedOn === null ? null : day(expectedOn),
  receivedOn: day(receivedOn),
  lines,
});

test.each([
  ['nothing came', [], { counted: 0, onTime: 0, rate: null }],
  ['no day was named', [came(null, '2026-11-20', 4)], { counted: 0, onTime: 0, rate: null }],
  ['on the day', [came('2026-11-20', '2026-11-20')], { counted: 1, onTime: 1, rate: 1_000_000 }],
  ['a day late', [came('2026-11-20', '2026-11-21')], { counted: 1, onTime: 0, rate: 0 }],
  [
    'two of three lines before it, one after',
    [came('2026-11-20', '2026-11-18', 2), came('2026-11-20', '2026-12-01'), came(null, '2026-12-01', 9)],
    { counted: 3, onTime: 2, rate: 666_667 },
  ],
])('on time: %s', (_, arrivals, told) => {
  expect(punctuality(arrivals)).toEqual(told);
});
