import { describe, expect, test } from 'vitest';
import { at, BEN, context, give, having, makeCard, refusalOf, SECOND_VISIT, VISIT } from './card.fixture.ts';
import type { JobCommand } from './commands.ts';
import { decideJob } from './decide.ts';
import type { JobCard } from './job-card.ts';

type Times = Omit<Extract<JobCommand, { type: 'reschedule' }>, 'type' | 'appointmentId'>;
const move = (changes: Times): JobCommand => ({ type: 'reschedule', appointmentId: VISIT, ...changes });
const card = makeCard();
const two = having(card, give.addVisit());
const visit = (of: JobCard) => of.appointments[0];
const begun = having(card, give.assign(BEN), give.arrive(), give.leave());

describe('rescheduling', () => {
  test('any of start, end and window; the rest stays', () => {
    expect(visit(having(card, move({ end: at(12) })))).toMatchObject({
      start: at(9),
      end: at(12),
      windowEnd: at(10),
    });
    expect(visit(having(card, move({ windowStart: null, windowEnd: null })))).toMatchObject({
      start: at(9),
      windowStart: null,
      windowEnd: null,
    });
  });

  test.each([
    [{ start: at(11) }, 'appointment.end_before_start'],
    [{ end: at(8) }, 'appointment.end_before_start'],
    [{ windowEnd: at(9) }, 'appointment.window_end_before_start'],
    [{ windowEnd: null }, 'appointment.window_end_before_start'],
    [{ end: at(9 + 31 * 24) }, 'allowed'],
    [{ end: at(9 + 31 * 24 + 1) }, 'appointment.too_long'],
  ] as const)('to %j: %s', (changes, expected) => {
    expect(refusalOf(card, move(changes))).toBe(expected);
  });

  test('while somebody is on the way, it must say so, and calls them off', () => {
    const onTheWay = having(card, give.dispatch());
    expect(refusalOf(onTheWay, move({ start: at(10) }))).toBe('appointment.dispatched_needs_cancel_dispatch');
    const moved = having(onTheWay, move({ start: at(10), cancelDispatch: true }));
    expect(moved.assignments[0]).toMatchObject({ status: 'Scheduled', dispatchedOn: null });
  });

  test('is refused once somebody is working or done, even if another is only on the way', () => {
    expect(refusalOf(having(card, give.arrive()), move({ end: at(12) }))).toBe('appointment.not_in_status');
    expect(
      refusalOf(having(begun, give.dispatch(13, BEN)), move({ end: at(12), cancelDispatch: true })),
    ).toBe('appointment.not_in_status');
  });

  test('of a visit on hold keeps it on hold', () => {
    expect(visit(having(two, give.holdVisit(), move({ start: at(10) })))?.status).toBe('Hold');
  });

  test('time taken with an override says why; moved on to free time it no longer does', () => {
    const taken = having(card, move({ start: at(10), overrideReason: 'emergency' }));
    expect(taken.assignments[0]?.override).toMatchObject({ reason: 'emergency', at: context().now });
    const windowOnly = having(taken, move({ windowStart: null, windowEnd: null }));
    expect(windowOnly.assignments[0]?.override?.reason).toBe('emergency');
    expect(having(taken, move({ start: at(9) })).assignments[0]?.override).toBeNull();
  });
});

describe('holding and releasing a visit', () => {
  test('calls off whoever is on the way, and nobody can be sent until it is released', () => {
    const held = having(two, give.dispatch(), give.holdVisit());
    expect(held.assignments[0]?.status).toBe('Scheduled');
    expect(refusalOf(held, give.dispatch())).toBe('appointment.on_hold');
    expect(refusalOf(held, give.arrive())).toBe('appointment.on_hold');
    expect(refusalOf(having(held, give.release()), give.dispatch())).toBe('allowed');
  });

  test('is refused once somebody is working or done', () => {
    expect(refusalOf(having(card, give.arrive()), give.holdVisit())).toBe('appointment.not_in_status');
    expect(refusalOf(having(begun, give.dispatch(13, BEN)), give.holdVisit())).toBe(
      'appointment.not_in_status',
    );
  });

  test('needs a reason', () => {
    const command = { type: 'holdAppointment', appointmentId: VISIT, reasonId: 0, memo: '' } as const;
    expect(refusalOf(card, command)).toBe('job.reason_required');
  });

  test('what is not on hold cannot be released', () => {
    expect(refusalOf(card, give.release())).toBe('appointment.not_on_hold');
  });
});

describe('deleting a visit', () => {
  test('the only one of a job is never deleted, whatever was deleted before', () => {
    expect(refusalOf(card, give.remove())).toBe('appointment.only_one_of_job');
    expect(refusalOf(having(two, give.remove(SECOND_VISIT)), give.remove())).toBe(
      'appointment.only_one_of_job',
    );
  });

  test('one somebody came to is never deleted, even when they are unassigned since', () => {
    const came = having(two, give.arrive(), give.leaveForNow());
    expect(refusalOf(came, give.remove())).toBe('appointment.has_timesheets');
    expect(refusalOf(having(came, give.unassign()), give.remove())).toBe('appointment.has_timesheets');
  });

  test('a mere dispatch is canceled first', () => {
    const deleted = having(two, give.dispatch(), give.remove());
    expect(visit(deleted)).toMatchObject({ active: false });
    expect(deleted.assignments[0]).toMatchObject({ active: false, endedBy: 'unassign', dispatchedOn: null });
  });

  test('nothing more happens to it', () => {
    const decision = decideJob(having(two, give.remove()), move({ start: at(10) }), context());
    expect(decision).toMatchObject({
      refusal: { code: 'appointment.not_in_status', params: { status: 'Deleted' } },
    });
  });
});

describe('notes on a visit', () => {
  test('confirming and taking it back', () => {
    const confirmed = having(card, { type: 'confirm', appointmentId: VISIT });
    expect(visit(confirmed)?.isConfirmed).toBe(true);
    expect(visit(having(confirmed, { type: 'unconfirm', appointmentId: VISIT }))?.isConfirmed).toBe(false);
  });

  test('instructions replace the old ones', () => {
    const command = { type: 'setInstructions', appointmentId: VISIT, text: 'dog' } as const;
    expect(visit(having(card, command))?.specialInstructions).toBe('dog');
  });
});

test('a visit of another job’s card is a fault of the program, not a refusal', () => {
  expect(() => decideJob(card, give.release(99), context())).toThrow('Appointment 99');
});
