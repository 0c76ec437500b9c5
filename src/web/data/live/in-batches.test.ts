import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inBatches } from './in-batches.ts';

let taken: (readonly number[])[];
let batches: ReturnType<typeof inBatches<number>>;
beforeEach(() => {
  vi.useFakeTimers();
  taken = [];
  batches = inBatches(100, (items) => taken.push(items));
});
afterEach(() => {
  vi.useRealTimers();
});

it('what comes after a pause is taken at once, what follows at its heels together', () => {
  batches.add(1);
  expect(taken).toEqual([[1]]);
  vi.advanceTimersByTime(30);
  batches.add(2);
  batches.add(3);
  expect(taken).toEqual([[1]]);
  vi.advanceTimersByTime(70);
  expect(taken).toEqual([[1], [2, 3]]);
  vi.advanceTimersByTime(100);
  batches.add(4);
  expect(taken).toEqual([[1], [2, 3], [4]]);
});

it('what waits can be taken now or forgotten, and comes no second time', () => {
  batches.add(1);
  batches.add(2);
  batches.flush();
  batches.add(3);
  batches.clear();
  vi.advanceTimersByTime(1_000);
  expect(taken).toEqual([[1], [2]]);
});

it('a clock that is set back holds nothing up', () => {
  batches.add(1);
  vi.setSystemTime(0);
  batches.add(2);
  expect(taken).toEqual([[1], [2]]);
});
