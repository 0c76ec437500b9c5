import { describe, expect, test } from 'vitest';
import { at, BEN, give, having, makeAppointment, makeAssignment, makeCard, makeJob } from './card.fixture.ts';
import type { AssignmentStatus, Job, ReasonGiven } from './job-card.ts';

const reason: ReasonGiven = { reasonId: 7, memo: '', by: 1, at: at(8) };
const statusOf = (
  assignments: readonly AssignmentStatus[],
  job: Partial<Job> = {},
  hold: ReasonGiven | null = null,
) =>
  makeCard({
    job: makeJob(job),
    appointments: [makeAppointment({ hold })],
    assignments: assignments.map((status, index) =>
      makeAssignment({
        id: index + 1,
        technicianId: index + 1,
        status,
        arrivedOn: status === 'Working' || status === 'Done' ? at(9) : null,
        doneOn: status === 'Done' ? at(10) : null,
      }),
    ),
  }).appointments[0]?.status;

describe('an appointment', () => {
  test.each<[AssignmentStatus[], string]>([
    [[], 'Scheduled'],
    [['Scheduled'], 'Scheduled'],
    [['Scheduled', 'Dispatched'], 'Dispatched'],
    [['Dispatched', 'Working'], 'Working'],
    [['Working', 'Done'], 'Working'],
    [['Done', 'Scheduled'], 'Working'],
    [['Done', 'Dispatched'], 'Dispatched'],
    [['Done', 'Done'], 'Done'],
    [['Done'], 'Done'],
  ])('whose technicians are %j is %s', (statuses, expected) => {
    expect(statusOf(statuses)).toBe(expected);
  });

  test('is on hold when held, whoever is assigned', () => {
    expect(statusOf(['Scheduled'], {}, reason)).toBe('Hold');
  });

  test('is canceled with its job, held or not', () => {
    expect(statusOf(['Scheduled'], { canceled: reason })).toBe('Canceled');
    expect(statusOf(['Done'], { canceled: reason }, reason)).toBe('Canceled');
  });

  test('of a completed job is done if somebody came, unused if nobody did', () => {
    expect(statusOf(['Done'], { completedOn: at(17) })).toBe('Done');
    expect(statusOf([], { completedOn: at(17) })).toBe('Unused');
    const [visit] = makeCard({ job: makeJob({ completedOn: at(17) }) }).appointments;
    expect(visit?.unused).toBe(true);
  });

  test('somebody who was unassigned does not count', () => {
    const card = having(makeCard(), give.dispatch(), give.unassign());
    expect(card.appointments[0]?.status).toBe('Scheduled');
  });
});

describe('a job', () => {
  const two = having(makeCard(), give.addVisit(), give.assign(BEN, 12));

  test('is dispatched while somebody is on the way and nobody has arrived', () => {
    expect(having(two, give.dispatch()).job.status).toBe('Dispatched');
    expect(having(two, give.dispatch(), give.cancelDispatch()).job.status).toBe('Scheduled');
  });

  test('is in progress from the first arrival on, also between visits', () => {
    expect(having(two, give.arrive()).job.status).toBe('InProgress');
    expect(having(two, give.arrive(), give.leave()).job.status).toBe('InProgress');
    expect(having(two, give.arrive(), give.leaveForNow()).job.status).toBe('InProgress');
    expect(having(two, give.arrive(), give.leave(), give.dispatch(13, BEN, 12)).job.status).toBe(
      'InProgress',
    );
  });

  test('is on hold when every unfinished visit is, even if one is done', () => {
    expect(having(two, give.holdVisit()).job.status).toBe('Scheduled');
    expect(having(two, give.holdVisit(), give.holdVisit(12)).job.status).toBe('Hold');
    expect(having(two, give.arrive(), give.leave(), give.holdVisit(12)).job.status).toBe('Hold');
  });

  test('a deleted visit takes no part', () => {
    expect(having(two, give.holdVisit(), give.remove(12)).job.status).toBe('Hold');
    expect(having(two, give.dispatch(13, BEN, 12), give.remove(12)).job.status).toBe('Scheduled');
  });

  test('completed and canceled win over everything', () => {
    expect(having(two, give.arrive(), give.complete()).job.status).toBe('Completed');
    expect(having(two, give.hold(), give.cancel()).job.status).toBe('Canceled');
  });
});
