/** What the database knows about the rows of a batch, asked in a handful of questions however many rows there are. */
import type { Transaction } from '#db/database.ts';
import { plainLetters } from '#domain/customer/words.ts';
import type { Id } from '#domain/ids.ts';
import type { PartKind, RecordPlan, Ref } from '#domain/import-records/plan.ts';
import { grouped } from '../../write/grouped.ts';
import { selectList } from '../../write/load.ts';
import { RECORDS, type StoredRecord } from '../../write/records.ts';

export type Said = Readonly<Record<string, unknown>>;
export type Known = {
  /** By kind and external key. */
  record(kind: PartKind, key: string): StoredRecord | undefined;
  /** What the last import said about it. */
  said(kind: PartKind, id: Id): Said | null;
  /** Who that customer has become by merging; itself when nobody merged it. */
  heirOf(customer: StoredRecord): StoredRecord;
  /** Customers of that key or, without one, of that name; a merged one is the one it became. */
  customers(ref: Ref): readonly StoredRecord[];
  /** Active ones of that customer. */
  locationsOf(customerId: Id): readonly StoredRecord[];
  contactsOf(customerId: Id): readonly StoredRecord[];
  tagId(name: string): Id | undefined;
  /** Of an active dispatch zone. */
  zoneId(name: string): Id | undefined;
};

const PART_KINDS = ['customer', 'location', 'contact'] as const;
const at = (kind: string, key: string | number): string => `${kind} ${key}`;
const nameKey = (name: string): string => plainLetters(name).trim();

const select = (
  tx: Transaction,
  kind: PartKind,
  where: string,
  values: readonly (string | number)[],
  type: 'text' | 'bigint',
): Promise<StoredRecord[]> =>
  values.length === 0
    ? Promise.resolve([])
    : tx.query<StoredRecord>(
        `select ${selectList(kind, 'r')} from ${RECORDS[kind].table} r
         where r.tenant_id = $1 and ${where} = any($2::${type}[]) order by r.id`,
        [tx.tenantId, [...new Set(values)]],
      );

export async function knownTo(tx: Transaction, batch: readonly RecordPlan[]): Promise<Known> {
  const records = new Map<string, StoredRecord>();
  const parts = batch.flatMap((plan) => plan.parts);
  const locationKeys = batch.flatMap(({ locationKey }) => (locationKey === '' ? [] : [locationKey]));
  for (const kind of PART_KINDS) {
    const keys = parts.filter((part) => part.kind === kind).map(({ key }) => key);
    const wanted = kind === 'location' ? [...keys, ...locationKeys] : keys;
    for (const record of await select(tx, kind, 'r.external_key', wanted, 'text'))
      records.set(at(kind, String(record.externalKey)), record);
  }
  const customers = await customersOf(
    tx,
    batch.flatMap(({ customer }) => customer ?? []),
  );
  const own = [...records].flatMap(([key, one]) => (key.startsWith('customer ') ? [one] : []));
  const heirOf = await heirsOf(tx, own);
  const around = [...own, ...own.map(heirOf), ...customers.all].map(({ id }) => id);
  const locationsOf = await placesOf(tx, around);
  const contacts = grouped(
    await select(tx, 'contact', 'r.active and r.customer_id', around, 'bigint'),
    (one) => one.customerId as Id,
  );
  const met = [...records.values(), ...around.flatMap(locationsOf), ...[...contacts.values()].flat()];
  const said = await lastSaid(
    tx,
    met.map(({ id }) => id),
  );
  const tags = batch.some((plan) => plan.tags.length > 0) ? await named(tx, 'company.tags') : NOBODY;
  const zones = batch.some(({ zone }) => zone !== '') ? await named(tx, 'company.zones') : NOBODY;
  return {
    record: (kind, key) => records.get(at(kind, key)),
    said: (kind, id) => said.get(at(kind, id)) ?? null,
    heirOf,
    customers: customers.find,
    locationsOf,
    contactsOf: (id) => contacts.get(id) ?? [],
    tagId: (name) => tags.get(name.toLowerCase()),
    zoneId: (name) => zones.get(name.toLowerCase()),
  };
}

/** Customers by key or name; one that was merged is the one it became. */
export async function customersOf(tx: Transaction, refs: readonly Ref[]) {
  const keys = refs.flatMap(({ key }) => (key === '' ? [] : [key]));
  const names = refs.flatMap(({ key, name }) => (key === '' && name !== '' ? [nameKey(name)] : []));
  const found = [
    ...(await select(tx, 'customer', 'r.external_key', keys, 'text')),
    ...(await select(tx, 'customer', 'r.active and r.name_key', names, 'text')),
  ];
  const heirOf = await heirsOf(tx, found);
  const byKey = grouped(
    found.filter(({ externalKey }) => externalKey !== null),
    (one) => String(one.externalKey),
  );
  const byName = grouped(found, (one) => nameKey(String(one.name)));
  const distinct = (ones: readonly StoredRecord[]) => [
    ...new Map(ones.map(heirOf).map((one) => [one.id, one])).values(),
  ];
  return {
    all: distinct(found),
    find: ({ key, name }: Ref): readonly StoredRecord[] => {
      if (key !== '') return distinct(byKey.get(key) ?? []);
      return distinct(byName.get(nameKey(name)) ?? []).filter(({ active }) => active);
    },
  };
}

/** Who each has become: the kept one may have been merged in its turn. */
async function heirsOf(tx: Transaction, customers: readonly StoredRecord[]): Promise<Known['heirOf']> {
  const kept = new Map<Id, StoredRecord>();
  const keptBy = (one: StoredRecord) => (one.mergedInto as Id | null) ?? [];
  for (let ids = customers.flatMap(keptBy); ids.length > 0; ) {
    const found = await select(tx, 'customer', 'r.id', ids, 'bigint');
    for (const one of found) kept.set(one.id, one);
    ids = found.flatMap(keptBy);
  }
  return (customer) => {
    let heir = customer;
    for (let next = kept.get(Number(heir.mergedInto)); next; next = kept.get(Number(heir.mergedInto)))
      heir = next;
    return heir;
  };
}

/** Their active locations. */
export async function placesOf(tx: Transaction, customerIds: readonly Id[]): Promise<Known['locationsOf']> {
  const found = await select(tx, 'location', 'r.active and r.customer_id', customerIds, 'bigint');
  const locations = grouped(found, (one) => one.customerId as Id);
  return (id) => locations.get(id) ?? [];
}

async function lastSaid(tx: Transaction, ids: readonly Id[]): Promise<Map<string, Said>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ kind: string; id: Id; said: Said }>(
    `select record_kind as kind, record_id as id, said from company.import_links
     where tenant_id = $1 and record_kind = any('{customer,location,contact}') and record_id = any($2::bigint[])`,
    [tx.tenantId, [...new Set(ids)]],
  );
  return new Map(rows.map(({ kind, id, said }) => [at(kind, id), said]));
}

const NOBODY: ReadonlyMap<string, Id> = new Map();

/** Active ones of a set-up list by name. */
async function named(
  tx: Transaction,
  table: 'company.tags' | 'company.zones',
): Promise<ReadonlyMap<string, Id>> {
  const rows = await tx.query<{ id: Id; name: string }>(
    `select id, name from ${table} where tenant_id = $1 and active order by id desc`,
    [tx.tenantId],
  );
  return new Map(rows.map(({ id, name }) => [name.toLowerCase(), id]));
}
