import { expect, test } from 'vitest';
import type { HistoryEntry } from '#contract/history.ts';
import type { ProjectSetup, ProjectView } from '#contract/project.ts';
import { day, instant } from '#domain/time.ts';
import { projectSpine } from './project-spine.ts';

const status = (id: number, name: string, closes = false, active = true) => ({
  id,
  name,
  closes,
  active,
  subStatuses: id === 1 ? [{ id: 11, name: 'Permit', active: true }] : [],
});
const LISTS: ProjectSetup = {
  statuses: [
    status(1, 'Planned'),
    status(2, 'In progress'),
    status(3, 'On hold'),
    status(4, 'Completed', true),
    status(5, 'Canceled', true),
    status(6, 'Forgotten', false, false),
  ],
  types: [],
  users: [],
};
const project = (changes: Partial<ProjectView>) =>
  ({
    statusId: 1,
    subStatusId: null,
    targetCompletion: null,
    actualCompletion: null,
    timeZone: 'America/New_York',
    ...changes,
  }) as ProjectView;
const entry = (at: string, before: number | null, after: number) =>
  ({ at: instant(at), changes: [{ field: 'statusId', before, after }] }) as unknown as HistoryEntry;
const MADE = entry('2026-11-02T15:00:00Z', null, 1);
const steps = (changes: Partial<ProjectView>, entries: HistoryEntry[]) =>
  projectSpine(project(changes), LISTS, entries).map(({ label, detail, state }) => [label, state, detail]);

test('an open project stands at its status, with its sub-status, and its target ahead', () => {
  expect(steps({ subStatusId: 11, targetCompletion: day('2026-12-24') }, [MADE])).toEqual([
    ['Planned', 'part', 'Permit, Mon 2 Nov 2026'],
    ['In progress', 'todo', '–'],
    ['On hold', 'todo', '–'],
    ['Completed', 'todo', 'target Thu 24 Dec 2026'],
  ]);
});

test('a project that is over shows the statuses it was in, and the one that closed it', () => {
  const entries = [
    entry('2026-11-20T15:00:00Z', 2, 5),
    // Still the day before at the location.
    entry('2026-11-10T03:00:00Z', 1, 2),
    MADE,
  ];
  expect(steps({ statusId: 5, actualCompletion: day('2026-11-19') }, entries)).toEqual([
    ['Planned', 'done', 'Mon 2 Nov 2026'],
    ['In progress', 'done', 'Mon 9 Nov 2026'],
    ['Canceled', 'done', 'Thu 19 Nov 2026'],
  ]);
});

test('opened again, what closed it is to do once more', () => {
  const entries = [entry('2026-11-21T15:00:00Z', 4, 2), entry('2026-11-20T15:00:00Z', 1, 4), MADE];
  expect(steps({ statusId: 2 }, entries)).toEqual([
    ['Planned', 'done', 'Mon 2 Nov 2026'],
    ['In progress', 'part', 'Sat 21 Nov 2026'],
    ['On hold', 'todo', '–'],
    ['Completed', 'todo', 'Fri 20 Nov 2026'],
  ]);
});

test('a status that was skipped is not to do any more', () => {
  expect(steps({ statusId: 2 }, [entry('2026-11-02T15:00:00Z', null, 2)]).map(([label]) => label)).toEqual([
    'In progress',
    'On hold',
    'Completed',
  ]);
});

test('a status that is no longer in use shows where the project is in it', () => {
  expect(steps({ statusId: 6 }, [])).toContainEqual(['Forgotten', 'part', '–']);
});
