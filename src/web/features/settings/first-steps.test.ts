import { expect, test } from 'vitest';
import type { Setup } from '#contract/setup.ts';
import { canStart, firstSteps } from './first-steps.ts';

const empty = {
  businessUnits: [],
  jobTypes: [],
  campaigns: [],
  technicians: [],
  arrivalWindows: [],
  reasons: [],
} as unknown as Setup;
const one = [{ active: true }] as never;

test('an empty company is led from its business unit to working hours; reasons and windows can wait', () => {
  const steps = firstSteps(empty, false);
  expect(steps.filter(({ isOptional }) => !isOptional).map(({ kind }) => kind)).toEqual([
    'businessUnit',
    'jobType',
    'campaign',
    'technician',
    'shiftPattern',
  ]);
  expect(steps.every(({ isDone }) => !isDone)).toBe(true);
  expect(canStart(steps)).toBe(false);
});

test('what was taken out of use does not count', () => {
  const gone = [{ active: false }] as never;
  const office = { ...empty, businessUnits: one, jobTypes: one, campaigns: one, technicians: one };
  expect(canStart(firstSteps(office, true))).toBe(true);
  expect(canStart(firstSteps({ ...office, technicians: gone }, true))).toBe(false);
  expect(canStart(firstSteps(office, false))).toBe(false);
});
