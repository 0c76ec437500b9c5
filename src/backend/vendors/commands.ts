/** Making and changing vendors (domain-rules §5). */
import type { BodyOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { VendorWritten } from '#contract/vendor.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { decideVendor } from '#domain/vendor/decide.ts';
import type { Vendor, VendorChanges } from '#domain/vendor/vendor.ts';
import type { CommandContext } from '../write/context.ts';
import { checkExternalKeys } from '../write/external-key.ts';
import { newIds } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import type { StoredRecord } from '../write/records.ts';
import { type RecordChange, saveRecords } from '../write/save.ts';
import { checkVersions } from '../write/stale.ts';
import { vendorsChanged } from './changed.ts';
import { factsFor } from './facts.ts';
import { vendorById } from './queries.ts';
import { foundBy } from './search-text.ts';

export type StoredVendor = Vendor & StoredRecord;

export async function createVendor(
  tx: Transaction,
  context: CommandContext,
  body: BodyOf<'vendors.create'>,
): Promise<VendorWritten> {
  const [id] = (await newIds(tx, 1)) as [Id];
  await checkExternalKeys(tx, context, 'vendor', [body.externalKey]);
  const blank: Vendor = { ...body, id, remittanceVendorId: null, active: true };
  const after = must(decideVendor(blank, body, await factsFor(tx, id, body, null)));
  return save(tx, context, 'vendor.added', vendorRecord(null, after), { merged: false });
}

export async function updateVendor(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, changes }: { expected?: BodyOf<'vendors.update'>['expected']; changes: VendorChanges },
): Promise<VendorWritten> {
  const [before] = await loadRecords<StoredVendor>(tx, 'vendor', [id], { lock: true });
  if (!before) throw new ProblemError('record.not_found', { kind: 'vendor' });
  const merged = await checkVersions(tx, expected, [
    { kind: 'vendor', id, version: before.version, touches: Object.keys(changes) },
  ]);
  await checkExternalKeys(tx, context, 'vendor', [changes.externalKey], id);
  const after = must(decideVendor(before, changes, await factsFor(tx, id, changes, before)));
  return save(tx, context, 'vendor.updated', vendorRecord(before, { ...before, ...after }), { merged });
}

/** With what it is found by, which follows from the fields. */
export const vendorRecord = (before: StoredVendor | null, after: Vendor): RecordChange => ({
  kind: 'vendor',
  before,
  after: { ...after, ...foundBy(after) },
  label: (before ?? after).name,
});

async function save(
  tx: Transaction,
  context: CommandContext,
  verb: string,
  change: RecordChange,
  { merged }: Pick<VendorWritten, 'merged'>,
): Promise<VendorWritten> {
  const saved = await saveRecords(tx, context, { verb, undoable: true }, [change]);
  await vendorsChanged(tx, context, saved, verb);
  return { operationId: saved.operationId, merged, vendor: await vendorById(tx, change.after.id) };
}
