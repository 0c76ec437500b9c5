import { afterAll, expect, test } from 'vitest';
import { chanceOf } from '#backend/demo/random.ts';
import type { EndpointName } from '#contract/endpoints.ts';
import type { Id } from '#domain/ids.ts';
import { bookingBody } from '#testing/company.ts';
import { eachEngine, emptyEveryTable, type TestDatabase } from '#testing/databases.ts';
import { randomBulkMove } from '#testing/histories/bulk-moves.ts';
import { randomMove, randomTimes } from '#testing/histories/moves.ts';
import { randomOfficeMove } from '#testing/histories/office-moves.ts';
import { SOAK_TIMEOUT_MS, soak } from '#testing/soak.ts';
import { type CompanyState, companyState, differencesIn } from '#testing/steps/company-state.ts';
import { type Ground, makeGround } from '#testing/sweep/ground.ts';
import { type Call, send } from '#testing/sweep/send.ts';

/** Operations per company; a long run makes a new company for each. */
const PER_ROUND = 300;
const TENANT = 1;

type Answer = { status: number; code: string | null; params: Record<string, unknown>; operationId: Id };
type Kept = { readonly before: CompanyState; readonly after: CompanyState; readonly what: string };

async function give(ground: Ground, name: EndpointName, call: Call): Promise<Answer> {
  const response = await send(ground.as('admin'), name, call);
  const { code = null, params = {}, operationId = 0 } = await response.json();
  if (response.status >= 500) throw new Error(`${name}: ${response.status} ${code}`);
  return { status: response.status, code, params, operationId };
}

/** A command that found all as it wanted is none. */
async function isStep(database: TestDatabase, operationId: Id): Promise<boolean> {
  const [step] = await database.transaction({ tenantId: TENANT, readOnly: true }, (tx) =>
    tx.query<{ undoable: boolean }>(
      'select undoable from office.operations where tenant_id = $1 and id = $2',
      [TENANT, operationId],
    ),
  );
  return step?.undoable ?? false;
}

/** One person's day: steps of all kinds over the real front door, undone and done again in between. */
async function play(database: TestDatabase, seed: number, operations: number) {
  await emptyEveryTable(database);
  const ground = await makeGround(database);
  try {
    const { company, clock } = ground;
    const chance = chanceOf(`back and forth ${seed}`);
    const admin = company.person('admin');
    const jobIds: Id[] = [];
    for (let count = 0; count < 6; count++) jobIds.push((await company.book(randomTimes(chance))).job.id);
    const counts = { done: 0, undone: 0, 'done again': 0 };
    const wrong: string[] = [];
    let [done, back]: Kept[][] = [[], []];
    let state = await companyState(database, TENANT);
    const goes = async (way: 'undo' | 'redo', kept: Kept, expected: CompanyState) => {
      const answer = await give(ground, `operations.${way}`, { body: {} });
      state = await companyState(database, TENANT);
      const differs = answer.code
        ? [`${answer.code} ${JSON.stringify(answer.params)}`]
        : differencesIn(expected, state);
      wrong.push(...differs.slice(0, 5).map((one) => `${way} of ${kept.what}: ${one}`));
      return differs.length === 0;
    };
    for (let operation = 0; operation < operations; operation++) {
      clock.advance(chance.between(1_000, 20_000));
      const draw = chance.next();
      const [last, gone] = [done!.at(-1), back!.at(-1)];
      if (draw < 0.3 && last) {
        if (await goes('undo', last, last.before)) back!.push(done!.pop()!);
        else [done, back] = [[], []];
        counts.undone++;
      } else if (draw < 0.55 && gone) {
        if (await goes('redo', gone, gone.after)) done!.push(back!.pop()!);
        else [done, back] = [[], []];
        counts['done again']++;
      } else {
        const read = (id: Id) => admin.call('jobs.get', { params: { id } });
        const card = await read(chance.pick(jobIds));
        const token = `${seed}-${operation}`;
        const others = jobIds.filter((id) => id !== card.job.id && chance.happens(0.3));
        const move = chance.happens(0.25)
          ? randomBulkMove({
              chance,
              company,
              cards: [card, ...(await Promise.all(others.map(read)))],
              token,
            })
          : chance.happens(0.4)
            ? await randomOfficeMove({ database, company, chance, card, token })
            : chance.happens(0.1)
              ? {
                  name: 'jobs.book' as const,
                  body: bookingBody(company, { ...randomTimes(chance), name: token }),
                }
              : randomMove(chance, company, card, token);
        if (!move || move.name.startsWith('operations.')) continue;
        const { params, body } = move as { params?: { id: Id }; body: unknown };
        const answer = await give(ground, move.name, { ...(params ? { params } : {}), body });
        if (answer.code) continue;
        const after = await companyState(database, TENANT);
        if (!(await isStep(database, answer.operationId))) continue;
        done!.push({ before: state, after, what: move.name });
        back = [];
        state = after;
        counts.done++;
      }
    }
    return { counts, wrong };
  } finally {
    await ground.close();
  }
}

eachEngine(
  'random steps of all kinds',
  (database, engine) => {
    const lines: string[] = [];
    afterAll(() => console.info([`Steps back and forth on ${engine}:`, ...lines].join('\n  ')));

    test(
      'an undo leaves the company as it was before the step, a redo as it was after it',
      async () => {
        const { seed, numRuns } = soak(PER_ROUND);
        // Rounds alike: of a short one at the end too few kinds of steps would be counted.
        const rounds = Math.ceil(numRuns / PER_ROUND);
        const operations = Math.ceil(numRuns / rounds);
        for (let round = 0; round < rounds; round++) {
          const { counts, wrong } = await play(database(), seed + round, operations);
          lines.push(`seed ${seed + round}: ${JSON.stringify(counts)}`);
          expect(wrong, `seed ${seed + round}`).toEqual([]);
          for (const count of Object.values(counts)) expect(count).toBeGreaterThan(operations / 20);
        }
      },
      SOAK_TIMEOUT_MS,
    );

    test.runIf(engine === 'pglite')('a field that did not come back would be found', async () => {
      await emptyEveryTable(database());
      const ground = await makeGround(database());
      try {
        const before = await companyState(database(), TENANT);
        await database().transaction({ tenantId: TENANT }, (tx) =>
          tx.query(`update company.jobs set summary = summary || '!' where id = $1`, [
            ground.mine.card.job.id,
          ]),
        );
        const after = await companyState(database(), TENANT);
        expect(differencesIn(before, before)).toEqual([]);
        expect(differencesIn(before, after)).toHaveLength(1);
      } finally {
        await ground.close();
      }
    });
  },
  { emptied: false },
);
