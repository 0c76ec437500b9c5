/** What a vendor sells: added, changed, taken out of its catalogue (domain-rules §5). */
import type { CatalogueItemWritten } from '#contract/catalogue.ts';
import type { BodyOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { NamedReference } from '#domain/job/references.ts';
import { type CatalogueChanges, type CatalogueItem, decideCatalogueItem } from '#domain/vendor/catalogue.ts';
import { vendorsChanged } from '../vendors/changed.ts';
import type { CommandContext } from '../write/context.ts';
import { checkExternalKeys } from '../write/external-key.ts';
import { newIds } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import { saveRecords } from '../write/save.ts';
import { checkVersions } from '../write/stale.ts';
import { catalogueItemById } from './list.ts';
import { itemRecord, lockedItemsOf, type StoredItem, unmarked } from './records.ts';

/** A SKU that was taken out of the catalogue before comes back as its old row, with what is said now. */
export async function addItem(
  tx: Transaction,
  context: CommandContext,
  { vendorId, skuId, item }: { vendorId: Id; skuId: Id; item: Omit<CatalogueItem, ItsPlace> },
): Promise<CatalogueItemWritten> {
  const items = await lockedItemsOf(tx, [skuId]);
  const [vendor, sku] = await chosen(tx, vendorId, skuId);
  const known = items.find((one) => one.vendorId === vendorId) ?? null;
  if (known?.active) throw new ProblemError('catalogue.listed_already', { code: sku.name, itemId: known.id });
  await checkExternalKeys(tx, context, 'catalogueItem', [item.externalKey], known?.id ?? null);
  const id = known?.id ?? ((await newIds(tx, 1)) as [Id])[0];
  const blank: CatalogueItem = { ...item, id, vendorId, skuId, active: true };
  const after = must(decideCatalogueItem(blank, item, [vendor, sku]));
  return save(tx, context, 'catalogue-item.added', { before: known, after, items }, { merged: false });
}
type ItsPlace = 'id' | 'vendorId' | 'skuId' | 'active';

export async function updateItem(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, changes }: { expected?: BodyOf<'catalogue.update'>['expected']; changes: CatalogueChanges },
): Promise<CatalogueItemWritten> {
  const [known] = await loadRecords<StoredItem>(tx, 'catalogueItem', [id]);
  if (!known) throw new ProblemError('record.not_found', { kind: 'catalogueItem' });
  const items = await lockedItemsOf(tx, [known.skuId]);
  const before = items.find((one) => one.id === id)!;
  const merged = await checkVersions(tx, expected, [
    { kind: 'catalogueItem', id, version: before.version, touches: Object.keys(changes) },
  ]);
  await checkExternalKeys(tx, context, 'catalogueItem', [changes.externalKey], id);
  const comesBack = changes.active === true && !before.active;
  const named = comesBack ? await chosen(tx, before.vendorId, before.skuId) : [];
  const after = { ...before, ...must(decideCatalogueItem(before, changes, named)) };
  const verb = changes.active === false ? 'catalogue-item.removed' : 'catalogue-item.updated';
  return save(tx, context, verb, { before, after, items }, { merged });
}

/** @throws ProblemError record.not_found (404) for what is not there, or another company's */
async function chosen(tx: Transaction, vendorId: Id, skuId: Id): Promise<[Chosen, Chosen]> {
  const [vendor] = await loadRecords<Chosen>(tx, 'vendor', [vendorId]);
  if (!vendor) throw new ProblemError('record.not_found', { kind: 'vendor' });
  const [sku] = await loadRecords<Chosen & { code: string }>(tx, 'sku', [skuId]);
  if (!sku) throw new ProblemError('record.not_found', { kind: 'sku' });
  return [
    { kind: 'vendor', id: vendorId, active: vendor.active, name: vendor.name },
    { kind: 'sku', id: skuId, active: sku.active, name: sku.code },
  ];
}
type Chosen = NamedReference & { readonly name: string };

type Change = {
  readonly before: StoredItem | null;
  readonly after: CatalogueItem;
  /** All of its SKU. */
  readonly items: readonly StoredItem[];
};

async function save(
  tx: Transaction,
  context: CommandContext,
  verb: string,
  { before, after, items }: Change,
  { merged }: Pick<CatalogueItemWritten, 'merged'>,
): Promise<CatalogueItemWritten> {
  const label = await labelsOf(tx, [after, ...items]);
  const saved = await saveRecords(tx, context, { verb, undoable: true }, [
    itemRecord(before, after, label(after)),
    ...unmarked(after, items, label),
  ]);
  await vendorsChanged(tx, context, saved, verb);
  return { operationId: saved.operationId, merged, item: await catalogueItemById(tx, after.id) };
}

/** "CAP-4505 of Johnstone". */
export async function labelsOf(
  tx: Transaction,
  items: readonly CatalogueItem[],
): Promise<(item: CatalogueItem) => string> {
  const named = <K extends 'vendor' | 'sku'>(kind: K, ids: readonly Id[]) =>
    loadRecords<{ id: Id; name: string; code: string }>(tx, kind, [...new Set(ids)]);
  const vendors = await named(
    'vendor',
    items.map(({ vendorId }) => vendorId),
  );
  const skus = await named(
    'sku',
    items.map(({ skuId }) => skuId),
  );
  const vendorNames = new Map(vendors.map(({ id, name }) => [id, name]));
  const codes = new Map(skus.map(({ id, code }) => [id, code]));
  return ({ vendorId, skuId }) => `${codes.get(skuId)} of ${vendorNames.get(vendorId)}`;
}
