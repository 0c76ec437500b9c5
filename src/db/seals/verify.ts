/** Recomputes every seal and every row it stands for (R61): what was changed, removed or put in between since. */
import type { Database, Transaction } from '../database.ts';
import {
  type Chain,
  isOf,
  listChains,
  NO_HASH,
  personalHash,
  rowHash,
  SEAL_HASH,
  SOURCES,
} from './streams.ts';

/** `seal`: the seal itself was altered, or one before it is gone; `id` is then its number. */
export type Break = { readonly what: 'changed' | 'removed' | 'added' | 'seal'; readonly id: number };

export type Verified = Chain & {
  /** Rows that are as they were when they were sealed; up to the first that is not. */
  readonly proved: number;
  /** Since the last seal: nothing is known of them. */
  readonly notSealed: number;
  readonly broken: Break | null;
  /** The last seal's hash, hex. Kept elsewhere, it shows later whether seals themselves were exchanged. null: no seal. */
  readonly head: string | null;
};

/** Chain by chain, seal by seal, each in a short transaction. */
export async function* verifyChains(database: Database): AsyncGenerator<Verified, void> {
  const read = <T>(work: (tx: Transaction) => Promise<T>) =>
    database.transaction({ tenantId: 'system', readOnly: true }, work);
  for (const chain of await read(listChains)) {
    let [proved, at, head, broken]: [number, Position, string | null, Break | null] = [0, START, null, null];
    for (;;) {
      const seal = await read((tx) => nextSeal(tx, chain, at));
      if (!seal) break;
      broken =
        seal.isWhole && seal.number === at.number + 1
          ? await read((tx) => firstBreak(tx, chain, at.upTo, seal))
          : { what: 'seal', id: at.number + 1 };
      if (broken) break;
      proved += seal.rows;
      head = seal.hash;
      at = seal;
    }
    const notSealed = await read((tx) => countNotSealed(tx, chain));
    if (proved > 0 || notSealed > 0 || broken) yield { ...chain, proved, notSealed, broken, head };
  }
}

type Position = { readonly number: number; readonly upTo: number; readonly hash: string };
type Seal = Position & { readonly rows: number; readonly isWhole: boolean };

const START: Position = { number: 0, upTo: 0, hash: '00'.repeat(32) };

async function nextSeal(tx: Transaction, chain: Chain, after: Position): Promise<Seal | undefined> {
  const [seal] = await tx.query<Seal>(
    `select s.number, s.up_to as "upTo", encode(s.hash, 'hex') as hash, cardinality(s.ids) as rows,
       s.hash = ${SEAL_HASH} and encode(s.previous_hash, 'hex') = $3 as "isWhole"
     from office.seals s where s.stream = $1 and ${isOf(chain, 's')} and s.number > $2 order by s.number limit 1`,
    [chain.stream, after.number, after.hash],
  );
  return seal;
}

/** Erased personal fields are no break; any others than those sealed are. */
async function firstBreak(tx: Transaction, chain: Chain, after: number, seal: Seal): Promise<Break | null> {
  const source = SOURCES[chain.stream];
  const nth = (hashes: string) => `substring(s.${hashes} from (32 * (u.n - 1) + 1)::int for 32)`;
  const [row] = await tx.query<Break>(
    `with sealed as (
       select u.id, ${nth('row_hashes')} as row_hash, ${nth('personal_hashes')} as personal_hash
       from office.seals s, unnest(s.ids) with ordinality as u(id, n)
       where s.stream = $1 and ${isOf(chain, 's')} and s.number = $2
     ), found as (
       select r.id, ${rowHash(source)} as row_hash, ${personalHash(source)} as personal_hash
       from ${source.table} r where ${isOf(chain, 'r')} and r.id > $3 and r.id <= $4
     )
     select coalesce(s.id, f.id) as id,
       case when f.id is null then 'removed' when s.id is null then 'added' else 'changed' end as what
     from sealed s full join found f on f.id = s.id
     where f.id is null or s.id is null or f.row_hash <> s.row_hash
       or coalesce(f.personal_hash, s.personal_hash, ${NO_HASH}) <> s.personal_hash
     order by 1 limit 1`,
    [chain.stream, seal.number, after, seal.upTo],
  );
  return row ?? null;
}

async function countNotSealed(tx: Transaction, chain: Chain): Promise<number> {
  const [row] = await tx.query<{ rows: number }>(
    `select count(*) as rows from ${SOURCES[chain.stream].table} r where ${isOf(chain, 'r')} and r.id >
       coalesce((select max(s.up_to) from office.seals s where s.stream = $1 and ${isOf(chain, 's')}), 0)`,
    [chain.stream],
  );
  return row!.rows;
}
