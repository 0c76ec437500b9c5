import { afterAll, expect, test } from 'vitest';
import { chanceOf, type Dice } from '#backend/demo/random.ts';
import type { BoardDay } from '#contract/board.ts';
import type { AppointmentView } from '#contract/job.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Id } from '#domain/ids.ts';
import { isSameValue } from '#domain/same-value.ts';
import type { ScheduleCheck } from '#domain/schedule/consequences.ts';
import { addMinutes, minutesBetween } from '#domain/time.ts';
import { eachEngine, emptyEveryTable } from '#testing/databases.ts';
import { SOAK_TIMEOUT_MS, soak } from '#testing/soak.ts';
import { type Ground, makeGround } from '#testing/sweep/ground.ts';
import type { SingleMove } from '#web/data/pending-moves.ts';
import { indexDay } from '#web/features/board/day/day-index.ts';
import { isIdle, type Move, pendingOf } from '#web/features/board/moves/move-request.ts';
import { previewMove } from '#web/features/board/preview/preview.ts';
import { apart, DAY, makeCrowdedDay } from './crowded-company.ts';
import { roundsOf, type Standing, standingOf } from './rows.ts';
import { newViolationsIn, shownBy } from './violations.ts';

const TENANT = 1;
/** Drops per company; a long run makes a new one for each. */
const PER_ROUND = 100;

type Lanes = { readonly technicianIds: readonly Id[]; readonly holdingLaneIds: readonly Id[] };

/**
 * Anywhere: any lane, any quarter of the working day and beside it; another end, an earlier start; one more person;
 * into a holding lane, to another time in it, and out of it to the tray or to somebody.
 */
function anyMove(
  chance: Dice,
  visit: AppointmentView,
  { technicianIds, holdingLaneIds }: Lanes,
  drop: number,
): Move {
  const from = visit.assignments[0]?.technicianId ?? null;
  const to = chance.pick(technicianIds);
  const kind = chance.next();
  const aside = chance.next();
  if (aside < 0.12) {
    const start = chance.happens(0.3) ? visit.start : apart(chance.between(-4, 44), 200 + (drop % 600));
    const end = addMinutes(start, minutesBetween(visit.start, visit.end));
    return { kind: 'park', to: chance.pick(holdingLaneIds), start, end };
  }
  if (visit.holdingLaneId !== null && aside < 0.4) return { kind: 'unpark' };
  if ((from !== null || visit.holdingLaneId !== null) && kind < 0.12) {
    const isStart = chance.happens(0.5);
    const by = 15 * chance.pick([-4, -2, -1, 1, 2, 4]);
    const start = isStart ? addMinutes(visit.start, by) : visit.start;
    const end = isStart ? visit.end : addMinutes(visit.end, by);
    if (minutesBetween(start, end) >= 15) return { kind: 'resize', start, end };
  }
  const isThere = visit.assignments.some(({ technicianId }) => technicianId === to && to !== from);
  if (from !== null && kind < 0.2 && !isThere && to !== from) return { kind: 'join', to };
  const start = chance.happens(0.1) ? visit.start : apart(chance.between(-4, 44), 200 + (drop % 600));
  const end = addMinutes(start, minutesBetween(visit.start, visit.end));
  // Who goes there already is not given the visit of their colleague (`lane-refusal.ts`).
  const stays = isThere || (from !== null && chance.happens(0.2));
  return { kind: 'move', from, to: stays ? from! : to, start, end };
}

type Note = { readonly code: string; readonly params: Record<string, unknown> };

/** The command as the board sends it, and again with a reason when time is taken. */
async function drop(ground: Ground, visit: AppointmentView, { command, input }: SingleMove) {
  const { client } = ground.as('dispatcher');
  const { id, ...asked } = input;
  const expected = [{ kind: 'appointment' as const, id, version: visit.version }];
  const send = (more: object) =>
    client.call(command, { params: { id }, body: { ...asked, ...more, expected } as never });
  try {
    return { refused: [], notes: (await send({})).notes as Note[] };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'schedule.conflict') throw error;
    const refused = error.params.conflicts as Note['params'][];
    const { notes } = await send({ overrideReason: 'Storm' });
    return {
      refused: refused.map((params) => ({ code: String(params.code), params })),
      notes: notes as Note[],
    };
  }
}

const asCheck = (hard: readonly Note[], soft: readonly Note[]) =>
  ({ hard, soft }) as unknown as ScheduleCheck;
