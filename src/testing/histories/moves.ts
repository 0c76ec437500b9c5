/** Random commands, chosen as dispatchers would: from a card as they last saw it, which may be old by now. */
import type { Dice } from '#backend/demo/random.ts';
import type { JobCardView } from '#contract/job.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes, type Instant, instant } from '#domain/time.ts';
import type { Company } from '../company.ts';
import type { Decided, Move } from './log.ts';

const DAY_START = instant('2026-11-21T14:00:00.000Z');

/** Half-hour starts within one working day: few technicians, so that nearly everything wants the same time. */
export function randomTimes(chance: Dice): { start: Instant; end: Instant } {
  const start = addMinutes(DAY_START, 30 * chance.between(0, 15));
  return { start, end: addMinutes(start, chance.pick([30, 60, 60, 90, 120])) };
}

type Visit = JobCardView['appointments'][number];
type Ground = { chance: Dice; company: Company; card: JobCardView; visit: Visit; token: string };
type Maker = (ground: Ground) => Move | null;

const expectedOf = ({ card, visit }: Ground) => [
  { kind: 'appointment', id: visit.id, version: visit.version },
  { kind: 'job', id: card.job.id, version: card.job.version },
];
/** With a reason now and then: it overrides for those who may, and is refused to the others where time is taken. */
const reasonMaybe = ({ chance }: Ground) => (chance.happens(0.25) ? { overrideReason: 'Next door' } : {});

function onVisit(
  ground: Ground,
  name: Move['name'],
  fields: readonly string[],
  body: Record<string, unknown> = {},
  set?: Move['set'],
): Move {
  const { id, version } = ground.visit;
  return {
    name,
    params: { id },
    body: { expected: expectedOf(ground), ...body },
    decided: fields.length > 0 ? [{ kind: 'appointment', id, version, fields }] : [],
    ...(set ? { set } : {}),
  };
}

function onJob(
  ground: Ground,
  name: Move['name'],
  fields: readonly string[],
  body: Record<string, unknown> = {},
  alsoVisits: readonly string[] = [],
  set?: Move['set'],
): Move {
  const { job, appointments } = ground.card;
  const decided: Decided[] = fields.length > 0 ? [{ kind: 'job', ...pick(job), fields }] : [];
  if (alsoVisits.length > 0) {
    decided.push(
      ...appointments.map((one) => ({ kind: 'appointment' as const, ...pick(one), fields: alsoVisits })),
    );
  }
  const expected = [
    { kind: 'job', ...pick(job) },
    ...appointments.map((one) => ({ kind: 'appointment', ...pick(one) })),
  ];
  return { name, params: { id: job.id }, body: { expected, ...body }, decided, ...(set ? { set } : {}) };
}
const pick = ({ id, version }: { id: Id; version: number }) => ({ id, version });

const technician = ({ chance, company }: Ground) => chance.pick(company.technicianIds);
const assignedOr = (ground: Ground) =>
  ground.visit.assignments.length > 0 && ground.chance.happens(0.9)
    ? ground.chance.pick(ground.visit.assignments).technicianId
    : technician(ground);

const step =
  (name: Move['name'], more: (ground: Ground) => Record<string, unknown> = () => ({})): Maker =>
  (ground) =>
    onVisit(ground, name, ['technicians'], { technicianId: assignedOr(ground), ...more(ground) });

const reassign: Maker = (ground) => {
  const { chance, visit } = ground;
  const from = visit.assignments.length > 0 && chance.happens(0.7) ? assignedOr(ground) : null;
  const times = chance.happens(0.25) ? { start: visit.start, end: visit.end } : randomTimes(chance);
  const fields = ['technicians', 'start', 'end', ...(from === null ? ['holdingLaneId'] : [])];
  return onVisit(ground, 'appointments.reassign', fields, {
    fromTechnicianId: from,
    toTechnicianId: technician(ground),
    cancelDispatch: chance.happens(0.5),
    ...times,
    ...reasonMaybe(ground),
  });
};
const park: Maker = (ground) => {
  const { chance, company } = ground;
  const times = chance.happens(0.5) ? randomTimes(chance) : {};
  const fields = ['technicians', 'holdingLaneId', ...Object.keys(times)];
  const body = { holdingLaneId: chance.pick(company.holdingLaneIds), cancelDispatch: chance.happens(0.5) };
  return onVisit(ground, 'appointments.park', fields, { ...body, ...times });
};
const reschedule: Maker = (ground) => {
  const { chance } = ground;
  const cancelDispatch = chance.happens(0.4);
  const fields = ['start', 'end', ...(cancelDispatch ? ['technicians'] : [])];
  const body = { ...randomTimes(chance), cancelDispatch, ...reasonMaybe(ground) };
  return onVisit(ground, 'appointments.reschedule', fields, body);
};
const instructions: Maker = (ground) => {
  const set = { kind: 'appointment', id: ground.visit.id, field: 'specialInstructions', value: ground.token };
  return onVisit(ground, 'appointments.instructions', ['specialInstructions'], { text: ground.token }, set);
};
const summary: Maker = (ground) => {
  const set = { kind: 'job', id: ground.card.job.id, field: 'summary', value: ground.token };
  return onJob(ground, 'jobs.update', ['summary'], { changes: { summary: ground.token } }, [], set);
};
const purchaseOrder: Maker = (ground) => {
  const set = { kind: 'job', id: ground.card.job.id, field: 'customerPo', value: ground.token };
  return onJob(ground, 'jobs.update', ['customerPo'], { changes: { customerPo: ground.token } }, [], set);
};
const hold = ({ company }: Ground) => ({ reasonId: company.holdReasonId, memo: 'Waits for parts' });
const cancel = ({ company }: Ground) => ({ reasonId: company.cancelReasonId, memo: 'Called off' });

