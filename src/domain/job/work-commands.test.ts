import { describe, expect, test } from 'vitest';
import {
  ANNA,
  at,
  BEN,
  decide,
  give,
  having,
  makeCard,
  refusalOf,
  SECOND_VISIT,
  VISIT,
} from './card.fixture.ts';
import type { JobCard } from './job-card.ts';

const card = makeCard();
const two = having(card, give.addVisit(), give.assign(ANNA, SECOND_VISIT));
const anna = (of: JobCard) => of.assignments[0];
const elsewhere = { workingElsewhere: new Set([ANNA]) };

describe('a technician’s day', () => {
  test('one click may set several stamps, each kept apart', () => {
    const done = having(
      card,
      give.dispatch(8),
      give.arrive(9),
      give.pause(10),
      give.resumeWork(11),
      give.leave(12),
    );
    expect(anna(done)).toMatchObject({
      status: 'Done',
      paused: false,
      dispatchedOn: at(8),
      arrivedOn: at(9),
      workStartedOn: at(9),
      pausedOn: at(10),
      resumedOn: at(11),
      doneOn: at(12),
    });
  });

  test('arriving without a dispatch is possible', () => {
    expect(anna(having(card, give.arrive()))).toMatchObject({ status: 'Working', dispatchedOn: null });
  });

  test('a canceled dispatch leaves no stamp', () => {
    expect(anna(having(card, give.dispatch(), give.cancelDispatch()))).toEqual(anna(card));
  });

  test('leaving to come back later makes it Scheduled again; the second visit resumes the work', () => {
    const left = having(card, give.arrive(9), give.leaveForNow(12));
    expect(anna(left)).toMatchObject({ status: 'Scheduled', pausedOn: at(12), doneOn: null });
    const back = having(left, give.dispatch(32), give.arrive(33), give.leave(35));
    expect(anna(back)).toMatchObject({
      status: 'Done',
      dispatchedOn: at(32),
      arrivedOn: at(33),
      workStartedOn: at(9),
      resumedOn: at(33),
      doneOn: at(35),
    });
  });

  test('leaving while paused keeps when the work had stopped', () => {
    expect(anna(having(card, give.arrive(9), give.pause(10), give.leaveForNow(12)))).toMatchObject({
      paused: false,
      pausedOn: at(10),
    });
  });
});

describe('one place at a time', () => {
  test('somebody at work on this job cannot arrive at its other visit', () => {
    expect(decide(having(two, give.arrive()), give.arrive(10, ANNA, SECOND_VISIT))).toEqual({
      ok: false,
      refusal: {
        code: 'assignment.technician_working_elsewhere',
        params: { technicianId: ANNA, appointmentId: VISIT },
      },
    });
  });

  test('nor when at work on another job', () => {
    expect(refusalOf(card, give.arrive(), elsewhere)).toBe('assignment.technician_working_elsewhere');
    expect(refusalOf(card, give.dispatch(), elsewhere)).toBe('allowed');
  });

  test('a paused technician may arrive elsewhere, and then cannot resume here', () => {
    const moved = having(two, give.arrive(9), give.pause(10), give.arrive(11, ANNA, SECOND_VISIT));
    expect(refusalOf(moved, give.resumeWork(12))).toBe('assignment.technician_working_elsewhere');
    const back = having(moved, give.leave(12, ANNA, SECOND_VISIT));
    expect(refusalOf(back, give.resumeWork(12))).toBe('allowed');
    expect(refusalOf(back, give.resumeWork(12), elsewhere)).toBe('assignment.technician_working_elsewhere');
  });
});

describe('what cannot be', () => {
  test('a visit starts without a technician', () => {
    const nobody = makeCard({ assignments: [] });
    expect(refusalOf(nobody, give.dispatch())).toBe('appointment.no_technician');
    expect(refusalOf(nobody, give.arrive())).toBe('appointment.no_technician');
    expect(refusalOf(nobody, give.leave())).toBe('assignment.not_found');
  });

  test('somebody who is not assigned arrives', () => {
    expect(refusalOf(card, give.arrive(9, BEN))).toBe('assignment.not_found');
  });

  test.each([
    ['arriving before the dispatch', [give.dispatch(9)], give.arrive(8)],
    ['leaving before the arrival', [give.arrive(9)], give.leave(8)],
    ['pausing before the arrival', [give.arrive(9)], give.pause(8)],
    ['resuming before the pause', [give.arrive(9), give.pause(10)], give.resumeWork(9)],
    [
      'leaving before the work was resumed',
      [give.arrive(9), give.pause(10), give.resumeWork(11)],
      give.leave(10.5),
    ],
    ['coming back before having left', [give.arrive(9), give.leaveForNow(12)], give.arrive(11)],
  ] as const)('%s', (_, before, command) => {
    expect(refusalOf(having(card, ...before), command)).toBe('assignment.time_before_arrival');
  });

  test('the same moment is fine', () => {
    expect(refusalOf(having(card, give.dispatch(9)), give.arrive(9))).toBe('allowed');
  });

  test('resuming without a pause', () => {
    expect(refusalOf(having(card, give.arrive()), give.resumeWork())).toBe('assignment.not_paused');
  });
});