const withoutPrefix = ({ code, params }: Note): Note => ({ code: code.replace('schedule.', ''), params });

/** What the rows say of the visit afterwards is what the preview drew, and nobody's time is taken by one that is parked. */
function* standsElsewhere(drawn: AppointmentView, is: Standing): Generator<string> {
  const { holdingLaneId, start, end, assignments } = drawn;
  const technicianIds = assignments.map(({ technicianId }) => technicianId).sort((a, b) => a - b);
  const shown = { holdingLaneId, start, end, technicianIds };
  const { taken, ...stands } = is;
  if (!isSameValue(shown, stands)) yield `shown as ${JSON.stringify(shown)}, it is ${JSON.stringify(stands)}`;
  if (stands.holdingLaneId !== null && taken > 0) yield `parked, it takes the time of ${taken}`;
}

async function play(ground: Ground, seed: number, drops: number) {
  const chance = chanceOf(`drops ${seed}`);
  const technicianIds = await makeCrowdedDay(ground, chance);
  const { client } = ground.as('dispatcher');
  const setup = await client.call('setup.get', {});
  const { holdingLaneIds } = ground.company;
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  const seen = new Map<string, number>();
  const wrong: string[] = [];
  let before = await roundsOf(ground.database, TENANT);
  for (let done = 0; done < drops; ) {
    const day: BoardDay = await client.call('board.day', { query: DAY });
    const index = indexDay(null, day, setup);
    const visit = chance.pick(day.appointments);
    const move = anyMove(chance, visit, { technicianIds, holdingLaneIds }, done);
    if (isIdle(visit, move)) continue;
    const pending = pendingOf(visit, move);
    const { check, after: drawn } = previewMove(index, pending)!;
    const shown = shownBy(index, visit.id, check);
    const { refused, notes } = await drop(ground, visit, pending);
    done++;
    const about = `${seed}, drop ${done} (${JSON.stringify(move)})`;
    const told = shownBy(index, visit.id, asCheck(refused, notes.map(withoutPrefix)));
    for (const one of told)
      if (!shown.has(one)) wrong.push(`${about}: the server said ${one}, the preview did not`);
    for (const one of shown)
      if (!told.has(one)) wrong.push(`${about}: the preview said ${one}, the server did not`);
    const stands = await standingOf(ground.database, TENANT, visit.id);
    wrong.push(...[...standsElsewhere(drawn, stands)].map((one) => `${about}: ${one}`));
    if (move.kind === 'park' || move.kind === 'unpark') count(move.kind);
    else if (visit.holdingLaneId !== null && move.kind === 'move') count('given from a holding lane');
    const after = await roundsOf(ground.database, TENANT);
    for (const one of newViolationsIn(before, after, visit.id)) {
      count(one.split(' ')[0]!);
      if (!shown.has(one)) wrong.push(`${about}: ${one} was not shown`);
    }
    before = after;
  }
  return { wrong, seen };
}

eachEngine(
  'drops at random over the wire',
  (database, engine) => {
    const lines: string[] = [];
    afterAll(() => console.info([`Drops on ${engine}:`, ...lines].join('\n  ')));

    test('whatever is wrong in the rows afterwards, and where the visit stands, was shown by the preview of the board; the server says the same', {
      timeout: SOAK_TIMEOUT_MS,
    }, async () => {
      const { seed, numRuns } = soak(PER_ROUND);
      const seen = new Map<string, number>();
      for (let round = 0; round * PER_ROUND < numRuns; round++) {
        await emptyEveryTable(database());
        const ground = await makeGround(database());
        try {
          const found = await play(ground, seed + round, Math.min(PER_ROUND, numRuns - round * PER_ROUND));
          expect(found.wrong).toEqual([]);
          for (const [code, count] of found.seen) seen.set(code, (seen.get(code) ?? 0) + count);
        } finally {
          await ground.close();
        }
      }
      lines.push(JSON.stringify(Object.fromEntries(seen)));
      // Each kind is there to be missed.
      for (const what of [...CODES, ...ASIDE]) expect(seen.get(what) ?? 0, what).toBeGreaterThan(0);
    });
  },
  { emptied: false },
);

const ASIDE = ['park', 'unpark', 'given from a holding lane'];
const CODES = [
  'overlap',
  'timeOff',
  'nonJobEvent',
  'inactiveTechnician',
  'missingSkill',
  'outsideWindow',
  'otherZone',
  'outsideShift',
  'travelTooShort',
  'pushesPastWindow',
  'unconfirmed',
];
