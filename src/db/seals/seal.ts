/**
 * Seals what is new in history and audit, as the tables' owner (R61). Only what is settled: an id is taken before its
 * row is committed, so a smaller one may still come. Whoever writes to a table holds a lock on it from before the id is
 * taken until the end; when all who held it once the greatest id was read are gone, every row up to that id is there
 * or never will be. Nobody is made to wait for it.
 */
import type { Instant } from '#domain/time.ts';
import type { Database, Transaction } from '../database.ts';
import type { Chain } from './streams.ts';
import {
  isOf,
  listChains,
  NO_HASH,
  personalHash,
  rowHash,
  SEAL_HASH,
  SOURCES,
  type Stream,
} from './streams.ts';

/** Rows of one seal: on PGlite everybody waits while it is made. */
const SEALED_AT_ONCE = 500;
const PAUSE_MS = 50;
const POLL_MS = 100;
/** Longer than a write may take (its deadline); what is still open then is waited for the next time. */
const SETTLED_WITHIN_MS = 20_000;
/** Any number, but the same in every process: the advisory lock of the one that seals. */
const LOCK = 7_251_905_027;

type Options = {
  readonly signal: AbortSignal;
  /** For tests. */
  readonly atOnce?: number;
  readonly settledWithinMs?: number;
};

/**
 * Until everything settled is sealed, in small steps with pauses, or `signal` aborts. Two at once do each other no harm.
 *
 * @returns how many rows were sealed
 */
export async function sealNew(
  database: Database,
  now: () => Instant,
  { signal, atOnce = SEALED_AT_ONCE, settledWithinMs = SETTLED_WITHIN_MS }: Options,
): Promise<number> {
  const settled: Partial<Record<Stream, number>> = {};
  for (const stream of ['history', 'audit'] as const) {
    const upTo = await settledUpTo(database, stream, settledWithinMs, signal);
    if (upTo !== null) settled[stream] = upTo;
  }
  const chains = await database.transaction({ tenantId: 'system', readOnly: true }, listChains);
  let sealed = 0;
  for (const chain of chains) {
    const upTo = settled[chain.stream];
    for (let more = upTo !== undefined; more && !signal.aborted; ) {
      const rows = await database.transaction({ tenantId: 'system' }, (tx) =>
        sealStep(tx, chain, upTo!, atOnce, now()),
      );
      sealed += rows;
      more = rows === atOnce;
      if (more) await pause(PAUSE_MS);
    }
  }
  return sealed;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());

/** null: somebody has been writing all the time. */
async function settledUpTo(
  database: Database,
  stream: Stream,
  withinMs: number,
  signal: AbortSignal,
): Promise<number | null> {
  const { table } = SOURCES[stream];
  const ask = <T>(work: (tx: Transaction) => Promise<T>) =>
    database.transaction({ tenantId: 'system', readOnly: true }, work);
  const writers = (tx: Transaction) =>
    tx.query<{ writer: string }>(
      `select distinct virtualtransaction as writer from pg_locks
       where locktype = 'relation' and relation = $1::regclass and mode = 'RowExclusiveLock' and granted
         and database = (select oid from pg_database where datname = current_database())`,
      [table],
    );
  // In this order: whoever took an id up to the greatest has had its lock before.
  const [greatest, first] = await ask(async (tx) => {
    const [row] = await tx.query<{ id: number | null }>(
      `select pg_sequence_last_value(pg_get_serial_sequence($1, 'id')::regclass) as id`,
      [table],
    );
    return [row?.id ?? null, await writers(tx)] as const;
  });
  if (greatest === null) return null;
  let open = new Set(first.map(({ writer }) => writer));
  for (let waited = 0; open.size > 0; waited += POLL_MS) {
    if (waited >= withinMs || signal.aborted) return null;
    await pause(POLL_MS);
    const still = await ask(writers);
    open = new Set(still.map(({ writer }) => writer).filter((writer) => open.has(writer)));
  }
  return greatest;
}

/** The next rows of one chain, at most `atOnce` of them. 0 too while another process seals. */
async function sealStep(
  tx: Transaction,
  chain: Chain,
  upTo: number,
  atOnce: number,
  now: Instant,
): Promise<number> {
  const [lock] = await tx.query<{ held: boolean }>('select pg_try_advisory_xact_lock($1) as held', [LOCK]);
  if (!lock!.held) return 0;
  const source = SOURCES[chain.stream];
  const [last] = await tx.query<{ number: number; upTo: number }>(
    `select number, up_to as "upTo" from office.seals s where s.stream = $1 and ${isOf(chain, 's')}
     order by number desc limit 1`,
    [chain.stream],
  );
  const [sealed] = await tx.query<{ rows: number }>(
    `with next as (
       select * from ${source.table} r where ${isOf(chain, 'r')} and r.id > $1 and r.id <= $2 order by r.id limit $3
     ), s as (
       select $4::text as stream, $5::bigint as tenant_id, $6::int as number, max(r.id) as up_to,
         array_agg(r.id order by r.id) as ids, string_agg(${rowHash(source)}, ''::bytea order by r.id) as row_hashes,
         string_agg(coalesce(${personalHash(source)}, ${NO_HASH}), ''::bytea order by r.id) as personal_hashes,
         coalesce((select l.hash from office.seals l where l.stream = $4 and ${isOf(chain, 'l')}
           and l.number = $6::int - 1), ${NO_HASH}) as previous_hash,
         $7::timestamptz as sealed_at
       from next r having count(*) > 0
     )
     insert into office.seals (stream, tenant_id, number, up_to, ids, row_hashes, personal_hashes, previous_hash, hash, sealed_at)
     select stream, tenant_id, number, up_to, ids, row_hashes, personal_hashes, previous_hash, ${SEAL_HASH}, sealed_at from s
     returning cardinality(ids) as rows`,
    [last?.upTo ?? 0, upTo, atOnce, chain.stream, chain.tenantId, (last?.number ?? 0) + 1, now],
  );
  return sealed?.rows ?? 0;
}
