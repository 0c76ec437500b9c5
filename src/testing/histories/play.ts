/** Many clients at once on the real commands; every choice comes from the seed, only the interleaving does not. */
import { chanceOf, type Dice } from '#backend/demo/random.ts';
import type { JobCardView } from '#contract/job.ts';
import { ProblemError } from '#contract/problem.ts';
import { DatabaseError } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Company, Person } from '../company.ts';
import type { FixedClock } from '../fixed-clock.ts';
import type { Entry, Move, Outcome } from './log.ts';
import { randomMove, randomTimes } from './moves.ts';

const FIRST_JOBS = 8;
/** User ids of the clients; the company's own people have lower ones. */
export const FIRST_CLIENT = 1_000_000;
/** The day passes while they work, so that finishing early gives time back. */
const DAY_MS = 9 * 3_600_000;

type Client = {
  number: number;
  userId: Id;
  mayOverride: boolean;
  person: Person;
  chance: Dice;
  seen: Map<Id, JobCardView>;
};

/**
 * @returns the log, in the order of the answers
 */
export async function play(
  company: Company,
  { seed, operations, clients = 20 }: { seed: number; operations: number; clients?: number },
): Promise<Entry[]> {
  // makeCompany's clock is a fixed one: only we move it.
  const clock = company.clock as FixedClock;
  clock.set('2026-11-21T13:30:00.000Z');
  const log: Entry[] = [];
  let tick = 0;
  let given = 0;
  const jobIds = await firstJobs(company, chanceOf(`${seed} first jobs`));

  async function send(client: Client, move: Move, token: string): Promise<Entry> {
    const invoked = tick++;
    const head = {
      client: client.number,
      userId: client.userId,
      mayOverride: client.mayOverride,
      move,
      invoked,
    };
    const nothing = { code: null, params: {}, operationId: null, merged: false, cards: [] };
    try {
      const answer = (await client.person.call(move.name, {
        ...(move.params ? { params: move.params } : {}),
        body: move.body as never,
        key: token,
      })) as { operationId: Id; merged?: boolean; cards?: readonly JobCardView[] };
      const { operationId, merged = false, cards = [] } = answer;
      return { ...head, ...nothing, ended: tick++, outcome: 'ok', operationId, merged, cards };
    } catch (error) {
      const isRefusal = error instanceof ProblemError && !error.code.startsWith('server.');
      const isUnknown = error instanceof DatabaseError && error.outcome === 'unknown';
      const outcome: Outcome = isRefusal ? 'refused' : isUnknown ? 'unknown' : 'fault';
      const code = error instanceof ProblemError ? error.code : String(error);
      const params = error instanceof ProblemError ? error.params : {};
      return { ...head, ...nothing, ended: tick++, outcome, code, params };
    }
  }

  async function work(client: Client): Promise<void> {
    while (given < operations) {
      const number = given++;
      clock.advance(Math.round(DAY_MS / operations));
      const card = await look(client, client.chance.pick(jobIds));
      const token = `edit ${number}`;
      const move = randomMove(client.chance, company, card, token);
      if (!move || (move.name === 'jobs.book' && jobIds.length > 3 * FIRST_JOBS)) continue;
      const entry = await send(client, move, token);
      log.push(entry);
      for (const one of entry.cards) client.seen.set(one.job.id, one);
      if (entry.outcome !== 'ok' && move.params) client.seen.delete(card.job.id);
      if (move.name === 'jobs.book' && entry.cards[0]) jobIds.push(entry.cards[0].job.id);
    }
  }

  const people = Array.from({ length: clients }, (_, number): Client => {
    const userId = FIRST_CLIENT + number;
    const mayOverride = number % 3 !== 0;
    const person = company.person(mayOverride ? 'dispatcher' : 'csr', { userId });
    return {
      number,
      userId,
      mayOverride,
      person,
      chance: chanceOf(`${seed} client ${number}`),
      seen: new Map(),
    };
  });
  await Promise.all(people.map(work));
  return log;
}

/** What the client saw last of the card, often enough not as it is now. */
async function look(client: Client, jobId: Id): Promise<JobCardView> {
  const known = client.seen.get(jobId);
  if (known && client.chance.happens(0.5)) return known;
  const card = await client.person.call('jobs.get', { params: { id: jobId } });
  client.seen.set(jobId, card);
  return card;
}

async function firstJobs(company: Company, chance: Dice): Promise<Id[]> {
  const ids: Id[] = [];
  for (let count = 0; count < FIRST_JOBS; count++) {
    const { job } = await company.book(randomTimes(chance));
    ids.push(job.id);
  }
  return ids;
}
