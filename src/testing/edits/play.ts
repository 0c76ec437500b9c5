/** Two people (or one in two windows) edit one record from the same version, over the wire. */
import { chanceOf, type Dice } from '#backend/demo/random.ts';
import { loadCards, techniciansOf } from '#backend/jobs/store.ts';
import { loadRecords } from '#backend/write/load.ts';
import type { RecordKind, StoredRecord } from '#backend/write/records.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { endpoints } from '#contract/endpoints.ts';
import type { Database, Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { HistoryRow } from '../histories/facts.ts';
import { type Ground, PEOPLE, type Who } from '../sweep/ground.ts';
import { send } from '../sweep/send.ts';
import type { Answer, Edit, Pair, State } from './edit.ts';
import type { Subject, Target } from './targets.ts';
import type { Pool } from './values.ts';

const TENANT = 1;
const EDITORS: readonly Who[] = ['csr', 'dispatcher', 'accounting', 'admin'];
/** The company's people have their ids in the order of their roles (testing/company.ts). */
const userIdOf = (who: Who): Id => 120 + PEOPLE.indexOf(who);

export type Game = { readonly ground: Ground; readonly pool: Pool; readonly seed: number };

/** @param number of the pair: with the seed it says everything but how parallel requests meet */
export async function playPair(
  { ground, pool, seed }: Game,
  target: Target,
  subject: Subject,
  number: number,
): Promise<Pair> {
  const chance = chanceOf(`${seed} pair ${number}`);
  ground.clock.advance(1000);
  const before = await stateOf(ground.database, subject);
  const { roles } = endpoints[target.endpoint] as Endpoint;
  const may = EDITORS.filter((who) => (roles as readonly string[]).includes(who));
  const who = [chance.pick(may), chance.pick(may)] as const;
  const fields = twoChoices(chance, target);
  const make = (at: 0 | 1): Edit =>
    target.edit({
      ground,
      chance,
      pool,
      subject,
      state: before,
      fields: fields[at],
      token: `${number} ${'ab'[at]}`,
    });
  const edits = [make(0), make(1)] as const;
  const give = (at: 0 | 1) => sendEdit(ground, who[at], edits[at]);
  const atOnce = chance.happens(0.5);
  const answers = atOnce ? await Promise.all([give(0), give(1)]) : ([await give(0), await give(1)] as const);
  const side = (at: 0 | 1) => ({
    userId: userIdOf(who[at]),
    userName: who[at],
    edit: edits[at],
    answer: answers[at],
  });
  return {
    of: target.name,
    ...subject,
    sides: [side(0), side(1)],
    atOnce,
    before,
    ...(await storySince(ground.database, subject, before.version)),
    follows: target.follows,
  };
}

/** What each of the two changes: half of the time something in common. */
function twoChoices(chance: Dice, { name, groups }: Target): [string[], string[]] {
  // One command is one edit.
  const most = name === 'appointments' ? 1 : Math.min(3, groups.length);
  const some = (from: readonly string[]) => {
    const left = [...from];
    const count = Math.min(left.length, chance.between(1, most));
    return Array.from({ length: count }, () => left.splice(chance.between(0, left.length - 1), 1)[0]!);
  };
  const first = some(groups);
  const others = groups.filter((field) => !first.includes(field));
  if (others.length > 0 && chance.happens(0.5)) return [first, some(others)];
  const common = chance.pick(first);
  const more = most > 1 && chance.happens(0.5) ? some(others).slice(0, 1) : [];
  return [first, [common, ...more]];
}

async function sendEdit(ground: Ground, who: Who, { endpoint, call }: Edit): Promise<Answer> {
  const response = await send(ground.as(who), endpoint, call);
  const { status } = response;
  const body = (await response.json()) as {
    code?: string;
    params?: Record<string, unknown>;
    operationId?: Id;
    merged?: boolean;
  };
  const { code = null, params = {}, operationId = null, merged = false } = body;
  return { status, code, params, operationId, merged };
}

const reading = { tenantId: TENANT, readOnly: true } as const;

const stateOf = (database: Database, subject: Subject): Promise<State> =>
  database.transaction(reading, (tx) => readState(tx, subject));

async function readState(tx: Transaction, { kind, id }: Subject): Promise<State> {
  const [record] = await loadRecords<StoredRecord>(tx, kind as RecordKind, [id]);
  if (!record) throw new Error(`There is no ${kind} ${id}`);
  if (kind !== 'appointment') return record;
  const [card] = await loadCards(tx, [record.jobId as Id]);
  return { ...record, technicians: techniciansOf(card!, id) };
}

/** The record as it is, and its history since that version. */
function storySince(database: Database, subject: Subject, version: number) {
  return database.transaction(reading, async (tx) => ({
    after: await readState(tx, subject),
    history: await tx.query<HistoryRow>(
      `select record_kind as kind, record_id as id, version, at, created, operation_id as "operationId",
         changes || coalesce(personal, '{}'::jsonb) as changes
       from company.history where tenant_id = $1 and record_kind = $2 and record_id = $3 and version > $4::bigint
       order by version`,
      [TENANT, subject.kind, subject.id, version],
    ),
  }));
}
