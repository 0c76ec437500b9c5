import { describe, expect, test } from 'vitest';
import { soak } from '#testing/soak.ts';
import { seededChance } from '../chance.ts';
import { isSameValue } from '../same-value.ts';
import { decideRedo, decideUndo } from '../undo.ts';
import { ANNA, at, BEN, context, eight, give, makeCard } from './card.fixture.ts';
import type { JobCommand } from './commands.ts';
import { decideJob, settled } from './decide.ts';
import type { JobCard } from './job-card.ts';
import { recordsOf, STEPS, stepBetween } from './restoration.fixture.ts';
import { decideRestoration } from './restoration.ts';
import { decideTakeBack } from './take-back.ts';

/** A step as the backend keeps it. */
type Step = { readonly before: JobCard; readonly after: JobCard };

const asked = (card: JobCard) => {
  const current = recordsOf(card);
  return (kind: string, id: number) => current.get(`${kind} ${id}`);
};

/** As `backend/undo`: old values, then what the step made is taken back. null: refused. */
function undone({ before, after }: Step, now: JobCard): JobCard | null {
  const made = after.appointments.filter(({ id }) => !before.appointments.some((one) => one.id === id));
  const is = recordsOf(now);
  // Only its maker's alone (backend/undo/made.ts).
  const isTouched = made.some(
    ({ id }) => !isSameValue(recordsOf(after).get(`appointment ${id}`), is.get(`appointment ${id}`)),
  );
  if (isTouched) return null;
  const records = stepBetween(before, after);
  const decision = decideUndo({ at: eight, newer: 0, records }, asked(now), eight);
  if (!decision.ok && !(records.length === 0 && decision.refusal.code === 'undo.nothing')) return null;
  const restored = decideRestoration(now, decision.ok ? decision.value : [], new Set());
  if (!restored.ok) return null;
  const taken = decideTakeBack(
    restored.value,
    made.map(({ id }) => ({ kind: 'appointment', id })),
    context(),
  );
  return taken.ok ? taken.value : null;
}

function doneAgain({ before, after }: Step, now: JobCard): JobCard | null {
  const records = stepBetween(before, after);
  const decision = decideRedo({ at: eight, isFollowed: false, records }, asked(now), eight);
  const restored = decision.ok ? decideRestoration(now, decision.value, new Set()) : decision;
  return restored.ok ? settled(restored.value) : null;
}

/** What people see: who was taken away, and visits that were deleted, are not brought back to the letter. */
const visible = (card: JobCard) => ({
  ...card,
  appointments: card.appointments.filter(({ active }) => active),
  assignments: card.assignments
    .filter(({ active }) => active)
    .sort((a, b) => a.id - b.id)
    .map((one) => ({ ...one, endedBy: null })),
});
const shows = (card: JobCard | null, expected: JobCard): boolean =>
  card !== null && isSameValue(visible(card), visible(expected));

type Chance = ReturnType<typeof seededChance>;
const pick = <T>(chance: Chance, items: readonly T[]): T => items[Math.floor(chance() * items.length)]!;
let ids = 10_000;

const MORE: readonly JobCommand[] = [
  ...STEPS,
  give.addVisit(),
  give.split(true),
  give.split(),
  give.duplicate(),
];

/** A command of any kind on any visit, with ids nobody has had. */
function drawn(chance: Chance, card: JobCard): JobCommand {
  const command = { ...pick(chance, MORE) } as JobCommand & { appointmentId?: number };
  const visit = pick(chance, card.appointments);
  const who = pick(chance, [ANNA, BEN]);
  if ('appointmentId' in command) command.appointmentId = visit.id;
  if ('technicianId' in command) return { ...command, technicianId: who } as JobCommand;
  const third = { start: at(13), windowStart: null, windowEnd: null };
  switch (command.type) {
    case 'addAppointment':
      return { ...command, appointmentId: ids++ };
    case 'assign':
      return { ...command, technicians: [{ id: ids++, technicianId: who }] };
    case 'reassign':
      return { ...command, to: { id: ids++, technicianId: who } };
    case 'splitAppointment':
      return {
        ...command,
        second: { ...command.second, id: ids++, technicians: [{ id: ids++, technicianId: who }] },
      };
    case 'duplicateAppointment':
      return { ...command, copy: { ...third, id: ids++, technicians: [{ id: ids++, technicianId: who }] } };
    default:
      return command;
  }
}

