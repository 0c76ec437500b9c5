import { describe, expect, test } from 'vitest';
import { fieldsTouchedBy } from '../merge.ts';
import { occupanciesOf } from '../schedule/occupancies.ts';
import {
  ANNA,
  at,
  BEN,
  decide,
  give,
  having,
  MADE_VISIT,
  makeCard,
  refusalOf,
  VISIT,
} from './card.fixture.ts';
import type { JobCard } from './job-card.ts';

const card = having(
  makeCard(),
  { type: 'setInstructions', appointmentId: VISIT, text: 'Dog in the yard' },
  { type: 'confirm', appointmentId: VISIT },
);
const made = ({ appointments }: JobCard) => appointments.find(({ id }) => id === MADE_VISIT);
const first = ({ appointments }: JobCard) => appointments.find(({ id }) => id === VISIT);
const crewOf = (of: JobCard, id: number) =>
  of.assignments.flatMap((one) => (one.active && one.appointmentId === id ? [one.technicianId] : []));

describe('splitting a visit', () => {
  test('the first part keeps its start, window, crew and confirmation; the second is the rest, not yet confirmed', () => {
    const split = having(card, give.split(false, 10, [BEN]));
    expect(first(split)).toMatchObject({
      start: at(9),
      end: at(10),
      windowStart: at(9),
      windowEnd: at(10),
      isConfirmed: true,
    });
    expect(crewOf(split, VISIT)).toEqual([ANNA]);
    expect(made(split)).toMatchObject({
      number: 2,
      start: at(10),
      end: at(11),
      windowStart: null,
      windowEnd: null,
      isConfirmed: false,
      specialInstructions: 'Dog in the yard',
      status: 'Scheduled',
    });
    expect(crewOf(split, MADE_VISIT)).toEqual([BEN]);
  });

  test('the rest is as long wherever it is put, and may be nobody’s yet', () => {
    const command = give.split(false, 10) as Extract<
      ReturnType<typeof give.split>,
      { type: 'splitAppointment' }
    >;
    const split = having(card, { ...command, second: { ...command.second, start: at(40) } });
    expect(made(split)).toMatchObject({ start: at(40), end: at(41) });
    expect(crewOf(split, MADE_VISIT)).toEqual([]);
  });

  test('for the same technician right after, the day is as full as it was', () => {
    const split = having(card, give.split(false, 10, [ANNA]));
    expect(occupanciesOf(split).map(({ start, end }) => [start, end])).toEqual([
      [at(9), at(10)],
      [at(10), at(11)],
    ]);
  });

  test.each([9, 11, 8, 12])('at %d o’clock there is nothing on one side of it', (hour) => {
    const decision = decide(card, give.split(false, hour));
    expect(decision).toMatchObject({
      refusal: {
        code: 'appointment.split_outside',
        params: { appointmentId: VISIT, start: at(9), end: at(11) },
      },
    });
  });

  test('under somebody on the way it must say so, and calls them back', () => {
    const sent = having(card, give.dispatch());
    expect(refusalOf(sent, give.split())).toBe('appointment.dispatched_needs_cancel_dispatch');
    const split = having(sent, give.split(true));
    expect(split.assignments[0]).toMatchObject({ status: 'Scheduled', dispatchedOn: null });
  });

  test('is refused once somebody is working or done, even while another is on the way', () => {
    const begun = having(card, give.assign(BEN), give.arrive(), give.leave());
    expect(refusalOf(having(card, give.arrive()), give.split())).toBe('appointment.not_in_status');
    expect(refusalOf(begun, give.split())).toBe('appointment.not_in_status');
  });

  test('on hold, the rest of it is free to be planned and the first part waits', () => {
    const split = having(card, give.hold(), give.split());
    expect(first(split)?.status).toBe('Hold');
    expect(made(split)?.status).toBe('Scheduled');
    expect(split.job).toMatchObject({ status: 'Scheduled', hold: null });
  });

  test('the same technician named twice is refused', () => {
    expect(refusalOf(card, give.split(false, 10, [BEN, BEN]))).toBe('assignment.exists');
  });

  test('who has moved its end meanwhile is not overwritten; who has confirmed it is no matter', () => {
    expect(fieldsTouchedBy(give.split()).appointment).toEqual(['end']);
    expect(fieldsTouchedBy(give.split(true)).appointment).toEqual(['end', 'technicians']);
  });
});

describe('duplicating a visit', () => {
  test('as long, with the same instructions, for who is named; the one it is made from stays as it is', () => {
    const copied = having(card, give.duplicate(30, [ANNA, BEN]));
    expect(made(copied)).toMatchObject({
      number: 2,
      start: at(30),
      end: at(32),
      windowStart: null,
      isConfirmed: false,
      specialInstructions: 'Dog in the yard',
    });
    expect(crewOf(copied, MADE_VISIT)).toEqual([ANNA, BEN]);
    expect(first(copied)).toEqual(first(card));
  });

  test('what has been done can be done once more', () => {
    const done = having(card, give.arrive(), give.leave());
    expect(made(having(done, give.duplicate()))?.status).toBe('Scheduled');
  });

  test('of a completed job only once it is reopened, as with any visit more', () => {
    const completed = having(card, give.arrive(), give.leave(), give.complete());
    expect(refusalOf(completed, give.duplicate())).toBe('job.reopen_first');
    expect(refusalOf(having(completed, give.reopen()), give.duplicate())).toBe('allowed');
  });

  test('overwrites nothing, so nobody’s change stands in its way', () => {
    expect(fieldsTouchedBy(give.duplicate())).toEqual({ job: [], appointment: [] });
  });
});
