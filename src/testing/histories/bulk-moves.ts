/** Steps on several jobs or visits at once, each taken back as one (domain-rules §10). */
import type { Dice } from '#backend/demo/random.ts';
import type { JobCardView } from '#contract/job.ts';
import type { Company } from '../company.ts';
import { randomTimes } from './moves.ts';
import type { OfficeMove } from './office-moves.ts';

type Ground = {
  readonly chance: Dice;
  readonly company: Company;
  readonly cards: readonly JobCardView[];
  readonly token: string;
};
type Maker = (ground: Ground) => OfficeMove;

const expectedOf = (cards: readonly JobCardView[]) =>
  cards.flatMap(({ job, appointments }) => [
    { kind: 'job', id: job.id, version: job.version },
    ...appointments.map(({ id, version }) => ({ kind: 'appointment', id, version })),
  ]);
const visitsOf = ({ cards }: Ground) =>
  cards.flatMap(({ appointments }) => appointments.filter(({ active }) => active).slice(0, 1));
/** A good part of what crowded people ask for is taken. */
const reasonMaybe = ({ chance }: Ground) => (chance.happens(0.6) ? { overrideReason: 'Storm' } : {});
const onJobs =
  (stepOf: (ground: Ground) => Record<string, unknown>): Maker =>
  (ground) => ({
    name: 'jobs.bulk',
    body: {
      expected: expectedOf(ground.cards),
      jobIds: ground.cards.map(({ job }) => job.id),
      step: stepOf(ground),
      ...reasonMaybe(ground),
    },
  });

const MAKERS: readonly Maker[] = [
  (ground) => ({
    name: 'appointments.rearrange',
    body: {
      expected: expectedOf(ground.cards),
      moves: visitsOf(ground).map(({ id }) => ({
        appointmentId: id,
        ...randomTimes(ground.chance),
        cancelDispatch: true,
      })),
      ...reasonMaybe(ground),
    },
  }),
  (ground) => ({
    name: 'appointments.rearrange',
    body: {
      expected: expectedOf(ground.cards),
      moves: visitsOf(ground).map(({ id, start, end, assignments }) => {
        const [from = null] = assignments.map(({ technicianId }) => technicianId);
        const to = ground.chance.pick(ground.company.technicianIds);
        return {
          appointmentId: id,
          start,
          end,
          technicians: from === to ? [] : [{ from, to }],
          cancelDispatch: true,
        };
      }),
      ...reasonMaybe(ground),
    },
  }),
  (ground) => ({
    name: 'appointments.rearrange',
    body: {
      expected: expectedOf(ground.cards),
      moves: visitsOf(ground).map(({ id, start, end }) => ({
        appointmentId: id,
        ...(ground.chance.happens(0.5) ? randomTimes(ground.chance) : { start, end }),
        holdingLaneId: ground.chance.pick([...ground.company.holdingLaneIds, null]),
        cancelDispatch: true,
      })),
      ...reasonMaybe(ground),
    },
  }),
  (ground) => ({
    name: 'appointments.bulk',
    body: {
      expected: expectedOf(ground.cards),
      items: visitsOf(ground).map(({ id }) => ({
        id,
        specialInstructions: ground.token,
        isConfirmed: ground.chance.happens(0.5),
        ...(ground.chance.happens(0.5) ? { ...randomTimes(ground.chance), cancelDispatch: true } : {}),
      })),
      ...reasonMaybe(ground),
    },
  }),
  onJobs(({ company }) => ({ type: 'hold', reasonId: company.holdReasonId, memo: 'Storm' })),
  onJobs(() => ({ type: 'resume' })),
  onJobs(({ company }) => ({ type: 'cancel', reasonId: company.cancelReasonId, memo: 'Storm' })),
  onJobs(() => ({ type: 'confirm' })),
  onJobs(({ chance, company }) => ({ type: 'assign', technicianIds: [chance.pick(company.technicianIds)] })),
  onJobs(({ chance, company }) => ({
    type: 'unassign',
    technicianIds: [chance.pick(company.technicianIds)],
  })),
  onJobs(({ chance }) => ({ type: 'change', priority: chance.pick(['Low', 'Normal', 'High', 'Urgent']) })),
];

/** On all of the cards, as they were last seen. */
export const randomBulkMove = (ground: Ground): OfficeMove => ground.chance.pick(MAKERS)(ground);
