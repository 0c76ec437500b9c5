import { describe, expect, it } from 'vitest';
import type { AppointmentView, AssignmentView } from '#contract/job.ts';
import { at, exampleAppointment } from '../../data/live/example-board.ts';
import { cardOfVisit } from './domain-card.ts';
import { nextStep, offersFor, type TechnicianOffer } from './offers.ts';
import { onTheWay, type VisitRequest } from './visit-requests.ts';

const assignment = (changes: Partial<AssignmentView> = {}): AssignmentView => ({
  id: 1,
  technicianId: 3,
  technicianName: 'Ana Reyes',
  status: 'Scheduled',
  paused: false,
  dispatchedOn: null,
  arrivedOn: null,
  workStartedOn: null,
  pausedOn: null,
  resumedOn: null,
  doneOn: null,
  override: null,
  ...changes,
});
const visitWith = (one: Partial<AssignmentView>, changes: Partial<AppointmentView> = {}) =>
  exampleAppointment({ assignments: [assignment(one)], ...changes });

const DISPATCHER = { roles: ['dispatcher' as const] };
const STEPS: readonly TechnicianOffer[] = [
  'appointments.dispatch',
  'appointments.cancelDispatch',
  'appointments.arrive',
  'appointments.pause',
  'appointments.resumeWork',
  'appointments.leave',
  'appointments.unassign',
];
const open = (visit: AppointmentView, elsewhere: readonly number[] = []) => {
  const offers = offersFor(cardOfVisit(visit), visit.id, DISPATCHER, {}, new Set(elsewhere));
  return STEPS.filter((step) => offers.technician(step, 3) === undefined).map((step) =>
    step.replace('appointments.', ''),
  );
};

describe('what the drawer offers for a technician', () => {
  it.each([
    [{ status: 'Scheduled' as const }, 'Scheduled' as const, ['dispatch', 'arrive', 'unassign']],
    [{ status: 'Dispatched' as const }, 'Dispatched' as const, ['cancelDispatch', 'arrive', 'unassign']],
    [{ status: 'Working' as const }, 'Working' as const, ['pause', 'leave']],
    [{ status: 'Working' as const, paused: true }, 'Working' as const, ['resumeWork', 'leave']],
    [{ status: 'Done' as const }, 'Done' as const, []],
  ])('while %j', (one, status, offered) => expect(open(visitWith(one, { status }))).toEqual(offered));

  it('no arrival while they work elsewhere, and says so', () => {
    const visit = visitWith({});
    expect(open(visit, [3])).toEqual(['dispatch', 'unassign']);
    const offers = offersFor(
      cardOfVisit(visit),
      visit.id,
      DISPATCHER,
      { technicianName: () => 'Ana Reyes' },
      new Set([3]),
    );
    expect(offers.technician('appointments.arrive', 3)).toBe(
      'Ana Reyes is at work on another visit. Pause or finish that one first.',
    );
  });

  it('nothing of the dispatcher’s for a CSR, who may still confirm and hold', () => {
    const visit = visitWith({});
    const offers = offersFor(cardOfVisit(visit), visit.id, { roles: ['csr'] }, {}, new Set());
    expect(offers.technician('appointments.dispatch', 3)).toContain('Your role does not allow this');
    expect(offers.visit('appointments.confirm')).toBeUndefined();
    expect(offers.visit('appointments.hold')).toBeUndefined();
  });

  it('no new times and no hold once somebody has begun', () => {
    const visit = visitWith({ status: 'Working' }, { status: 'Working' });
    const offers = offersFor(cardOfVisit(visit), visit.id, DISPATCHER, {}, new Set());
    expect(offers.visit('appointments.reschedule')).toContain('it is working');
    expect(offers.job('jobs.cancel')).toContain('working on this job');
  });

  it('the next step of the work as the button', () => {
    expect([
      nextStep('Scheduled', false),
      nextStep('Dispatched', false),
      nextStep('Working', false),
      nextStep('Working', true),
      nextStep('Done', false),
    ]).toEqual([
      'appointments.dispatch',
      'appointments.arrive',
      'appointments.leave',
      'appointments.resumeWork',
      null,
    ]);
  });
});

describe('the time of a step that is written down later', () => {
  const visit = visitWith({ status: 'Working', dispatchedOn: at('15:00'), arrivedOn: at('15:30') });
  const offers = offersFor(cardOfVisit(visit), visit.id, DISPATCHER, { zone: 'UTC' }, new Set());

  it('cannot be before the step that came before it', () => {
    expect(offers.stepAt('appointments.leave', 3, at('15:20'))).toBe(
      'That is before Sat 21 Nov 15:30. Choose a later time.',
    );
    expect(offers.stepAt('appointments.leave', 3, at('16:00'))).toBeUndefined();
  });

  it('of a job’s completion cannot be before somebody came', () => {
    expect(offers.completedAt(at('15:20'))).toBe(
      'A job cannot be completed before its technician arrived (Sat 21 Nov 15:30). Choose a later time.',
    );
    expect(offers.completedAt(at('16:00'))).toBeUndefined();
  });
});

describe('moving somebody who is on the way', () => {
  const visit = visitWith({ status: 'Dispatched' }, { status: 'Dispatched' });
  const request = (input: object, command = 'appointments.reassign') =>
    ({ command, input: { id: visit.id, ...input }, visit, done: '' }) as VisitRequest;

  it('asks first when the time or the technician changes, not for a window alone that stays', () => {
    const { start, end } = visit;
    expect(onTheWay(request({ fromTechnicianId: 3, toTechnicianId: 4, start, end }))).toEqual([3]);
    expect(onTheWay(request({ start: '2026-11-21T18:00:00.000Z' }, 'appointments.reschedule'))).toEqual([3]);
    expect(onTheWay(request({ technicianIds: [4] }, 'appointments.assign'))).toEqual([]);
  });

  it('asks once', () => {
    const { start, end } = visit;
    expect(
      onTheWay(request({ fromTechnicianId: 3, toTechnicianId: 4, start, end, cancelDispatch: true })),
    ).toEqual([]);
  });
});
