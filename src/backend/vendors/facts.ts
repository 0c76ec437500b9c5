/** What the rules of a vendor need to know of others: what it newly names, and who is paid in whose place. */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { NamedReference } from '#domain/job/references.ts';
import type { VendorFacts } from '#domain/vendor/decide.ts';
import type { Vendor, VendorChanges } from '#domain/vendor/vendor.ts';
import { loadRecords } from '../write/load.ts';
import type { RecordKind } from '../write/records.ts';

/** @throws ProblemError record.not_found (404) for what is not there, or another company's */
export async function factsFor(
  tx: Transaction,
  id: Id,
  changes: VendorChanges,
  before: Pick<Vendor, 'tagIds' | 'paymentTermId' | 'remittanceVendorId'> | null,
): Promise<VendorFacts> {
  const { tagIds = [], paymentTermId, remittanceVendorId } = changes;
  const other = <T>(now: T | null | undefined, was: T | null | undefined): T[] =>
    now === null || now === undefined || now === was ? [] : [now];
  const remittances = other(remittanceVendorId, before?.remittanceVendorId);
  const freshTags = tagIds.filter((tagId) => !before?.tagIds.includes(tagId));
  const chosen = [
    ...(await named(tx, 'tag', freshTags)),
    ...(await named(tx, 'paymentTerm', other(paymentTermId, before?.paymentTermId))),
    ...(await named(tx, 'vendor', remittances)),
  ];
  // Locked: nobody is paid in its place meanwhile.
  const [remittance = null] = await loadRecords<Vendor>(tx, 'vendor', remittances, { lock: true });
  return { chosen, remittance, paidFor: remittance ? await paidFor(tx, id) : 0 };
}

async function named(tx: Transaction, kind: RecordKind, ids: readonly Id[]): Promise<NamedReference[]> {
  const found = await loadRecords<{ id: Id; active: boolean }>(tx, kind, ids);
  if (found.length < new Set(ids).size) throw new ProblemError('record.not_found', { kind });
  return found.map((one) => ({ kind, id: one.id, active: one.active }));
}

/** How many vendors it is paid for, those out of use too: they may come back. */
async function paidFor(tx: Transaction, id: Id): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    'select count(*)::int as count from company.vendors where tenant_id = $1 and remittance_vendor_id = $2',
    [tx.tenantId, id],
  );
  return row!.count;
}
