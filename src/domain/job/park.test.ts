import { describe, expect, test } from 'vitest';
import { occupanciesOf } from '../schedule/occupancies.ts';
import { isParkedVisit } from '../schedule/visit-flags.ts';
import {
  ANNA,
  at,
  BEN,
  decide,
  give,
  having,
  LANE,
  MADE_VISIT,
  makeCard,
  refusalOf,
  VISIT,
} from './card.fixture.ts';
import { isParked } from './card.ts';
import { commandsFor } from './commands-for.ts';
import type { JobCard } from './job-card.ts';
import { undone } from './restoration.fixture.ts';

const card = makeCard();
const parked = having(card, give.park());
const crew = (of: JobCard) =>
  of.assignments.filter(({ active }) => active).map(({ technicianId }) => technicianId);
const visit = (of: JobCard, id = VISIT) => of.appointments.find((one) => one.id === id)!;

describe('parking a visit in a holding lane', () => {
  test('takes everybody off it, at its time, and nobody’s time is taken any more', () => {
    const two = having(card, give.assign(BEN), give.park());
    expect(crew(two)).toEqual([]);
    expect(two.assignments.map(({ endedBy }) => endedBy)).toEqual(['unassign', 'unassign']);
    expect(visit(two)).toMatchObject({ holdingLaneId: LANE, start: at(9), end: at(11), status: 'Scheduled' });
    expect(occupanciesOf(two)).toEqual([]);
  });

  test('moves it to another time with the lane, and what the customer was promised stays', () => {
    const later = visit(having(card, give.park(false, LANE, 14)));
    expect(later).toMatchObject({ start: at(14), end: at(16), windowStart: at(9), windowEnd: at(10) });
  });

  test('in its own lane only moves it; from lane to lane it is one step', () => {
    expect(visit(having(parked, give.park(false, LANE, 13)))).toMatchObject({
      holdingLaneId: LANE,
      start: at(13),
    });
    expect(visit(having(parked, give.park(false, 72)))).toMatchObject({ holdingLaneId: 72, start: at(9) });
  });

  test('calls nobody back unless told to', () => {
    const onTheWay = having(card, give.dispatch());
    expect(refusalOf(onTheWay, give.park())).toBe('appointment.dispatched_needs_cancel_dispatch');
    const [anna] = having(onTheWay, give.park(true)).assignments;
    expect(anna).toMatchObject({ active: false, status: 'Scheduled', dispatchedOn: null });
  });

  test('never takes a visit off somebody who is at work, or was', () => {
    const team = having(card, give.assign(BEN), give.arrive());
    expect(refusalOf(team, give.park())).toBe('appointment.not_in_status');
    expect(refusalOf(having(team, give.leave()), give.park())).toBe('appointment.not_in_status');
  });

  test('an end before the start is refused, and nothing is parked', () => {
    const backwards = { type: 'park', appointmentId: VISIT, holdingLaneId: LANE, start: at(12) } as const;
    expect(refusalOf(card, backwards)).toBe('appointment.end_before_start');
  });

  test('a visit on hold can wait in a lane as well', () => {
    expect(visit(having(card, give.holdVisit(), give.park()))).toMatchObject({
      status: 'Hold',
      holdingLaneId: LANE,
    });
  });
});

describe('a parked visit', () => {
  test('is one without a technician: dispatching and arriving need one first', () => {
    expect(refusalOf(parked, give.dispatch())).toBe('appointment.no_technician');
    expect(refusalOf(parked, give.arrive())).toBe('appointment.no_technician');
  });

  test('leaves its lane when somebody is given it, by every way there is', () => {
    expect(visit(having(parked, give.assign(BEN))).holdingLaneId).toBeNull();
    const dropped = having(parked, {
      type: 'reassign',
      appointmentId: VISIT,
      fromTechnicianId: null,
      to: { id: 777, technicianId: BEN },
      start: at(10),
      end: at(12),
    });
    expect(visit(dropped)).toMatchObject({ holdingLaneId: null, start: at(10) });
    expect(crew(dropped)).toEqual([BEN]);
  });

  test('goes back to the tray as it was parked', () => {
    const out = having(parked, give.park(false, LANE, 14), give.unpark());
    expect(visit(out)).toMatchObject({ holdingLaneId: null, start: at(14) });
    expect(refusalOf(out, give.unpark())).toBe('appointment.not_parked');
  });

  test('offers to be taken out only while it is in a lane', () => {
    expect(commandsFor(parked, { appointmentId: VISIT })).toContain('unpark');
    expect(commandsFor(card, { appointmentId: VISIT })).not.toContain('unpark');
    expect(commandsFor(card, { appointmentId: VISIT })).toContain('park');
  });

  test('is still in its lane when a cancellation is taken back, and shows in none while canceled', () => {
    const canceled = having(parked, give.cancel());
    expect(isParkedVisit({ ...visit(canceled), assignments: [] })).toBe(false);
    const back = having(canceled, give.removeCancellation());
    expect(isParkedVisit({ ...visit(back), assignments: [] })).toBe(true);
  });

  test('split or copied, the other part stands beside it, unless somebody is given that', () => {
    expect(visit(having(parked, give.split()), MADE_VISIT).holdingLaneId).toBe(LANE);
    expect(visit(having(parked, give.duplicate(16)), MADE_VISIT).holdingLaneId).toBe(LANE);
    expect(visit(having(parked, give.duplicate(16, [BEN])), MADE_VISIT).holdingLaneId).toBeNull();
  });
});

describe('taking back', () => {
  test('the parking brings the technician back; giving it to somebody, the lane', () => {
    const back = undone(card, parked, parked);
    expect(back.ok && [crew(back.value), visit(back.value).holdingLaneId]).toEqual([[ANNA], null]);
    const given = having(parked, give.assign(BEN));
    const again = undone(parked, given, given);
    expect(again.ok && [crew(again.value), visit(again.value).holdingLaneId]).toEqual([[], LANE]);
  });

  test('never leaves a visit in a lane and with a technician', () => {
    const out = having(parked, give.unpark());
    const given = having(out, give.assign(BEN));
    expect(undone(parked, out, given)).toMatchObject({
      ok: false,
      refusal: { code: 'undo.not_possible', params: { because: 'appointment.parked' } },
    });
    const off = having(card, give.unassign());
    expect(undone(card, off, having(off, give.park())).ok).toBe(false);
  });
});

test('whatever was parked and given away, no visit is in a lane and somebody’s at once', () => {
  const steps = [give.park(true), give.unpark(), give.assign(BEN), give.unassign(BEN), give.holdVisit()];
  let cards: JobCard[] = [card];
  for (let depth = 0; depth < 4; depth++) {
    cards = cards.flatMap((one) =>
      steps.flatMap((step) => {
        const decision = decide(one, step);
        return decision.ok ? [decision.value] : [];
      }),
    );
    for (const one of cards) expect(isParked(visit(one)) && crew(one).length > 0).toBe(false);
  }
  expect(cards.length).toBeGreaterThan(20);
});
