/**
 * A day as the office lived it: each step is its own entry in the history, at the quarter hour it was told, so that the
 * board of a past minute shows what was known then. For today only; of earlier days the end is enough.
 */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { JobCommand } from '#domain/job/commands.ts';
import { soonestVisit } from '#domain/schedule/soonest-visit.ts';
import { earlierOf, type Instant } from '#domain/time.ts';
import { saveCards } from '../jobs/save-cards.ts';
import { loadCards } from '../jobs/store.ts';
import type { CommandContext } from '../write/context.ts';
import { decided, type Step } from './life.ts';

/** In the order of one quarter hour: who leaves here arrives there. */
const VERBS = {
  confirm: 'appointment.confirmed',
  holdAppointment: 'appointment.held',
  cancelJob: 'job.canceled',
  pause: 'appointment.paused',
  leave: 'appointment.left',
  completeJob: 'job.completed',
  dispatch: 'appointment.dispatched',
  arrive: 'appointment.arrived',
} as const satisfies Partial<Record<JobCommand['type'], string>>;
type Told = keyof typeof VERBS;
const ORDER = Object.keys(VERBS) as readonly Told[];

type Entry = {
  readonly jobId: Id;
  /** Who goes; null: nobody yet. */
  readonly technicianId: Id | null;
  readonly step: Step;
  readonly at: Instant;
};

export async function liveAsItHappened(
  tx: Transaction,
  context: CommandContext,
  steps: ReadonlyMap<Id, readonly Step[]>,
): Promise<void> {
  for (const group of inOrder(context, inTurn(steps))) {
    const [{ at, step }] = group as [Entry, ...Entry[]];
    const commands = new Map(group.map((one) => [one.jobId, one.step]));
    const cards = await loadCards(tx, [...commands.keys()]);
    await saveCards(
      tx,
      { ...context, now: at },
      { verb: VERBS[step.command.type as Told], undoable: false, silent: true },
      cards.map((before) => ({
        before,
        after: decided(before, commands.get(before.job.id)!, context.actor.userId),
      })),
      { mode: 'quiet' },
    );
  }
}

/** Nobody works in two places: who was to stay beyond the arrival at the next place left when it came. */
function inTurn(steps: ReadonlyMap<Id, readonly Step[]>): ReadonlyMap<Id, readonly Step[]> {
  const arrivals = [...steps.values()].flatMap((told) =>
    told.filter(({ command }) => command.type === 'arrive'),
  );
  return new Map(
    [...steps].map(([jobId, told]) => {
      const here = told.find(({ command }) => command.type === 'arrive');
      const next = here && arrivals.filter((one) => isOf(one, here) && one.at > here.at).map(({ at }) => at);
      const until = next?.sort()[0];
      return [jobId, until ? told.map((step) => (step.at > until ? ending(step, until) : step)) : told];
    }),
  );
}

const isOf = ({ command: a }: Step, { command: b }: Step): boolean =>
  a.type === 'arrive' && b.type === 'arrive' && a.technicianId === b.technicianId;

/** The step at `until` instead of later, with the time it stamps: nobody is dispatched at a minute that is still to come. */
function ending(step: Step, until: Instant): Step {
  const { command } = step;
  if (command.type === 'completeJob') return { at: until, command: { ...command, completedOn: until } };
  return 'at' in command ? { at: until, command: { ...command, at: until } } : step;
}

/**
 * What was told in the same quarter hour and is of one kind stands in one entry; nothing is told before it happens, and
 * for each visit and each technician the steps stay in the order they were taken.
 */
function inOrder(context: CommandContext, steps: ReadonlyMap<Id, readonly Step[]>): Entry[][] {
  const entries = [...steps].flatMap(([jobId, told]) => {
    const who = told.flatMap(({ command }) => ('technicianId' in command ? [command.technicianId] : []))[0];
    return told.map((planned): Entry => {
      const step = planned.at > context.now ? { ...ending(planned, context.now), at: context.now } : planned;
      return { jobId, technicianId: who ?? null, step, at: earlierOf(soonestVisit(step.at), context.now) };
    });
  });
  entries.sort((a, b) => (a.step.at === b.step.at ? rankOf(a) - rankOf(b) : a.step.at < b.step.at ? -1 : 1));
  const groups: Entry[][] = [];
  let rest: readonly Entry[] = entries;
  while (rest.length > 0) {
    const { group, later } = nextGroup(rest);
    groups.push(group);
    rest = later;
  }
  return groups;
}

const rankOf = ({ step }: Entry): number => ORDER.indexOf(step.command.type as Told);

/** The first entry with all of its kind and quarter hour that wait for nothing before them. */
function nextGroup(entries: readonly Entry[]): { group: Entry[]; later: Entry[] } {
  const [first] = entries as [Entry, ...Entry[]];
  const [group, later]: [Entry[], Entry[]] = [[], []];
  const [jobs, technicians] = [new Set<Id>(), new Set<Id | null>()];
  for (const one of entries) {
    const isFree = !jobs.has(one.jobId) && (one.technicianId === null || !technicians.has(one.technicianId));
    const isAlike = one.at === first.at && rankOf(one) === rankOf(first);
    (isFree && isAlike ? group : later).push(one);
    jobs.add(one.jobId);
    technicians.add(one.technicianId);
  }
  return { group, later };
}
