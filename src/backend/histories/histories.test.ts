import { afterAll, expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { checkNames, type Evidence, violations } from '#testing/histories/check.ts';
import { readFacts } from '#testing/histories/facts.ts';
import { followFeed } from '#testing/histories/follow-feed.ts';
import { PLANTS } from '#testing/histories/plants.ts';
import { FIRST_CLIENT, play } from '#testing/histories/play.ts';
import { soak } from '#testing/soak.ts';

/** Commands per company: enough to crowd three technicians for a day; a long run makes a new company for each. */
const PER_ROUND = 400;

/** A company of its own, a day of 20 people at once, and all that is known afterwards. */
async function history(database: Database, round: number, seed: number, operations: number) {
  const company = await makeCompany(database, round + 1);
  const reader = followFeed(company.backend, company.person('admin').actor, '0.0');
  const started = performance.now();
  const log = await play(company, { seed, operations });
  const seconds = (performance.now() - started) / 1000;
  const feed = await reader.stop();
  const facts = await readFacts(database, company.tenantId);
  const others = facts.operations.filter(({ userId }) => userId < FIRST_CLIENT);
  const evidence: Evidence = { facts, log, feed, earlier: new Set(others.map(({ id }) => id)) };
  const done = log.filter(({ outcome }) => outcome === 'ok').length;
  const rate = (log.length / seconds).toFixed(0);
  return { evidence, done, figures: `seed ${seed}: ${log.length} commands, ${done} done, ${rate} a second` };
}

eachEngine('random histories', (database, engine) => {
  const lines: string[] = [];
  afterAll(() => console.info([`Random histories on ${engine}:`, ...lines].join('\n  ')));

  test('20 people at once lose no edit, book nobody twice, and everything can be told from the history', async () => {
    const { seed, numRuns } = soak(300);
    for (let round = 0; round * PER_ROUND < numRuns; round++) {
      const operations = Math.min(PER_ROUND, numRuns - round * PER_ROUND);
      const { evidence, done, figures } = await history(database(), round, seed + round, operations);
      lines.push(figures);
      expect(violations(evidence), `seed ${seed + round}`).toEqual([]);
      // Most of what crowded people try is refused; a history of refusals only would prove nothing.
      expect(done).toBeGreaterThan(operations / 5);
    }
  });

  // What the checker sees does not depend on the engine.
  test.runIf(engine === 'pglite')('each check finds the fault that is planted for it', async () => {
    const { evidence } = await history(database(), 0, 1, 150);
    expect(Object.keys(PLANTS)).toEqual(checkNames);
    for (const [name, plant] of Object.entries(PLANTS)) {
      const copy = structuredClone(evidence);
      const planted = { ...copy, log: [...copy.log] };
      plant(planted);
      expect(
        violations(planted).some((one) => one.startsWith(name)),
        name,
      ).toBe(true);
    }
  });
});
