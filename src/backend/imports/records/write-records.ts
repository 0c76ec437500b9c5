/** Writes what was settled for a batch: records, what was said about them, what an undo has to take back. */
import type { NewCustomer, NewLocation } from '#contract/customer.ts';
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { Id } from '#domain/ids.ts';
import { customersChanged, refreshSearch } from '../../customers/commands.ts';
import { changedRecord, contactRecord, customerRecords, locationRecord } from '../../customers/records.ts';
import { withKnownZones } from '../../schedule/known-zone.ts';
import type { CommandContext } from '../../write/context.ts';
import { differences } from '../../write/differences.ts';
import { grouped } from '../../write/grouped.ts';
import { newIds } from '../../write/ids.ts';
import { loadRecords } from '../../write/load.ts';
import { RECORDS } from '../../write/records.ts';
import { type RecordChange, type SavedChange, saveRecords } from '../../write/save.ts';
import { IMPORT_SOURCE } from '../places.ts';
import type { Made } from '../setup-records.ts';
import type { RecordWrite } from './settle-records.ts';

type WrittenRecords = {
  readonly made: Made;
  /** The customers that rows have made, by line. */
  readonly customerOf: ReadonlyMap<number, Id>;
};

type Planned = { readonly write: RecordWrite; readonly change: RecordChange };

export async function writeRecords(
  tx: Transaction,
  context: CommandContext,
  importId: Id,
  verb: string,
  settled: readonly RecordWrite[],
): Promise<WrittenRecords> {
  if (settled.length === 0) return { made: {}, customerOf: new Map() };
  const writes = await inKnownZones(tx, settled);
  const linked = await linkedRecords(tx, writes);
  const ids = await newIds(tx, writes.filter(({ before }) => before === null).length);
  const planned = writes
    .filter((write) => !isOfNewCustomer(write))
    .map((write) => plannedOf(write, linked, ids));
  const ofLines = grouped(writes.filter(isOfNewCustomer), ({ line }) => line);
  const customerOf = new Map<number, Id>();
  for (const [line, own] of ofLines) {
    const made = newCustomerOf(own, ids.splice(0, own.length));
    customerOf.set(line, made[0]!.change.after.id);
    planned.push(...made);
  }
  const saved = await saveRecords(
    tx,
    context,
    { verb, undoable: false },
    planned.map(({ change }) => change),
  );
  await remember(tx, importId, planned, saved.changes);
  const touched = [...new Set(writes.flatMap(({ customerId }) => customerId ?? []))];
  await refreshSearch(tx, touched);
  await customersChanged(tx, context, saved.operationId, [...customerOf.values()], 'customer.created');
  await customersChanged(tx, context, saved.operationId, touched, 'customer.updated');
  const made: Record<string, number> = {};
  for (const { kind, before } of planned.map(({ change }) => change))
    if (before === null) made[kind] = (made[kind] ?? 0) + 1;
  return { made, customerOf };
}

const isOfNewCustomer = ({ customerId }: RecordWrite) => customerId === null;
const isLink = ({ kind, before, customerId }: RecordWrite) =>
  kind === 'customer' && before === null && customerId !== null;

/** New places get the zone known for their postal code; what the file has said of them stays what it said. */
async function inKnownZones(tx: Transaction, writes: readonly RecordWrite[]): Promise<RecordWrite[]> {
  const isNewPlace = ({ kind, before }: RecordWrite) => kind === 'location' && before === null;
  const places = await withKnownZones(tx, writes.filter(isNewPlace).map(newLocation));
  return writes.map((write) =>
    isNewPlace(write) ? { ...write, values: { ...write.values, zoneId: places.shift()!.zoneId } } : write,
  );
}

/** Customers who get the key of a row they look like. */
const linkedRecords = async (tx: Transaction, writes: readonly RecordWrite[]) =>
  new Map(
    (
      await loadRecords(
        tx,
        'customer',
        writes.filter(isLink).map(({ customerId }) => customerId!),
        { lock: true },
      )
    ).map((one) => [one.id, one]),
  );

