/** Customers, locations and contacts: add and change. Every answer is the customer as it is now. */

import type { Customer } from '#contract/customer.ts';
import type { BodyOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Expected } from '#contract/scalars.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { emitChanges } from '../changes/emit.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { type RecordChange, saveRecords } from '../write/save.ts';
import { checkVersions } from '../write/stale.ts';
import { customerById, customerSummaries, customersById } from './queries.ts';
import { checkNewContacts, contactRecord, customerRecords, idsNeeded, locationRecord } from './records.ts';
import { addressKey, searchText } from './search-text.ts';

export type CustomerWritten = { operationId: Id; merged: boolean; customer: Customer };

export async function createCustomer(
  tx: Transaction,
  context: CommandContext,
  body: BodyOf<'customers.create'>,
): Promise<CustomerWritten> {
  await checkReferences(tx, body.tagIds, body.locations);
  checkNewContacts(body);
  const ids = await newIds(tx, idsNeeded(body));
  return save(tx, context, 'customer.created', customerRecords(body, ids), ids[0]!, false);
}

export async function updateCustomer(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  body: BodyOf<'customers.update'>,
): Promise<CustomerWritten> {
  await checkReferences(tx, body.changes.tagIds ?? [], []);
  return change(tx, context, 'customer', id, body.expected, body.changes, 'customer.updated');
}

export async function addLocation(
  tx: Transaction,
  context: CommandContext,
  body: BodyOf<'locations.create'>,
): Promise<CustomerWritten> {
  await checkReferences(tx, [], [body.location]);
  await lockCustomer(tx, body.customerId);
  const [id] = (await newIds(tx, 1)) as [Id];
  return save(
    tx,
    context,
    'location.added',
    [locationRecord(body.location, body.customerId, id)],
    body.customerId,
    false,
  );
}

export async function updateLocation(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  body: BodyOf<'locations.update'>,
): Promise<CustomerWritten> {
  await checkReferences(tx, [], [{ zoneId: null, taxZoneId: null, ...body.changes }]);
  return change(tx, context, 'location', id, body.expected, body.changes, 'location.updated');
}

export async function addContact(
  tx: Transaction,
  context: CommandContext,
  body: BodyOf<'contacts.create'>,
): Promise<CustomerWritten> {
  await lockCustomer(tx, body.customerId);
  await checkPlace(tx, body.customerId, body.contact.locationId);
  const [id] = (await newIds(tx, 1)) as [Id];
  return save(
    tx,
    context,
    'contact.added',
    [contactRecord(body.contact, body.customerId, id)],
    body.customerId,
    false,
  );
}

export async function updateContact(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  body: BodyOf<'contacts.update'>,
): Promise<CustomerWritten> {
  return change(tx, context, 'contact', id, body.expected, body.changes, 'contact.updated');
}

async function change(
  tx: Transaction,
  context: CommandContext,
  kind: 'customer' | 'location' | 'contact',
  id: Id,
  expected: Expected,
  changes: Readonly<Record<string, unknown>>,
  verb: string,
): Promise<CustomerWritten> {
  const [before] = await loadRecords(tx, kind, [id], true);
  if (!before) throw new ProblemError('record.not_found', { kind });
  const merged = await checkVersions(tx, expected, [
    { kind, id, version: before.version, touches: Object.keys(changes) },
  ]);
  const after = { ...before, ...changes };
  if (kind === 'location') Object.assign(after, { addressKey: addressKey(after as never) });
  const label = String(after[kind === 'customer' ? 'name' : kind === 'location' ? 'street' : 'value']);
  const customerId = kind === 'customer' ? id : (before.customerId as Id);
  return save(tx, context, verb, [{ kind, before, after, label }], customerId, merged);
}

/** A contact belongs to one of its own customer's locations, or to none; any other is not there. */
async function checkPlace(tx: Transaction, customerId: Id, locationId: Id | null): Promise<void> {
  if (locationId === null) return;
  const [location] = await loadRecords(tx, 'location', [locationId]);
  if (location?.customerId !== customerId) throw new ProblemError('record.not_found', { kind: 'location' });
}

async function lockCustomer(tx: Transaction, id: Id): Promise<void> {
  const found = await loadRecords(tx, 'customer', [id], true);
  if (found.length === 0) throw new ProblemError('record.not_found', { kind: 'customer' });
}

/** Ids inside a body that are not this tenant's are answered like a missing record (R40). */
async function checkReferences(
  tx: Transaction,
  tagIds: readonly Id[],
  locations: readonly { zoneId?: Id | null | undefined; taxZoneId?: Id | null | undefined }[],
): Promise<void> {
  const idsOf = (pick: 'zoneId' | 'taxZoneId') => locations.flatMap((one) => one[pick] ?? []);
  for (const [kind, ids] of [
    ['tag', tagIds],
    ['zone', idsOf('zoneId')],
    ['taxZone', idsOf('taxZoneId')],
  ] as const) {
    const found = await loadRecords(tx, kind, ids);
    if (found.length < new Set(ids).size) throw new ProblemError('record.not_found', { kind });
  }
}

async function save(
  tx: Transaction,
  context: CommandContext,
  verb: string,
  changes: readonly RecordChange[],
  customerId: Id,
  merged: boolean,
): Promise<CustomerWritten> {
  const { operationId } = await saveRecords(tx, context, { verb, undoable: true }, changes);
  await refreshSearch(tx, [customerId]);
  await customersChanged(tx, context, operationId, [customerId], verb);
  return { operationId, merged, customer: await customerById(tx, customerId) };
}

/** Brings the search text of customers up to date after a change to them, their locations or contacts. */
export async function refreshSearch(tx: Transaction, customerIds: readonly Id[]): Promise<void> {
  for (const customer of await customersById(tx, customerIds)) {
    const places = customer.locations.filter((one) => one.active);
    await tx.query('update company.customers set search = $3 where tenant_id = $1 and id = $2', [
      tx.tenantId,
      customer.id,
      searchText(customer.name, customer.contacts, places),
    ]);
  }
}

/** Tells the feed about customers that were made or changed. */
export async function customersChanged(
  tx: Transaction,
  context: CommandContext,
  operationId: Id,
  customerIds: readonly Id[],
  type: string,
): Promise<void> {
  const records = await loadRecords(tx, 'customer', customerIds);
  const versionOf = new Map(records.map((one) => [one.id, one.version]));
  const summaries = await customerSummaries(tx, customerIds);
  await emitChanges(
    tx,
    context,
    operationId,
    summaries.map((record) => ({
      type,
      kind: 'customer',
      id: record.id,
      version: versionOf.get(record.id)!,
      fields: [],
      businessUnitId: null,
      record,
    })),
  );
}
