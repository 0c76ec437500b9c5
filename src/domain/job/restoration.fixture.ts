/** Every card a handful of commands can reach, and the undo of a step on it, for the tests of `restoration.ts`. */
import type { Decision } from '../decision.ts';
import type { Id } from '../ids.ts';
import { isSameValue } from '../same-value.ts';
import { decideUndo, type OperationRecord } from '../undo.ts';
import { ANNA, at, BEN, decide, eight, give, LANE, makeCard, SECOND_VISIT, VISIT } from './card.fixture.ts';
import type { JobCommand } from './commands.ts';
import { settled } from './decide.ts';
import type { JobCard } from './job-card.ts';
import { decideRestoration } from './restoration.ts';

const move = (start: number, cancelDispatch: boolean): JobCommand => ({
  type: 'reschedule',
  appointmentId: VISIT,
  start: at(start),
  end: at(start + 2),
  cancelDispatch,
});
const give9 = { arrive: give.arrive(9), pause: give.pause(9), resumeWork: give.resumeWork(9) };

/** One or two of every command; all stamps at nine o'clock, so that any order of them is one that can be. */
export const STEPS: readonly JobCommand[] = [
  { type: 'update', changes: { billToCustomerId: 777, summary: 'x' } },
  { type: 'update', changes: { businessUnitId: 22 } },
  { type: 'update', changes: { summary: 'y' } },
  give.hold(),
  give.resume(),
  give.cancel(),
  give.removeCancellation(),
  give.complete(9),
  give.reopen(),
  give.addVisit(),
  move(12, false),
  move(14, true),
  give.holdVisit(),
  give.holdVisit(SECOND_VISIT),
  give.release(),
  { type: 'confirm', appointmentId: VISIT },
  { type: 'unconfirm', appointmentId: VISIT },
  { type: 'setInstructions', appointmentId: VISIT, text: 'gate 4711' },
  { type: 'setExternalKey', appointmentId: VISIT, externalKey: 'A-1' },
  give.remove(),
  give.remove(SECOND_VISIT),
  give.assign(BEN),
  give.assign(ANNA, SECOND_VISIT),
  give.unassign(),
  give.unassign(BEN),
  {
    type: 'reassign',
    appointmentId: VISIT,
    fromTechnicianId: ANNA,
    to: { id: 999, technicianId: BEN },
    start: at(15),
    end: at(16),
    cancelDispatch: true,
  },
  give.park(true, LANE, 13),
  give.unpark(),
  give.dispatch(9),
  give.dispatch(9, BEN),
  give.dispatch(9, ANNA, SECOND_VISIT),
  give.cancelDispatch(),
  give9.arrive,
  give.arrive(9, BEN),
  give.arrive(9, ANNA, SECOND_VISIT),
  give9.pause,
  give9.resumeWork,
  give.leave(9),
  give.leave(9, BEN),
  give.leaveForNow(9),
];

export const exists = (card: JobCard, command: JobCommand): boolean =>
  !('appointmentId' in command) ||
  command.type === 'addAppointment' ||
  card.appointments.some(({ id }) => id === command.appointmentId);

/** The card after the command; null where the rules refuse it, or it changes nothing. */
export function given(card: JobCard, command: JobCommand): JobCard | null {
  if (!exists(card, command)) return null;
  if (command.type === 'addAppointment' && card.appointments.length > 1) return null;
  const decision = decide(card, command, { now: at(9) });
  if (!decision.ok || isSameValue(decision.value, card)) return null;
  // Ids are given once: who was on the visit before is not assigned again here.
  const ids = new Set(decision.value.assignments.map(({ id }) => id));
  return ids.size === decision.value.assignments.length ? decision.value : null;
}

/** Every card at most `depth` commands away from a booked one with Anna on it. */
export function reachable(depth: number): readonly JobCard[] {
  const known = new Map([[JSON.stringify(makeCard()), makeCard()]]);
  let edge = [...known.values()];
  for (let step = 0; step < depth; step++) {
    const next = edge.flatMap((card) => STEPS.flatMap((command) => given(card, command) ?? []));
    edge = next.filter((card) => !known.has(JSON.stringify(card)));
    for (const card of edge) known.set(JSON.stringify(card), card);
  }
  return [...known.values()];
}

const techniciansOf = (card: JobCard, id: Id) =>
  card.assignments.filter((one) => one.active && one.appointmentId === id).sort((a, b) => a.id - b.id);

type Fields = Readonly<Record<string, unknown>>;
/** As the backend keeps it: all fields of a record that follow from no others. */
export function recordsOf(card: JobCard): Map<string, Fields> {
  const { status: _, ...job } = card.job;
  return new Map<string, Fields>([
    ['job 1', job],
    ...card.appointments.map(({ status: __, unused: ___, ...visit }): [string, Fields] => [
      `appointment ${visit.id}`,
      { ...visit, technicians: techniciansOf(card, visit.id) },
    ]),
  ]);
}

export function stepBetween(before: JobCard, then: JobCard): OperationRecord[] {
  const old = recordsOf(before);
  return [...recordsOf(then)].flatMap(([key, is]) => {
    const was = old.get(key);
    const [kind, id] = key.split(' ') as [string, string];
    const fields = Object.entries(is).flatMap(([field, value]) =>
      was && !isSameValue(was[field], value) ? [[field, [was[field], value]] as const] : [],
    );
    return fields.length > 0 ? [{ kind, id: Number(id), fields: Object.fromEntries(fields) }] : [];
  });
}

/** The undo, on the card as it is `now`, of the step that led from `before` to `then`. */
export function undone(before: JobCard, then: JobCard, now: JobCard): Decision<JobCard> {
  const current = recordsOf(now);
  const decision = decideUndo(
    { newer: 0, at: eight, records: stepBetween(before, then) },
    (kind, id) => current.get(`${kind} ${id}`),
    eight,
  );
  if (!decision.ok) return decision;
  const restored = decideRestoration(now, decision.value, new Set());
  return restored.ok ? { ok: true, value: settled(restored.value) } : restored;
}