function plannedOf(write: RecordWrite, linked: ReadonlyMap<Id, RecordChange['before']>, ids: Id[]): Planned {
  const before = isLink(write) ? linked.get(write.customerId!)! : write.before;
  const change = before
    ? changedRecord(write.kind, before, write.values)
    : write.kind === 'location'
      ? locationRecord(newLocation(write), write.customerId!, ids.shift()!)
      : contactRecord(newContact(write), write.customerId!, ids.shift()!);
  return { write, change: { ...change, after: { ...change.after, externalKey: write.key } } };
}

function newCustomerOf(own: readonly RecordWrite[], ids: readonly Id[]): Planned[] {
  const of = (kind: RecordWrite['kind']) => own.filter((write) => write.kind === kind);
  const ordered = [...of('customer'), ...of('location'), ...of('contact')];
  const customer: NewCustomer = {
    name: '',
    type: 'Residential',
    doNotService: false,
    tagIds: [],
    memo: '',
    externalKey: ordered[0]!.key,
    ...ordered[0]!.values,
    locations: of('location').map(newLocation),
    contacts: of('contact').map(newContact),
  };
  return customerRecords(customer, ids, IMPORT_SOURCE).map((change, index) => ({
    write: ordered[index]!,
    change,
  }));
}

const newLocation = ({ values, key }: RecordWrite): NewLocation => ({
  name: '',
  street: '',
  unit: '',
  city: '',
  state: '',
  zip: '',
  country: 'US',
  latitude: null,
  longitude: null,
  timeZone: null,
  taxZoneId: null,
  memo: '',
  businessHours: null,
  externalKey: key,
  ...values,
});
const newContact = ({ values, key }: RecordWrite): NewCustomer['contacts'][number] => ({
  kind: 'Phone',
  value: '',
  memo: '',
  mayMessage: true,
  locationId: null,
  externalKey: key,
  ...values,
});

/** Kept up by the store out of other fields: an undo makes them anew. */
const DERIVED = ['search', 'terms', 'nameKey', 'addressKey'];

/** What the file has said, for the next import, and what was there before, for the undo of this one. */
async function remember(
  tx: Transaction,
  importId: Id,
  planned: readonly Planned[],
  saved: readonly SavedChange[],
): Promise<void> {
  const versionOf = new Map(saved.map((one) => [`${one.kind} ${one.after.id}`, one.version]));
  const rows = planned.flatMap(({ write, change: { kind, before, after } }) => {
    const version = versionOf.get(`${kind} ${after.id}`);
    if (version === undefined) return [];
    const columns = RECORDS[kind].columns.filter((field) => !DERIVED.includes(field));
    return {
      kind,
      id: after.id,
      line: write.line,
      version,
      created: before === null,
      fields: before === null ? {} : differences(before, after, columns),
      said: write.said,
      saidBefore: write.saidBefore,
    };
  });
  await saveChanges(tx, importId, rows);
  await tx.query(
    `insert into company.import_links (tenant_id, record_kind, record_id, said)
     select $1, r.kind, r.id, r.said from jsonb_to_recordset($2::jsonb) as r(kind text, id bigint, said jsonb)
     on conflict (tenant_id, record_kind, record_id) do update set said = excluded.said`,
    [tx.tenantId, json(rows)],
  );
}

export type ImportChange = {
  readonly kind: string;
  readonly id: Id;
  readonly line: number;
  readonly version: number;
  readonly created: boolean;
  readonly fields: Readonly<Record<string, readonly [before: unknown, after: unknown]>>;
  readonly saidBefore: Readonly<Record<string, unknown>> | null;
};

export async function saveChanges(
  tx: Transaction,
  importId: Id,
  rows: readonly ImportChange[],
): Promise<void> {
  await tx.query(
    `insert into company.import_changes (tenant_id, import_id, record_kind, record_id, line, version, created, fields, said_before)
     select $1, $2, r.kind, r.id, r.line, r.version, r.created, r.fields, r."saidBefore"
     from jsonb_to_recordset($3::jsonb) as r(kind text, id bigint, line int, version int, created boolean, fields jsonb, "saidBefore" jsonb)`,
    [tx.tenantId, importId, json(rows)],
  );
}
