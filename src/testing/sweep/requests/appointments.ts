/** For every route of `contract/routes/appointments.ts` a request that succeeds. */
import type { appointments } from '#contract/routes/appointments.ts';
import { addMinutes } from '#domain/time.ts';
import {
  ana,
  command,
  expectedOf,
  FIRST,
  freeHours,
  freshCard,
  hold,
  nothing,
  step,
  working,
} from '../fresh-cards.ts';
import { fresh, type RequestsOf } from './makers.ts';

const arrived = [step('appointments.arrive', ana)];
const paused = [...arrived, step('appointments.pause', ana)];

export const appointmentsRequests: RequestsOf<typeof appointments> = {
  'appointments.list': async ({ mine }) => ({
    query: {
      from: FIRST,
      to: addMinutes(FIRST, 9000),
      status: 'Scheduled,Hold',
      confirmed: 'no',
      customerId: String(mine.customerId),
      q: 'no',
    },
  }),
  'appointments.bulk': async (ground) => {
    const card = await freshCard(ground, [], []);
    const assignTechnicianIds = [ana(ground).technicianId];
    const id = card.appointments[0]!.id;
    return {
      body: {
        items: [{ id, ...freeHours(), assignTechnicianIds, isConfirmed: true }],
        expected: expectedOf(card),
      },
    };
  },
  'appointments.rearrange': async (ground) => {
    const [one, other] = await Promise.all([
      freshCard(ground, [], [ana(ground).technicianId]),
      freshCard(ground, [], []),
    ]);
    const to = ground.company.technicianIds[1]!;
    const moves = [one, other].map(({ appointments: [visit] }) => ({
      appointmentId: visit!.id,
      ...freeHours(),
      technicians: [{ from: visit!.assignments[0]?.technicianId ?? null, to }],
    }));
    return { body: { moves, expected: [...expectedOf(one), ...expectedOf(other)] } };
  },
  'appointments.reschedule': command('appointments.reschedule', [], () => freeHours()),
  'appointments.hold': command('appointments.hold', [], hold),
  'appointments.release': command('appointments.release', [step('appointments.hold', hold)], nothing),
  'appointments.confirm': command('appointments.confirm', [], nothing),
  'appointments.unconfirm': command('appointments.unconfirm', [step('appointments.confirm')], nothing),
  'appointments.instructions': command('appointments.instructions', [], () => ({ text: 'Gate code' })),
  'appointments.externalKey': command('appointments.externalKey', [], () => ({
    externalKey: `visit ${fresh()}`,
  })),
  'appointments.split': command('appointments.split', [], (_, { appointments: [visit] }) => ({
    at: addMinutes(visit!.start, 30),
  })),
  'appointments.duplicate': command('appointments.duplicate', [], () => ({ start: freeHours().start })),
  'appointments.delete': command(
    'appointments.delete',
    [step('jobs.addAppointment', () => freeHours())],
    nothing,
  ),
  'appointments.assign': command(
    'appointments.assign',
    [],
    (ground) => ({ technicianIds: [ana(ground).technicianId] }),
    true,
  ),
  'appointments.unassign': command('appointments.unassign', [], (ground) => ({
    technicianIds: [ana(ground).technicianId],
  })),
  'appointments.reassign': command('appointments.reassign', [], (ground) => ({
    fromTechnicianId: ana(ground).technicianId,
    toTechnicianId: ground.company.technicianIds[1]!,
    ...freeHours(),
  })),
  'appointments.park': command('appointments.park', [], (ground) => ({
    holdingLaneId: ground.mine.setup.holdingLane,
    ...freeHours(),
  })),
  'appointments.unpark': command(
    'appointments.unpark',
    [step('appointments.park', ({ mine }) => ({ holdingLaneId: mine.setup.holdingLane }))],
    nothing,
  ),
  'appointments.dispatch': command('appointments.dispatch', [], ana),
  'appointments.cancelDispatch': command(
    'appointments.cancelDispatch',
    [step('appointments.dispatch', ana)],
    ana,
  ),
  'appointments.arrive': working('appointments.arrive', []),
  'appointments.pause': working('appointments.pause', arrived),
  'appointments.resumeWork': working('appointments.resumeWork', paused),
  'appointments.leave': working('appointments.leave', arrived),
};
