import { describe, expect, test } from 'vitest';
import { day } from '../time.ts';
import { decideProject, fieldsTouchedByProject } from './decide.ts';
import { project, STATUSES, TODAY } from './project.fixture.ts';
import type { Project, ProjectChanges } from './project.ts';

const decide = (before: Partial<Project>, changes: ProjectChanges, jobCount = 0) =>
  decideProject(project(before), changes, { statuses: STATUSES, today: TODAY, jobCount });
const refusalOf = (...given: Parameters<typeof decide>) => {
  const decision = decide(...given);
  return decision.ok ? null : decision.refusal;
};
const changed = (...given: Parameters<typeof decide>) => {
  const decision = decide(...given);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.value;
};

describe('the status of a project', () => {
  test('a sub-status belongs to its status; one of another status is refused', () => {
    expect(changed({}, { subStatusId: 11 })).toMatchObject({ statusId: 1, subStatusId: 11 });
    expect(refusalOf({}, { subStatusId: 21 })).toEqual({
      code: 'project.sub_status_of_other_status',
      params: { subStatusId: 21 },
    });
    expect(refusalOf({ statusId: null }, { subStatusId: 11 })?.code).toBe(
      'project.sub_status_of_other_status',
    );
  });

  test('another status takes the old sub-status away, unless its own comes along', () => {
    expect(changed({ subStatusId: 11 }, { statusId: 2 })).toMatchObject({ statusId: 2, subStatusId: null });
    expect(changed({ subStatusId: 11 }, { statusId: 2, subStatusId: 21 })).toMatchObject({ subStatusId: 21 });
    expect(changed({ subStatusId: 11 }, { statusId: null })).toMatchObject({
      statusId: null,
      subStatusId: null,
    });
  });

  test('one that is no longer in use is not chosen anew, but a project may keep it', () => {
    expect(refusalOf({}, { statusId: 4 })).toEqual({
      code: 'project.inactive_reference',
      params: { inactive: [{ kind: 'projectStatus', id: 4 }] },
    });
    expect(refusalOf({}, { subStatusId: 12 })?.params).toEqual({
      inactive: [{ kind: 'projectSubStatus', id: 12 }],
    });
    expect(changed({ statusId: 4 }, { name: 'Kept' })).toMatchObject({ statusId: 4, name: 'Kept' });
  });

  test('a status that closes completes the project today, unless a day is given', () => {
    expect(changed({}, { statusId: 3 }).actualCompletion).toBe(TODAY);
    expect(changed({}, { statusId: 3, actualCompletion: day('2026-11-02') }).actualCompletion).toBe(
      '2026-11-02',
    );
    expect(changed({ actualCompletion: day('2026-11-03') }, { statusId: 3 }).actualCompletion).toBe(
      '2026-11-03',
    );
  });

  test('opened again it is no longer complete; between open statuses the day stays', () => {
    const closed = { statusId: 3, actualCompletion: day('2026-11-02') };
    expect(changed(closed, { statusId: 1 }).actualCompletion).toBeNull();
    expect(changed({ ...closed, statusId: 2 }, { statusId: 1 }).actualCompletion).toBe('2026-11-02');
  });
});

describe('what a change of a project decides on', () => {
  const touched = (before: Partial<Project>, changes: ProjectChanges) =>
    fieldsTouchedByProject(project(before), changes, decide(before, changes));

  test('another status decides on the sub-status and the completion it takes along, and on nothing else', () => {
    expect(touched({ subStatusId: 11 }, { statusId: 2 })).toEqual(['statusId', 'subStatusId']);
    expect(touched({}, { statusId: 3 })).toEqual(['statusId', 'actualCompletion']);
    expect(touched({}, { statusId: 2, name: 'Attic' })).toEqual(['statusId', 'name']);
    expect(touched({ subStatusId: 11 }, { name: 'Attic' })).toEqual(['name']);
  });
});

describe('the days of a project', () => {
  test.each(['targetCompletion', 'actualCompletion'] as const)('%s before the start is refused', (field) => {
    expect(refusalOf({ startsOn: day('2026-11-10') }, { [field]: day('2026-11-09') })).toEqual({
      code: 'project.dates_out_of_order',
      params: { field, startsOn: '2026-11-10', end: '2026-11-09' },
    });
    expect(refusalOf({ [field]: day('2026-11-09') }, { startsOn: day('2026-11-10') })?.code).toBe(
      'project.dates_out_of_order',
    );
  });

  test('begun and done on one day is well', () => {
    expect(refusalOf({}, { startsOn: TODAY, targetCompletion: TODAY, actualCompletion: TODAY })).toBeNull();
  });

  test('nothing is completed tomorrow; it may be meant to be', () => {
    expect(refusalOf({}, { actualCompletion: day('2026-11-22') })).toEqual({
      code: 'project.completion_in_future',
      params: { day: '2026-11-22', today: TODAY },
    });
    expect(refusalOf({}, { targetCompletion: day('2027-11-22') })).toBeNull();
  });

  test('a completion brought along from elsewhere is not looked at when something else is changed', () => {
    expect(refusalOf({ actualCompletion: day('2026-12-24') }, { name: 'Renamed' })).toBeNull();
  });
});

test('a project with jobs in it is not put away; an empty one is, and comes back', () => {
  expect(refusalOf({}, { active: false }, 1)).toEqual({ code: 'project.has_jobs', params: { count: 1 } });
  expect(changed({}, { active: false }).active).toBe(false);
  expect(changed({ active: false }, { active: true }, 2).active).toBe(true);
});
