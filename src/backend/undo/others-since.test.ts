import { afterAll, expect, test } from 'vitest';
import { chanceOf, type Dice } from '#backend/demo/random.ts';
import type { EndpointName } from '#contract/endpoints.ts';
import type { Id } from '#domain/ids.ts';
import { eachEngine, emptyEveryTable } from '#testing/databases.ts';
import { randomBulkMove } from '#testing/histories/bulk-moves.ts';
import { randomMove, randomTimes } from '#testing/histories/moves.ts';
import { randomOfficeMove } from '#testing/histories/office-moves.ts';
import { SOAK_TIMEOUT_MS, soak } from '#testing/soak.ts';
import { companyState } from '#testing/steps/company-state.ts';
import { checkTakingBack } from '#testing/steps/taking-back.ts';
import { type Ground, makeGround, type Who } from '#testing/sweep/ground.ts';
import { send } from '#testing/sweep/send.ts';

/** Steps that are taken back; a long run makes a new company for each. */
const PER_ROUND = 60;
const TENANT = 1;

type Answer = { code: string | null; params: Record<string, unknown>; operationId: Id };
type Move = { name: EndpointName; params?: { id: Id }; body: unknown };

async function give(ground: Ground, who: Who, { name, params, body }: Move): Promise<Answer> {
  const response = await send(ground.as(who), name, { ...(params ? { params } : {}), body });
  const { code = null, params: told = {}, operationId = 0 } = await response.json();
  if (response.status >= 500) throw new Error(`${name}: ${response.status} ${code}`);
  return { code, params: told, operationId };
}

/** Of any kind, on one of the jobs or on some. */
async function drawn(
  ground: Ground,
  chance: Dice,
  jobIds: readonly Id[],
  token: string,
): Promise<Move | null> {
  const { company, database } = ground;
  const read = (id: Id) => company.person('admin').call('jobs.get', { params: { id } });
  const cards = await Promise.all(jobIds.map(read));
  const [card] = cards;
  if (cards.length > 1) return randomBulkMove({ chance, company, cards, token }) as Move;
  const move = chance.happens(0.2)
    ? await randomOfficeMove({ database, company, chance, card: card!, token })
    : randomMove(chance, company, card!, token);
  // A merge is taken back by rules of its own, which `moved-places.test.ts` and `confined.test.ts` are about.
  return !move || /^(operations\.|customers\.merge)/.test(move.name) ? null : (move as Move);
}

async function play(ground: Ground, seed: number, operations: number) {
  const { company, clock, database } = ground;
  const chance = chanceOf(`others since ${seed}`);
  const jobIds: Id[] = [];
  for (let count = 0; count < 5; count++) jobIds.push((await company.book(randomTimes(chance))).job.id);
  const counts = {
    'taken back': 0,
    'taken back beside others': 0,
    'field in the way': 0,
    'rule in the way': 0,
  };
  const wrong: string[] = [];
  const state = () => companyState(database, TENANT);
  let tokens = 0;
  /** Up to two of a colleague's, mostly on the same job, and often of the same kind. */
  const others = async (about: Id, name: EndpointName) => {
    const done: string[] = [];
    for (let left = chance.between(0, 2); left > 0; left--) {
      const ids = [chance.happens(0.8) ? about : chance.pick(jobIds)];
      const isSame = chance.happens(0.4);
      let move = await drawn(ground, chance, ids, `${seed} theirs ${tokens++}`);
      for (let again = 0; isSame && move?.name !== name && again < 30; again++)
        move = await drawn(ground, chance, ids, `${seed} theirs ${tokens++}`);
      if (move && !(await give(ground, 'dispatcher', move)).code) done.push(move.name);
    }
    return done;
  };
  for (let taken = 0; taken < operations; ) {
    clock.advance(chance.between(1_000, 20_000));
    const about = chance.pick(jobIds);
    const bulk = chance.happens(0.25) ? jobIds.filter((id) => id !== about && chance.happens(0.4)) : [];
    const move = await drawn(ground, chance, [about, ...bulk], `${seed} mine ${tokens++}`);
    if (!move) continue;
    let before = await state();
    const step = await give(ground, 'admin', move);
    if (step.code) continue;
    const listed = await company.person('admin').call('operations.list');
    if (listed.items[0]?.id !== step.operationId) continue;
    let after = await state();
    for (const way of ['undo', 'redo'] as const) {
      const theirs = await others(about, move.name);
      const since = await state();
      const body = { operationId: step.operationId };
      const answer = await give(ground, 'admin', { name: `operations.${way}`, body });
      const then = await state();
      taken++;
      const found = checkTakingBack([before, after, since, then], answer);
      const what = `${way} of ${move.name} after ${theirs.join(', ')}`;
      wrong.push(...found.wrong.slice(0, 5).map((one) => `${what}: ${one}`));
      if (!answer.code) counts[theirs.length > 0 ? 'taken back beside others' : 'taken back']++;
      else counts[answer.code.endsWith('.changed_since') ? 'field in the way' : 'rule in the way']++;
      if (answer.code) break;
      // A redo takes back what the undo did.
      [before, after] = [since, then];
    }
  }
  return { counts, wrong };
}

eachEngine(
  'steps taken back when others have done something since',
  (database, engine) => {
    const lines: string[] = [];
    const all = new Map<string, number>();
    afterAll(() => console.info([`Steps taken back beside others on ${engine}:`, ...lines].join('\n  ')));

    test('refused exactly where they changed a field of the step, or a rule stands in the way; what they did stays', {
      timeout: SOAK_TIMEOUT_MS,
    }, async () => {
      const { seed, numRuns } = soak(PER_ROUND);
      for (let round = 0; round * PER_ROUND < numRuns; round++) {
        await emptyEveryTable(database());
        const ground = await makeGround(database());
        try {
          const operations = Math.min(PER_ROUND, numRuns - round * PER_ROUND);
          const { counts, wrong } = await play(ground, seed + round, operations);
          lines.push(`seed ${seed + round}: ${JSON.stringify(counts)}`);
          expect(wrong, `seed ${seed + round}`).toEqual([]);
          for (const [what, count] of Object.entries(counts)) all.set(what, (all.get(what) ?? 0) + count);
        } finally {
          await ground.close();
        }
      }
      for (const [what, count] of all) expect(count, what).toBeGreaterThan(0);
    });
  },
  { emptied: false },
);
