import { describe, expect, test } from 'vitest';
import { ANNA, at, BEN, give, having, makeCard, SECOND_VISIT, VISIT } from '../job/card.fixture.ts';
import type { JobCommand } from '../job/commands.ts';
import type { JobCard } from '../job/job-card.ts';
import { messagesFor } from './recipients.ts';

/** Anna on the first visit, Ben on the second. */
const two = having(makeCard(), give.addVisit(), give.assign(BEN, SECOND_VISIT));

/** `customer 11 dispatched`, `1 11 dispatched` … */
const told = (verb: string, before: JobCard, command: JobCommand) =>
  messagesFor(verb, before, having(before, command)).map(
    ({ recipient, appointmentId, change }) =>
      `${recipient.kind === 'customer' ? 'customer' : recipient.id} ${appointmentId} ${change}`,
  );
const move: JobCommand = { type: 'reschedule', appointmentId: VISIT, start: at(10), end: at(12) };
const reassign: JobCommand = {
  type: 'reassign',
  appointmentId: VISIT,
  fromTechnicianId: ANNA,
  to: { id: 202, technicianId: BEN },
  start: at(9),
  end: at(11),
};

describe('who is told', () => {
  test('dispatching the first visit says nothing to the technician of the second', () => {
    expect(told('appointment.dispatched', two, give.dispatch())).toEqual([
      `customer ${VISIT} dispatched`,
      `${ANNA} ${VISIT} dispatched`,
    ]);
  });

  test('parking is told to who had the visit, and to no customer: what was promised stands', () => {
    expect(told('appointment.parked', two, give.park(false, 71, 13))).toEqual([
      `${ANNA} ${VISIT} unassigned`,
    ]);
    const parked = having(two, give.park());
    expect(told('appointment.parked', parked, give.park(false, 72, 14))).toEqual([]);
    expect(told('appointment.taken-to-tray', parked, give.unpark())).toEqual([]);
  });

  test('of two technicians on a visit, the one who arrives is told, the other is not', () => {
    const crew = having(makeCard(), give.assign(BEN));
    expect(told('appointment.arrived', crew, give.arrive())).toEqual([
      `customer ${VISIT} arrived`,
      `${ANNA} ${VISIT} arrived`,
    ]);
  });

  test('who is taken off hears it, and who takes over', () => {
    expect(told('appointment.reassigned', two, reassign)).toEqual([
      `customer ${VISIT} reassigned`,
      `${ANNA} ${VISIT} unassigned`,
      `${BEN} ${VISIT} assigned`,
    ]);
  });

  test('a new time is for everybody on that visit and nobody else', () => {
    const crew = having(two, give.assign(BEN));
    expect(told('appointment.rescheduled', crew, move)).toEqual([
      `customer ${VISIT} rescheduled`,
      `${ANNA} ${VISIT} rescheduled`,
      `${BEN} ${VISIT} rescheduled`,
    ]);
  });

  test('holding the job tells the people of every visit it holds', () => {
    expect(told('job.held', two, give.hold())).toEqual([
      `customer ${VISIT} held`,
      `${ANNA} ${VISIT} held`,
      `customer ${SECOND_VISIT} held`,
      `${BEN} ${SECOND_VISIT} held`,
    ]);
  });

  test('a completed job is one message to the customer, and one to whoever was still on it', () => {
    const worked = having(two, give.arrive(), give.leave());
    expect(told('job.completed', worked, give.complete())).toEqual([
      `customer ${VISIT} completed`,
      `${BEN} ${SECOND_VISIT} completed`,
    ]);
  });

  test('of a step that moves several visits, each customer hears whether theirs was moved or given to others', () => {
    expect(told('appointment.rearranged', two, move)).toEqual([
      `customer ${VISIT} rescheduled`,
      `${ANNA} ${VISIT} rescheduled`,
    ]);
    expect(told('time-off.absorbed', two, move)).toEqual(told('appointment.rearranged', two, move));
    expect(told('appointment.rearranged', two, reassign)).toEqual([
      `customer ${VISIT} reassigned`,
      `${ANNA} ${VISIT} unassigned`,
      `${BEN} ${VISIT} assigned`,
    ]);
  });

  test('of such a step the customer of a visit parked by it hears nothing: who had it does', () => {
    expect(told('appointment.rearranged', two, give.park(false, 71, 13))).toEqual([
      `${ANNA} ${VISIT} unassigned`,
    ]);
  });

  test('of a split the visit that became shorter is told of, as of a new time; the rest of it is not', () => {
    expect(told('appointment.split', two, give.split(false, 10, [BEN]))).toEqual([
      `customer ${VISIT} rescheduled`,
      `${ANNA} ${VISIT} rescheduled`,
    ]);
  });

  test('booking, assigning and notes tell nobody', () => {
    expect(messagesFor('job.booked', null, two)).toEqual([]);
    expect(told('appointment.assigned', two, give.assign(BEN))).toEqual([]);
  });
});

test('a message names the visit, its time and the time it had', () => {
  const [customer] = messagesFor('appointment.rescheduled', two, having(two, move));
  expect(customer).toMatchObject({
    jobNumber: 1042,
    appointmentId: VISIT,
    appointmentNumber: 1,
    times: { start: at(10), end: at(12) },
    before: { start: at(9), end: at(11) },
  });
});
