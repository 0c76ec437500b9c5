/** Customers, locations and contacts: add and change. Every answer is the customer as it is now. */

import type { Customer, NewLocation } from '#contract/customer.ts';
import type { BodyOf } from '#contract/endpoints.ts';
import { phonePhrase } from '#contract/phone-phrase.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Expected } from '#contract/scalars.ts';
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import { contactPhoneFault } from '#domain/customer/phone-number.ts';
import type { Id } from '#domain/ids.ts';
import { emitChanges } from '../changes/emit.ts';
import { withKnownZones } from '../schedule/known-zone.ts';
import type { CommandContext } from '../write/context.ts';
import { checkExternalKeys } from '../write/external-key.ts';
import { newIds } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { type RecordChange, saveRecords } from '../write/save.ts';
import { checkVersions } from '../write/stale.ts';
import { holdStandingCustomer } from './held-customer.ts';
import { checkCustomerActive, checkLocationActive } from './out-of-use.ts';
import { customerById, customerSummaries, customersById } from './queries.ts';
import {
  type CustomerRecordKind,
  changedRecord,
  checkNewContacts,
  contactRecord,
  customerRecords,
  idsNeeded,
  locationRecord,
} from './records.ts';
import { foundBy } from './search-text.ts';

type CustomerWritten = { operationId: Id; merged: boolean; customer: Customer };

export async function createCustomer(
  tx: Transaction,
  context: CommandContext,
  body: BodyOf<'customers.create'>,
): Promise<CustomerWritten> {
  await checkReferences(tx, body.tagIds, body.locations);
  checkNewContacts(body);
  await checkExternalKeys(tx, context, 'customer', [body.externalKey]);
  await checkExternalKeys(
    tx,
    context,
    'location',
    body.locations.map((one) => one.externalKey),
  );
  await checkExternalKeys(
    tx,
    context,
    'contact',
    body.contacts.map((one) => one.externalKey),
  );
  const placed = { ...body, locations: await withKnownZones(tx, body.locations) };
  const ids = await newIds(tx, idsNeeded(placed));
  return save(tx, context, 'customer.created', customerRecords(placed, ids), ids[0]!, { merged: false });
}

export async function updateCustomer(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  body: BodyOf<'customers.update'>,
): Promise<CustomerWritten> {
  await checkReferences(tx, body.changes.tagIds ?? [], []);
  if (body.changes.active !== undefined)
    await checkCustomerActive(tx, context, id, { active: body.changes.active });
  return change(tx, context, 'customer', id, body.expected, body.changes, 'customer.updated');
}

export async function addLocation(
  tx: Transaction,
  context: CommandContext,
  body: BodyOf<'locations.create'>,
): Promise<CustomerWritten> {
  await checkReferences(tx, [], [body.location]);
  await checkExternalKeys(tx, context, 'location', [body.location.externalKey]);
  await holdStandingCustomer(tx, body.customerId);
  const [placed] = (await withKnownZones(tx, [body.location])) as [NewLocation];
  const [id] = (await newIds(tx, 1)) as [Id];
  return save(tx, context, 'location.added', [locationRecord(placed, body.customerId, id)], body.customerId, {
    merged: false,
  });
}

export async function updateLocation(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  body: BodyOf<'locations.update'>,
): Promise<CustomerWritten> {
  await checkReferences(tx, [], [{ zoneId: null, taxZoneId: null, ...body.changes }]);
  if (body.changes.active !== undefined)
    await checkLocationActive(tx, context, id, { active: body.changes.active });
  return change(tx, context, 'location', id, body.expected, body.changes, 'location.updated');
}

export async function addContact(
  tx: Transaction,
  context: CommandContext,
  body: BodyOf<'contacts.create'>,
): Promise<CustomerWritten> {
  await holdStandingCustomer(tx, body.customerId);
  await checkPlace(tx, body.customerId, body.contact.locationId);
  await checkExternalKeys(tx, context, 'contact', [body.contact.externalKey]);
  const [id] = (await newIds(tx, 1)) as [Id];
  return save(
    tx,
    context,
    'contact.added',
    [contactRecord(body.contact, body.customerId, id)],
    body.customerId,
    { merged: false },
  );
}

export async function updateContact(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  body: BodyOf<'contacts.update'>,
): Promise<CustomerWritten> {
  await checkNumber(tx, id, body.changes);
  return change(tx, context, 'contact', id, body.expected, body.changes, 'contact.updated');
}

/** What a number becomes must be a phone number; what an import brought along stays until it is changed. Throws 400. */
async function checkNumber(
  tx: Transaction,
  id: Id,
  { kind, value }: BodyOf<'contacts.update'>['changes'],
): Promise<void> {
  const [before] = await loadRecords<{ kind: string; value: string }>(tx, 'contact', [id], { lock: true });
  if (!before) return;
  const after = { kind: kind ?? before.kind, value: value ?? before.value };
  if (after.kind === before.kind && after.value === before.value) return;
  const fault = contactPhoneFault(after);
  if (!fault) return;
  const field = { path: 'changes.value', code: 'custom', message: phonePhrase(fault) };
  throw new ProblemError('request.invalid', {}, [field]);
}

async function change(
  tx: Transaction,
  context: CommandContext,
  kind: CustomerRecordKind,
  id: Id,
  expected: Expected,
  changes: Readonly<Record<string, unknown>> & { externalKey?: string | null | undefined },
  verb: string,
): Promise<CustomerWritten> {
  const [before] = await loadRecords(tx, kind, [id], { lock: true });
  if (!before) throw new ProblemError('record.not_found', { kind });
  const merged = await checkVersions(tx, expected, [
    { kind, id, version: before.version, touches: Object.keys(changes) },
  ]);
  await checkExternalKeys(tx, context, kind, [changes.externalKey], id);
  const customerId = kind === 'customer' ? id : (before.customerId as Id);
  return save(tx, context, verb, [changedRecord(kind, before, changes)], customerId, { merged });
}

/** A contact belongs to one of its own customer's locations, or to none; any other is not there. */
async function checkPlace(tx: Transaction, customerId: Id, locationId: Id | null): Promise<void> {
  if (locationId === null) return;
  const [location] = await loadRecords(tx, 'location', [locationId]);
  if (location?.customerId !== customerId) throw new ProblemError('record.not_found', { kind: 'location' });
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
  { merged }: Pick<CustomerWritten, 'merged'>,
): Promise<CustomerWritten> {
  const { operationId } = await saveRecords(tx, context, { verb, undoable: true }, changes);
  await refreshSearch(tx, [customerId]);
  await customersChanged(tx, context, operationId, [customerId], verb);
  return { operationId, merged, customer: await customerById(tx, customerId) };
}

/** Brings the search text of customers up to date after a change to them, their locations or contacts. */
export async function refreshSearch(tx: Transaction, customerIds: readonly Id[]): Promise<void> {
  const texts = (await customersById(tx, customerIds)).map(({ id, name, contacts, locations }) => ({
    id,
    ...foundBy({ name, contacts, locations: locations.filter((one) => one.active) }),
  }));
  if (texts.length === 0) return;
  await tx.query(
    `update company.customers c set search = r.search, terms = r.terms, name_key = r."nameKey"
     from jsonb_to_recordset($2::jsonb) as r(id bigint, search text, terms tsvector, "nameKey" text)
     where c.tenant_id = $1 and c.id = r.id`,
    [tx.tenantId, json(texts)],
  );
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
