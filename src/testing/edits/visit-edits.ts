/** Commands on an appointment as edits of its fields: one command is one edit. */
import type { EndpointName } from '#contract/endpoints.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes, type Instant } from '#domain/time.ts';
import { ana, freshCard } from '../sweep/fresh-cards.ts';
import type { Edit, Wanted } from './edit.ts';
import type { Given, Target } from './targets.ts';

type Command = { endpoint: EndpointName; body?: object; sets: Readonly<Record<string, Wanted>> };
type Assigned = readonly { technicianId: Id }[];

/** The visit's own three hours: nobody else of the ground wants them (`freeHours`). */
const startOf = (given: Given): Instant => slots.get(given.subject.id)!;
const slots = new Map<Id, Instant>();

const COMMANDS: Readonly<Record<string, (given: Given) => Command>> = {
  instructions: ({ token }) => ({
    endpoint: 'appointments.instructions',
    body: { text: token },
    sets: { specialInstructions: token },
  }),
  externalKey: ({ token }) => ({
    endpoint: 'appointments.externalKey',
    body: { externalKey: token },
    sets: { externalKey: token },
  }),
  confirmation: ({ state }) => ({
    endpoint: state.isConfirmed ? 'appointments.unconfirm' : 'appointments.confirm',
    sets: { isConfirmed: !state.isConfirmed },
  }),
  hold: ({ state, ground, token }) =>
    state.hold
      ? { endpoint: 'appointments.release', sets: { hold: null } }
      : {
          endpoint: 'appointments.hold',
          body: { reasonId: ground.company.holdReasonId, memo: token },
          sets: { hold: (is: unknown) => (is as { memo?: string } | null)?.memo === token },
        },
  technicians: ({ state, ground, chance }) => {
    const on = (state.technicians as Assigned).map(({ technicianId }) => technicianId);
    const off = ground.company.technicianIds.filter((id) => !on.includes(id));
    const takesOff = on.length > 0 && (off.length === 0 || chance.happens(0.5));
    const id = chance.pick(takesOff ? on : off);
    return {
      endpoint: takesOff ? 'appointments.unassign' : 'appointments.assign',
      body: { technicianIds: [id] },
      sets: {
        technicians: (is: unknown) =>
          (is as Assigned).some(({ technicianId }) => technicianId === id) !== takesOff,
        // Who is given a visit takes it out of its lane.
        ...(takesOff ? {} : { holdingLaneId: null }),
      },
    };
  },
  parking: ({ state, ground, chance }) => {
    if (state.holdingLaneId !== null)
      return { endpoint: 'appointments.unpark', sets: { holdingLaneId: null } };
    const holdingLaneId = chance.pick(ground.company.holdingLaneIds);
    return {
      endpoint: 'appointments.park',
      body: { holdingLaneId },
      sets: { holdingLaneId, technicians: (is: unknown) => (is as Assigned).length === 0 },
    };
  },
  start: (given) => reschedule({ start: addMinutes(startOf(given), given.chance.between(0, 45)) }),
  end: (given) => reschedule({ end: addMinutes(startOf(given), given.chance.between(60, 150)) }),
  times: (given) => {
    const start = addMinutes(startOf(given), given.chance.between(0, 45));
    return reschedule({ start, end: addMinutes(start, given.chance.between(30, 90)) });
  },
  window: (given) => {
    const windowStart = addMinutes(startOf(given), given.chance.between(-30, 0));
    return reschedule({ windowStart, windowEnd: addMinutes(windowStart, given.chance.between(120, 240)) });
  },
};
const reschedule = (times: Readonly<Record<string, Instant>>): Command => ({
  endpoint: 'appointments.reschedule',
  body: times,
  sets: times,
});

export const visitTarget: Target = {
  name: 'appointments',
  endpoint: 'appointments.reschedule',
  groups: Object.keys(COMMANDS),
  follows: ['status'],
  async make(ground) {
    const card = await freshCard(ground, [], [ana(ground).technicianId]);
    const [visit] = card.appointments;
    slots.set(visit!.id, visit!.start);
    return { kind: 'appointment', id: visit!.id };
  },
  edit(given): Edit {
    const [first] = given.fields;
    const { endpoint, body, sets } = COMMANDS[first!]!(given);
    const expected = [{ ...given.subject, version: given.state.version }];
    return {
      endpoint,
      call: { params: { id: given.subject.id }, body: { expected, ...body } },
      sets,
      also: [],
    };
  },
};
