import { describe, expect, test } from 'vitest';
import { ACTOR, ANNA, at, BEN, give, having, makeCard, now, refusalOf, VISIT } from './card.fixture.ts';
import type { JobCommand } from './commands.ts';
import type { JobCard } from './job-card.ts';

type Drop = Partial<Omit<Extract<JobCommand, { type: 'reassign' }>, 'type'>>;
const drop = (changes: Drop = {}): JobCommand => ({
  type: 'reassign',
  appointmentId: VISIT,
  fromTechnicianId: ANNA,
  to: { id: 202, technicianId: BEN },
  start: at(9),
  end: at(11),
  ...changes,
});
const card = makeCard();
const unassigned = makeCard({ assignments: [] });
const crew = (of: JobCard) =>
  of.assignments.filter(({ active }) => active).map(({ technicianId }) => technicianId);
const team = having(card, give.assign(BEN));

describe('assigning', () => {
  test('several at once, all or nothing', () => {
    const technicians = [
      { id: 202, technicianId: BEN },
      { id: 203, technicianId: 3 },
    ];
    expect(crew(having(card, { type: 'assign', appointmentId: VISIT, technicians }))).toEqual([ANNA, BEN, 3]);
    const again = [...technicians, { id: 204, technicianId: ANNA }];
    expect(refusalOf(card, { type: 'assign', appointmentId: VISIT, technicians: again })).toBe(
      'assignment.exists',
    );
  });

  test('the same technician twice in one go is refused', () => {
    const technicians = [
      { id: 202, technicianId: BEN },
      { id: 203, technicianId: BEN },
    ];
    expect(refusalOf(card, { type: 'assign', appointmentId: VISIT, technicians })).toBe('assignment.exists');
  });

  test('somebody unassigned before can be assigned again, as a new assignment', () => {
    const again = having(card, give.unassign(), give.assign());
    expect(again.assignments.map(({ id, active }) => [id, active])).toEqual([
      [101, false],
      [VISIT * 100 + ANNA, true],
    ]);
  });

  test('an override is kept with who and when', () => {
    const command = give.assign(BEN);
    const [, ben] = having(card, { ...command, overrideReason: 'only one near' } as JobCommand).assignments;
    expect(ben?.override).toEqual({ reason: 'only one near', by: ACTOR, at: now });
  });

  test('a second technician may join while the first is working', () => {
    expect(having(card, give.arrive(), give.assign(BEN)).appointments[0]?.status).toBe('Working');
  });
});

describe('unassigning', () => {
  test('while on the way calls the technician off', () => {
    expect(having(card, give.dispatch(), give.unassign()).assignments[0]).toMatchObject({
      active: false,
      endedBy: 'unassign',
      status: 'Scheduled',
      dispatchedOn: null,
    });
  });

  test('never while working or done', () => {
    expect(refusalOf(having(team, give.arrive()), give.unassign())).toBe('assignment.not_in_status');
    expect(refusalOf(having(team, give.arrive(), give.leave()), give.unassign())).toBe(
      'assignment.not_in_status',
    );
  });

  test('several are unassigned together or not at all', () => {
    const both: JobCommand = { type: 'unassign', appointmentId: VISIT, technicianIds: [ANNA, BEN] };
    expect(crew(having(team, both))).toEqual([]);
    expect(refusalOf(having(team, give.arrive(9, BEN)), both)).toBe('assignment.not_in_status');
    expect(refusalOf(card, both)).toBe('assignment.not_found');
  });
});

describe('a card dragged on the board', () => {
  test('to another lane: one goes, one comes', () => {
    const dropped = having(card, drop());
    expect(crew(dropped)).toEqual([BEN]);
    expect(dropped.appointments).toEqual(card.appointments);
  });

  test('to another lane and time: both in one step', () => {
    const dropped = having(card, drop({ start: at(13), end: at(15) }));
    expect(crew(dropped)).toEqual([BEN]);
    expect(dropped.appointments[0]).toMatchObject({ start: at(13), end: at(15) });
  });

  test('along its own lane: the assignment stays the same one', () => {
    const dropped = having(card, drop({ to: { id: 202, technicianId: ANNA }, start: at(13), end: at(15) }));
    expect(dropped.assignments).toEqual(card.assignments);
  });

  test('from the tray', () => {
    expect(crew(having(unassigned, drop({ fromTechnicianId: null })))).toEqual([BEN]);
  });

  test('takes only its own technician off: the rest of the crew stays and moves along', () => {
    const dropped = having(team, drop({ to: { id: 203, technicianId: 3 }, start: at(13), end: at(15) }));
    expect(crew(dropped)).toEqual([BEN, 3]);
  });

  test('onto somebody already on it is refused', () => {
    expect(refusalOf(team, drop())).toBe('assignment.exists');
  });

  test('from somebody not on it is refused', () => {
    expect(refusalOf(card, drop({ fromTechnicianId: 3 }))).toBe('assignment.not_found');
  });

  test('of somebody on the way must say that the dispatch is canceled', () => {
    const onTheWay = having(card, give.dispatch());
    expect(refusalOf(onTheWay, drop())).toBe('assignment.dispatched_needs_cancel_dispatch');
    expect(crew(having(onTheWay, drop({ cancelDispatch: true })))).toEqual([BEN]);
  });

  test('to another time must say so for the rest of the crew too', () => {
    const onTheWay = having(team, give.dispatch(8, BEN));
    const toThird = { to: { id: 203, technicianId: 3 } };
    expect(refusalOf(onTheWay, drop(toThird))).toBe('allowed');
    expect(refusalOf(onTheWay, drop({ ...toThird, start: at(8) }))).toBe(
      'appointment.dispatched_needs_cancel_dispatch',
    );
    const dropped = having(onTheWay, drop({ ...toThird, start: at(8), cancelDispatch: true }));
    expect(dropped.assignments.every(({ status }) => status === 'Scheduled')).toBe(true);
  });

  test('of a working technician is refused', () => {
    expect(refusalOf(having(card, give.arrive()), drop())).toBe('assignment.not_in_status');
  });

  test('while a colleague works: another may take over, but not at another time', () => {
    const working = having(team, give.arrive(9, BEN));
    const toThird = { to: { id: 203, technicianId: 3 } };
    expect(refusalOf(working, drop(toThird))).toBe('allowed');
    expect(refusalOf(working, drop({ ...toThird, start: at(8) }))).toBe('appointment.not_in_status');
  });

  test('to an end before its start is refused', () => {
    expect(refusalOf(card, drop({ start: at(11), end: at(9) }))).toBe('appointment.end_before_start');
  });

  test('keeps the reason of an override with the one who got the time', () => {
    const dropped = having(card, drop({ start: at(13), end: at(15), overrideReason: 'no other way' }));
    expect(dropped.assignments.map(({ override }) => override?.reason)).toEqual([undefined, 'no other way']);
  });
});
