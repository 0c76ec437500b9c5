import { expect, test } from 'vitest';
import { outcomesOf } from './bill-outcomes.ts';

test('every bill of a step on many has a sentence: done, refused and why, or not told', () => {
  const outcomes = outcomesOf('post', [{ id: 1 }, { id: 2 }, { id: 3 }], {
    outcomes: [
      { id: 1, number: 1001, problem: null },
      { id: 2, number: 1002, problem: { code: 'bill.not_reconciled', params: {} } },
    ],
  });
  expect([...outcomes]).toEqual([
    [1, { isDone: true, sentence: 'Posted.' }],
    [
      2,
      {
        isDone: false,
        sentence: 'Only a reconciled bill goes into the books. Settle its differences first.',
      },
    ],
    [3, { isDone: false, sentence: expect.stringContaining('did not say') }],
  ]);
});
