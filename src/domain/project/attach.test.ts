import { expect, test } from 'vitest';
import { decideAttach, decideDetach } from './attach.ts';
import { project } from './project.fixture.ts';

const job = (changes: Partial<Parameters<typeof decideAttach>[1][number]> = {}) => ({
  id: 1,
  number: 1042,
  locationId: 8,
  billToCustomerId: 7,
  projectId: null,
  ...changes,
});

test('a job at the project’s location comes into it', () => {
  expect(decideAttach(project(), [job()])).toEqual({ ok: true, value: { warnings: [] } });
});

test('a project that is put away takes no job', () => {
  expect(decideAttach(project({ active: false }), [job()])).toMatchObject({
    refusal: { code: 'project.put_away' },
  });
});

test('a job at another location is refused, by its number, and with it all the others', () => {
  expect(decideAttach(project(), [job(), job({ id: 2, number: 1043, locationId: 9 })])).toEqual({
    ok: false,
    refusal: { code: 'project.job_of_other_location', params: { jobId: 2, jobNumber: 1043 } },
  });
});

test('a job is in at most one project', () => {
  expect(decideAttach(project(), [job({ projectId: 101 })])).toMatchObject({
    refusal: { code: 'project.job_in_other_project', params: { jobNumber: 1042, projectId: 101 } },
  });
  expect(decideAttach(project(), [job({ projectId: 100 })])).toMatchObject({ ok: true });
});

test('a job with another payer comes in with a warning', () => {
  expect(decideAttach(project(), [job({ billToCustomerId: 70 })])).toEqual({
    ok: true,
    value: {
      warnings: [
        { code: 'project.other_payer', params: { jobId: 1, jobNumber: 1042, billToCustomerId: 70 } },
      ],
    },
  });
});

test('only a job of the project is taken out of it', () => {
  expect(decideDetach(100, [job({ projectId: 100 })])).toEqual({ ok: true, value: null });
  for (const projectId of [null, 101]) {
    expect(decideDetach(100, [job({ projectId })])).toMatchObject({
      refusal: { code: 'project.job_not_in_it', params: { jobNumber: 1042 } },
    });
  }
});
