/** What an order or a line of it newly names: there, this person's to see, and in use. */
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { LineItem, LineSku } from '#domain/purchasing/new-line.ts';
import type { OrderFields } from '#domain/purchasing/purchase-order.ts';
import { decideOrderReferences } from '#domain/purchasing/references.ts';
import { requireProjects } from '../projects/visible.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import type { RecordKind, StoredRecord } from '../write/records.ts';
import { requireUnit } from '../write/require-unit.ts';

const KINDS = {
  vendorId: 'vendor',
  typeId: 'purchaseOrderType',
  businessUnitId: 'businessUnit',
  inventoryLocationId: 'inventoryLocation',
  technicianId: 'technician',
  paymentTermId: 'paymentTerm',
  taxZoneId: 'taxZone',
  purchaseForCustomerId: 'customer',
} as const satisfies Partial<Record<keyof OrderFields, RecordKind>>;

/**
 * @throws ProblemError record.not_found (404) for what is not there, another company's or another unit's;
 *   order.inactive_reference (422)
 */
export async function checkReferences(
  tx: Transaction,
  actor: Actor,
  changes: Partial<OrderFields>,
  before: OrderFields | null,
): Promise<void> {
  const fresh = (field: keyof OrderFields): Id[] => {
    const id = changes[field] as Id | null | undefined;
    return id === null || id === undefined || id === before?.[field] ? [] : [id];
  };
  const named: { kind: string; id: Id; active: boolean }[] = [];
  for (const [field, kind] of Object.entries(KINDS) as [keyof typeof KINDS, RecordKind][]) {
    const [id] = fresh(field);
    if (id === undefined) continue;
    // Locked: who takes it out of use waits, or is seen.
    const [record] = await loadRecords(tx, kind, [id], { lock: field === 'vendorId' });
    if (!record) throw new ProblemError('record.not_found', { kind });
    named.push({ kind, id, active: record.active === true });
  }
  requireUnit(actor, fresh('businessUnitId'), 'businessUnit');
  const jobs = await loadRecords<StoredRecord & { businessUnitId: Id }>(tx, 'job', fresh('jobId'));
  if (jobs.length < fresh('jobId').length) throw new ProblemError('record.not_found', { kind: 'job' });
  requireUnit(
    actor,
    jobs.map(({ businessUnitId }) => businessUnitId),
    'job',
  );
  await requireProjects(tx, actor, fresh('projectId'));
  must(decideOrderReferences(named));
}

/**
 * SKUs that lines newly name, by id.
 * @param known named before: they may have gone out of use since
 * @throws ProblemError record.not_found (404), order.inactive_reference (422)
 */
export async function skusFor(
  tx: Transaction,
  ids: readonly (Id | null)[],
  known: readonly (Id | null)[] = [],
): Promise<ReadonlyMap<Id, LineSku>> {
  const wanted = ids.filter((id) => id !== null);
  const found = await loadRecords<LineSku & { active: boolean }>(tx, 'sku', wanted);
  if (found.length < new Set(wanted).size) throw new ProblemError('record.not_found', { kind: 'sku' });
  const fresh = found.filter(({ id }) => !known.includes(id));
  must(decideOrderReferences(fresh.map(({ id, active }) => ({ kind: 'sku', id, active }))));
  return new Map(found.map((sku) => [sku.id, sku]));
}

/** What the vendor sells of these SKUs, by SKU. */
export async function itemsOf(
  tx: Transaction,
  vendorId: Id,
  skuIds: readonly (Id | null)[],
): Promise<ReadonlyMap<Id, LineItem>> {
  const items = await tx.query<LineItem & { skuId: Id }>(
    `select sku_id as "skuId", vendor_part_number as "vendorPartNumber", description, cost,
       price_breaks as "priceBreaks"
     from company.catalogue_items
     where tenant_id = $1 and vendor_id = $2 and sku_id = any($3::bigint[]) and active`,
    [tx.tenantId, vendorId, skuIds.filter((id) => id !== null)],
  );
  return new Map(items.map((item) => [item.skuId, item]));
}