const book: Maker = ({ chance, company, card, token }) => ({
  name: 'jobs.book',
  decided: [],
  body: {
    customer: { id: card.job.customerId },
    location: { id: card.job.locationId },
    jobTypeId: company.jobTypeId,
    businessUnitId: company.businessUnitId,
    campaignId: company.campaignId,
    priority: 'Normal',
    summary: token,
    appointment: {
      ...randomTimes(chance),
      technicianIds: chance.happens(0.7) ? [chance.pick(company.technicianIds)] : [],
    },
  },
});
const timeOff: Maker = ({ chance, company, token }) => ({
  name: 'timeOff.add',
  decided: [],
  body: { technicianId: chance.pick(company.technicianIds), label: token, ...randomTimes(chance) },
});
const visitMore: Maker = (ground) => ({
  ...onJob(ground, 'jobs.addAppointment', []),
  body: { ...randomTimes(ground.chance), windowStart: null, windowEnd: null },
});

/** How often each is chosen, in shares of the sum. */
const SHARES: readonly (readonly [number, Maker])[] = [
  [14, reassign],
  [8, reschedule],
  [
    8,
    (ground) =>
      onVisit(ground, 'appointments.assign', ['technicians', 'holdingLaneId'], {
        technicianIds: [technician(ground)],
        ...reasonMaybe(ground),
      }),
  ],
  [
    4,
    (ground) =>
      onVisit(ground, 'appointments.unassign', ['technicians'], { technicianIds: [assignedOr(ground)] }),
  ],
  [4, park],
  [2, (ground) => onVisit(ground, 'appointments.unpark', ['holdingLaneId'])],
  [7, step('appointments.dispatch')],
  [2, step('appointments.cancelDispatch')],
  [8, step('appointments.arrive')],
  [2, step('appointments.pause')],
  [2, step('appointments.resumeWork')],
  [5, step('appointments.leave', ({ chance }) => ({ comingBack: chance.happens(0.3) }))],
  [4, (ground) => onVisit(ground, 'appointments.hold', ['hold'], hold(ground))],
  [4, (ground) => onVisit(ground, 'appointments.release', ['hold'])],
  [2, (ground) => onVisit(ground, 'appointments.confirm', ['isConfirmed'])],
  [1, (ground) => onVisit(ground, 'appointments.unconfirm', ['isConfirmed'])],
  [4, instructions],
  [4, summary],
  [3, purchaseOrder],
  [2, (ground) => onJob(ground, 'jobs.hold', ['hold'], hold(ground))],
  [2, (ground) => onJob(ground, 'jobs.resume', ['hold'])],
  [2, (ground) => onJob(ground, 'jobs.cancel', ['canceled'], cancel(ground))],
  [3, (ground) => onJob(ground, 'jobs.removeCancellation', ['canceled'])],
  [2, (ground) => onJob(ground, 'jobs.complete', ['completedOn'])],
  [2, (ground) => onJob(ground, 'jobs.reopen', ['completedOn'])],
  [
    1,
    (ground) =>
      onJob(ground, 'jobs.assign', [], { technicianIds: [technician(ground)] }, [
        'technicians',
        'holdingLaneId',
      ]),
  ],
  [
    1,
    (ground) => onJob(ground, 'jobs.unassign', [], { technicianIds: [assignedOr(ground)] }, ['technicians']),
  ],
  [1, visitMore],
  [1, (ground) => onVisit(ground, 'appointments.delete', ['active', 'start', 'end', 'hold', 'technicians'])],
  [3, timeOff],
  [2, book],
  [8, () => ({ name: 'operations.undo', decided: [], body: {} })],
  [4, () => ({ name: 'operations.redo', decided: [], body: {} })],
];
const SUM = SHARES.reduce((sum, [share]) => sum + share, 0);

/** @param token a text no other move uses, so that an edit can be found again */
export function randomMove(chance: Dice, company: Company, card: JobCardView, token: string): Move | null {
  const visits = card.appointments.filter((one) => one.active);
  if (visits.length === 0) return null;
  return makerAt(chance.between(1, SUM))({ chance, company, card, visit: chance.pick(visits), token });
}

function makerAt(share: number): Maker {
  let left = share;
  for (const [of, make] of SHARES) {
    left -= of;
    if (left <= 0) return make;
  }
  throw new RangeError(`There are ${SUM} shares, not ${share}`);
}