function stepped(chance: Chance, card: JobCard): JobCard | null {
  const decision = decideJob(card, drawn(chance, card), context({ now: at(90) }));
  return decision.ok && !isSameValue(decision.value, card) ? decision.value : null;
}

const seen = (counts: Map<string, number>, what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);

describe('one person’s steps, back and forth at random', { timeout: 60_000 }, () => {
  const { seed, numRuns } = soak(10_000);

  test('an undo leads to where the step was given, a redo to where it had led', () => {
    const chance = seededChance(seed);
    const counts = new Map<string, number>();
    let card = makeCard();
    let done: Step[] = [];
    let back: { step: Step; undo: Step }[] = [];
    for (let operation = 0; operation < numRuns; operation++) {
      const draw = chance();
      const last = done.at(-1);
      const gone = back.at(-1);
      if (draw < 0.3 && last) {
        const is = undone(last, card);
        expect(shows(is, last.before), `${operation}: undone`).toBe(true);
        done.pop();
        back.push({ step: last, undo: { before: card, after: is! } });
        card = is!;
        seen(counts, 'undone');
      } else if (draw < 0.55 && gone) {
        const is = doneAgain(gone.undo, card);
        expect(shows(is, gone.step.after), `${operation}: done again`).toBe(true);
        back.pop();
        done.push({ before: card, after: is! });
        card = is!;
        seen(counts, 'done again');
      } else {
        const is = stepped(chance, card);
        // A card nobody can do anything with any more makes room for a new one.
        if (!is && operation % 50 === 0) [card, done, back] = [makeCard(), [], []];
        if (!is) continue;
        done.push({ before: card, after: is });
        back = [];
        card = is;
        seen(counts, 'done');
      }
    }
    // A walk that mostly stood still would prove nothing.
    for (const what of ['done', 'undone', 'done again']) {
      expect(counts.get(what) ?? 0, what).toBeGreaterThan(numRuns / 20);
    }
  });

  test('what a colleague has written since is never written over, back or forth', () => {
    const chance = seededChance(seed + 1);
    const counts = new Map<string, number>();
    for (let operation = 0; operation < numRuns / 4; operation++) {
      let card = makeCard();
      for (let steps = Math.floor(chance() * 4); steps > 0; steps--) card = stepped(chance, card) ?? card;
      const after = stepped(chance, card);
      if (!after) continue;
      const step = { before: card, after };
      const isRedo = chance() < 0.5;
      const between = isRedo ? undone(step, after) : after;
      const now = between && stepped(chance, between);
      if (!now) continue;
      const result = isRedo ? doneAgain({ before: after, after: between }, now) : undone(step, now);
      seen(counts, result ? 'taken back' : 'refused');
      if (result) expect(overwritten(between, now, result), `${operation}`).toEqual([]);
    }
    for (const what of ['taken back', 'refused'])
      expect(counts.get(what) ?? 0, what).toBeGreaterThan(numRuns / 100);
  });

  test('a redo that forgot what others did since would be found', () => {
    const card = makeCard();
    const moved = decideJob(card, STEPS.find(({ type }) => type === 'reschedule')!, context());
    const confirmed = {
      ...card,
      appointments: card.appointments.map((one) => ({ ...one, isConfirmed: true })),
    };
    expect(moved.ok && overwritten(card, confirmed, moved.value)).toEqual(['appointment 11 isConfirmed']);
    expect(moved.ok && shows(card, moved.value)).toBe(false);
  });
});

/**
 * Fields a colleague has changed that are something else again. The end of a job takes its technicians along, and its
 * hold ends with a visit on it that is on hold no more (`settled`).
 */
function overwritten(before: JobCard, now: JobCard, result: JobCard): string[] {
  const ends = (card: JobCard) => [card.job.canceled !== null, card.job.completedOn !== null];
  const isEnd = !isSameValue(ends(now), ends(result));
  const [was, is, will] = [before, now, result].map(recordsOf) as [Records, Records, Records];
  return [...is].flatMap(([key, record]) =>
    Object.entries(record).flatMap(([field, value]) => {
      const others = !isSameValue(was.get(key)?.[field] ?? null, value ?? null);
      const kept = isSameValue(will.get(key)?.[field] ?? null, value ?? null);
      const goesAlong = (isEnd && field === 'technicians') || (key === 'job 1' && field === 'hold');
      return others && !kept && !goesAlong ? [`${key} ${field}`] : [];
    }),
  );
}
type Records = ReturnType<typeof recordsOf>;
