import { expect, test } from 'vitest';
import { addDays } from '../time.ts';
import { decideChosen, decidePutAway, decideTakesJobs, isProjectLate } from './in-use.ts';
import { TODAY } from './project.fixture.ts';

test('a project is late from the day after its target until it is complete, and never without a target', () => {
  const days = (target: number | null, actual: number | null) => ({
    targetCompletion: target === null ? null : addDays(TODAY, target),
    actualCompletion: actual === null ? null : addDays(TODAY, actual),
  });
  expect(isProjectLate(days(-1, null), TODAY)).toBe(true);
  expect(isProjectLate(days(0, null), TODAY)).toBe(false);
  expect(isProjectLate(days(-5, -1), TODAY)).toBe(false);
  expect(isProjectLate(days(null, null), TODAY)).toBe(false);
});

test('a project is put away only when no job is in it, and then takes none', () => {
  expect(decidePutAway(0)).toMatchObject({ ok: true });
  expect(decidePutAway(2)).toMatchObject({ refusal: { code: 'project.has_jobs', params: { count: 2 } } });
  expect(decideTakesJobs({ id: 100, active: true })).toMatchObject({ ok: true });
  expect(decideTakesJobs({ id: 100, active: false })).toMatchObject({
    refusal: { code: 'project.put_away', params: { projectId: 100 } },
  });
});

test('what a project newly refers to has to be in use; all that is not is named at once', () => {
  const references = [
    { kind: 'tag', id: 1, active: true },
    { kind: 'tag', id: 2, active: false },
    { kind: 'projectType', id: 3, active: false },
  ];
  expect(decideChosen(references.slice(0, 1))).toMatchObject({ ok: true });
  expect(decideChosen(references)).toMatchObject({
    refusal: {
      code: 'project.inactive_reference',
      params: {
        inactive: [
          { kind: 'tag', id: 2 },
          { kind: 'projectType', id: 3 },
        ],
      },
    },
  });
});
