import { afterAll, expect, test } from 'vitest';
import { chanceOf } from '#backend/demo/random.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { endpointNames, endpoints } from '#contract/endpoints.ts';
import { eachEngine, emptyEveryTable, type TestDatabase } from '../databases.ts';
import { SOAK_TIMEOUT_MS, soak } from '../soak.ts';
import { startHoursAnew } from '../sweep/fresh-cards.ts';
import { makeGround } from '../sweep/ground.ts';
import { checkNames, violations } from './check.ts';
import type { Pair } from './edit.ts';
import { PLANTS } from './plants.ts';
import { type Game, playPair } from './play.ts';
import { makePool } from './pool.ts';
import { COMPARED_WHOLE, type Subject, TARGETS, type Target } from './targets.ts';

/** Pairs per company; a long run makes a new company for each. */
const PER_ROUND = 500;
/** A record is edited so often before the next one is made. */
const PAIRS_PER_RECORD = 20;
/** What offices edit all day is tried as often as all set-up lists together. */
const BUSY = /^(jobs|appointments|customers|locations|contacts|projects|vendors)/;

async function playRound(database: TestDatabase, seed: number, count: number): Promise<Pair[]> {
  await emptyEveryTable(database);
  startHoursAnew();
  const ground = await makeGround(database);
  try {
    const game: Game = { ground, pool: await makePool(ground), seed };
    const chance = chanceOf(`${seed} targets`);
    const busy = TARGETS.filter(({ name }) => BUSY.test(name));
    const subjects = new Map<Target, { subject: Subject; left: number }>();
    const pairs: Pair[] = [];
    for (let number = 0; number < count; number++) {
      const target = chance.pick(chance.happens(0.6) ? busy : TARGETS);
      const known = subjects.get(target);
      const now =
        known && known.left > 0 ? known : { subject: await target.make(ground), left: PAIRS_PER_RECORD };
      subjects.set(target, { ...now, left: now.left - 1 });
      pairs.push(await playPair(game, target, now.subject, number));
    }
    return pairs;
  } finally {
    await ground.close();
  }
}

eachEngine(
  'two people edit one record',
  (database, engine) => {
    const lines: string[] = [];
    afterAll(() => console.info([`Pairs of edits on ${engine}:`, ...lines].join('\n  ')));

    test(
      'disjoint edits both count, of overlapping ones the second is told; nothing is lost or unexplained',
      async () => {
        const { seed, numRuns } = soak(500);
        for (let round = 0; round * PER_ROUND < numRuns; round++) {
          const count = Math.min(PER_ROUND, numRuns - round * PER_ROUND);
          const pairs = await playRound(database(), seed + round, count);
          lines.push(figures(seed + round, pairs));
          const wrong = pairs.flatMap((pair, at) =>
            violations(pair).map((what) => `${at} ${pair.of}: ${what}`),
          );
          expect(wrong, `seed ${seed + round}`).toEqual([]);
          // A round of refusals only would prove nothing.
          expect(refusedByRules(pairs).length).toBeLessThan(count / 4);
        }
      },
      SOAK_TIMEOUT_MS,
    );

    // What the checker sees does not depend on the engine.
    test.runIf(engine === 'pglite')('each check finds the fault that is planted for it', async () => {
      const pairs = await playRound(database(), 1, 40);
      expect(Object.keys(PLANTS)).toEqual(checkNames);
      for (const [name, plant] of Object.entries(PLANTS)) {
        expect(
          violations(plant(pairs)).filter((one) => one.startsWith(name)),
          name,
        ).not.toEqual([]);
      }
    });
  },
  { emptied: false },
);

const answersOf = (pairs: readonly Pair[]) => pairs.flatMap(({ sides }) => sides.map(({ answer }) => answer));
const refusedByRules = (pairs: readonly Pair[]) =>
  answersOf(pairs).filter(({ code }) => code !== null && code !== 'request.stale');

function figures(seed: number, pairs: readonly Pair[]): string {
  const answers = answersOf(pairs);
  const merged = answers.filter((one) => one.merged).length;
  const stale = answers.filter(({ code }) => code === 'request.stale').length;
  const refused = refusedByRules(pairs).length;
  return `seed ${seed}: ${pairs.length} pairs, ${merged} merged, ${stale} side by side, ${refused} refused by a rule`;
}

test('every PATCH of the table is edited in pairs, but for the records that are compared whole', () => {
  const patches = endpointNames.filter((name) => (endpoints[name] as Endpoint).method === 'PATCH');
  const edited = new Set(TARGETS.map(({ endpoint }) => endpoint));
  expect(patches.filter((name) => !edited.has(name)).sort()).toEqual([...COMPARED_WHOLE].sort());
});
