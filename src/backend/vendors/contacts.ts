/** Further people at a vendor: added, changed, removed. */
import type { BodyOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { VendorWritten } from '#contract/vendor.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { CommandContext } from '../write/context.ts';
import { checkExternalKeys } from '../write/external-key.ts';
import { newIds } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import type { StoredRecord } from '../write/records.ts';
import { type RecordChange, saveRecords } from '../write/save.ts';
import { checkVersions } from '../write/stale.ts';
import { vendorsChanged } from './changed.ts';
import { vendorById } from './queries.ts';

type StoredContact = StoredRecord & { vendorId: Id; name: string };
type Changes = Partial<BodyOf<'vendorContacts.update'>['changes']>;

export async function addContact(
  tx: Transaction,
  context: CommandContext,
  { vendorId, contact }: BodyOf<'vendorContacts.create'>,
): Promise<VendorWritten> {
  const [vendor] = await loadRecords(tx, 'vendor', [vendorId]);
  if (!vendor) throw new ProblemError('record.not_found', { kind: 'vendor' });
  await checkExternalKeys(tx, context, 'vendorContact', [contact.externalKey]);
  const [id] = (await newIds(tx, 1)) as [Id];
  const after = { ...contact, id, vendorId, active: true };
  const change: RecordChange = { kind: 'vendorContact', before: null, after, label: contact.name };
  return save(tx, context, 'vendor-contact.added', change, vendorId, { merged: false });
}

export async function updateContact(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, changes }: { expected?: BodyOf<'vendorContacts.update'>['expected']; changes: Changes },
): Promise<VendorWritten> {
  const [before] = await loadRecords<StoredContact>(tx, 'vendorContact', [id], { lock: true });
  if (!before) throw new ProblemError('record.not_found', { kind: 'vendorContact' });
  const merged = await checkVersions(tx, expected, [
    { kind: 'vendorContact', id, version: before.version, touches: Object.keys(changes) },
  ]);
  await checkExternalKeys(tx, context, 'vendorContact', [changes.externalKey], id);
  const verb = changes.active === false ? 'vendor-contact.removed' : 'vendor-contact.updated';
  const change: RecordChange = {
    kind: 'vendorContact',
    before,
    after: { ...before, ...changes },
    label: before.name,
  };
  return save(tx, context, verb, change, before.vendorId, { merged });
}

async function save(
  tx: Transaction,
  context: CommandContext,
  verb: string,
  change: RecordChange,
  vendorId: Id,
  { merged }: Pick<VendorWritten, 'merged'>,
): Promise<VendorWritten> {
  const saved = await saveRecords(tx, context, { verb, undoable: true }, [change]);
  await vendorsChanged(tx, context, saved, verb);
  return { operationId: saved.operationId, merged, vendor: await vendorById(tx, vendorId) };
}
