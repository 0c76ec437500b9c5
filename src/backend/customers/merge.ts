/** Merging two customers: everything of the one becomes the other's, in one operation that undo takes back whole. */
import type { BodyOf, ResultOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import {
  decideMerge,
  type MergedContact,
  type MergedPlace,
  type MergeFacts,
  sameContacts,
  samePlaces,
} from '#domain/customer/merge-customers.ts';
import type { Id } from '#domain/ids.ts';
import { emitCards } from '../jobs/save-cards.ts';
import type { CommandContext } from '../write/context.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import { RECORDS, type RecordKind, type StoredRecord } from '../write/records.ts';
import { type RecordChange, saveRecords } from '../write/save.ts';
import { checkVersions } from '../write/stale.ts';
import { customersChanged, refreshSearch } from './commands.ts';
import { visibleCounts } from './moved.ts';
import { customerById } from './queries.ts';

/** The kinds that belong to a customer, by the columns that say so. Jobs first: they are locked before all else. */
const OWNED = [
  ['job', ['customerId', 'billToCustomerId']],
  ['location', ['customerId']],
  ['contact', ['customerId']],
  ['invoice', ['customerId']],
  ['invoicePlace', ['customerId']],
  ['project', ['customerId', 'billToCustomerId']],
  ['note', ['customerId', 'ownerId']],
  ['file', ['customerId', 'ownerId']],
  ['call', ['customerId']],
] as const satisfies readonly (readonly [RecordKind, readonly string[]])[];
/** Here and below: the columns of `RECORDS`, which the database has the types of. */
type StoredCustomer = StoredRecord & MergeFacts;
type OwnedKind = (typeof OWNED)[number][0];

/** 404, 412, 428 as every command; refusals: `decideMerge`. */
export async function mergeCustomers(
  tx: Transaction,
  context: CommandContext,
  keepId: Id,
  body: BodyOf<'customers.merge'>,
): Promise<ResultOf<'customers.merge'>> {
  const { absorbId } = body;
  const owned = new Map<OwnedKind, StoredRecord[]>();
  owned.set('job', await ownedBy(tx, 'job', absorbId));
  const [keep, absorb] = await bothLocked(tx, keepId, absorbId);
  // Again: one was booked while this waited for the customers.
  owned.set('job', await ownedBy(tx, 'job', absorbId));
  const touches = [...RECORDS.customer.columns];
  const merged = await checkVersions(
    tx,
    body.expected,
    [keep, absorb].map(({ id, version }) => ({ kind: 'customer', id, version, touches })),
  );
  const facts = must(decideMerge(keep, absorb, body.choice));
  for (const [kind] of OWNED.slice(1)) owned.set(kind, await ownedBy(tx, kind, absorbId));
  const places = samePlaces(
    await ownedBy<MergedPlace>(tx, 'location', keepId),
    owned.get('location') as (StoredRecord & MergedPlace)[],
  );
  const contacts = sameContacts(
    await ownedBy<MergedContact>(tx, 'contact', keepId),
    owned.get('contact') as (StoredRecord & MergedContact)[],
  );
  const changes: RecordChange[] = [
    {
      kind: 'customer',
      before: keep,
      after: { ...keep, ...facts },
      label: String(keep.name),
      // Said in the kept one's history even when none of its own fields changed.
      related: { mergedWith: [null, absorb.name] },
    },
    {
      kind: 'customer',
      before: absorb,
      after: { ...absorb, active: false, mergedInto: keepId },
      label: String(absorb.name),
    },
  ];
  for (const [kind, columns] of OWNED) {
    for (const before of owned.get(kind)!) {
      const after: Record<string, unknown> & { id: Id } = { ...before };
      for (const column of columns) {
        const isAboutCustomer = column !== 'ownerId' || before.ownerKind === 'customer';
        if (before[column] === absorbId && isAboutCustomer) after[column] = keepId;
      }
      const place = places.get(before.locationId as Id);
      if (place !== undefined) after.locationId = place;
      if (kind === 'location' && places.has(before.id)) after.active = false;
      if (kind === 'contact' && contacts.has(before.id)) after.active = false;
      changes.push({ kind, before, after, label: labelOf(kind, before) });
    }
  }
  const saved = await saveRecords(tx, context, { verb: 'customer.merged', undoable: true }, changes);
  const { invoicePlace: _, ...moved } = await visibleCounts(tx, context.actor, owned);
  await refreshSearch(tx, [keepId, absorbId]);
  await emitCards(tx, context, 'customer.merged', saved);
  await customersChanged(tx, context, saved.operationId, [keepId, absorbId], 'customer.merged');
  return {
    operationId: saved.operationId,
    merged,
    customer: await customerById(tx, keepId),
    moved,
  };
}

async function bothLocked(
  tx: Transaction,
  keepId: Id,
  absorbId: Id,
): Promise<[StoredCustomer, StoredCustomer]> {
  const found = await loadRecords<StoredCustomer>(tx, 'customer', [keepId, absorbId], { lock: true });
  const [keep, absorb] = [keepId, absorbId].map((id) => found.find((one) => one.id === id));
  if (!keep || !absorb) throw new ProblemError('record.not_found', { kind: 'customer' });
  return [keep, absorb];
}

/** Locked, in id order; also what is only billed to them. */
async function ownedBy<T = object>(
  tx: Transaction,
  kind: OwnedKind,
  customerId: Id,
): Promise<(StoredRecord & T)[]> {
  const billed = kind === 'job' || kind === 'project' ? 'or bill_to_customer_id = $2' : '';
  const rows = await tx.query<{ id: Id }>(
    `select id from ${RECORDS[kind].table} where tenant_id = $1 and (customer_id = $2 ${billed}) order by id`,
    [tx.tenantId, customerId],
  );
  return loadRecords<StoredRecord & T>(
    tx,
    kind,
    rows.map(({ id }) => id),
    { lock: true },
  );
}

const labelOf = (kind: OwnedKind, record: StoredRecord): string =>
  kind === 'job'
    ? `Job ${record.number}`
    : kind === 'invoice'
      ? `Invoice ${record.number}`
      : String(record.street ?? record.value ?? record.name ?? record.phone ?? record.text ?? '').slice(
          0,
          60,
        );
