import { expect, it } from 'vitest';
import { visitOrder } from './appointment-columns.tsx';

it('the hundredth visit of a job stands before the next job’s first', () => {
  const visits = [
    { jobNumber: 1043, number: 1 },
    { jobNumber: 1042, number: 101 },
    { jobNumber: 1042, number: 2 },
  ];
  const inOrder = visits.toSorted((one, other) => visitOrder(one) - visitOrder(other));
  expect(inOrder.map(({ jobNumber, number }) => `${jobNumber}-${number}`)).toEqual([
    '1042-2',
    '1042-101',
    '1043-1',
  ]);
  expect(new Set(visits.map(visitOrder)).size).toBe(3);
});
