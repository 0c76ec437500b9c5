import { expect, test } from 'vitest';
import { progressOf } from './progress.ts';

test('progress is the share completed of the jobs that are to be done', () => {
  expect(progressOf({ Completed: 1, Scheduled: 1, InProgress: 1 })).toMatchObject({
    jobs: 3,
    donePercent: 33,
    counts: { Completed: 1, Scheduled: 1, InProgress: 1, Hold: 0, Canceled: 0, Dispatched: 0 },
  });
});

test('a canceled job is neither done nor to do', () => {
  expect(progressOf({ Completed: 2, Canceled: 3 })).toMatchObject({ jobs: 5, donePercent: 100 });
  expect(progressOf({ Canceled: 3 }).donePercent).toBeNull();
});

test('without jobs there is no share, and only all done is 100 %', () => {
  expect(progressOf({})).toMatchObject({ jobs: 0, donePercent: null });
  expect(progressOf({ Completed: 999, Hold: 1 }).donePercent).toBe(99);
});
