/** A vendor's catalogue by CSV: checked, then written as one step that one undo takes back. */
import { catalogueImportList } from '#contract/catalogue-import.ts';
import { type KnownRecord, listCsv, planListImport } from '#contract/list-import.ts';
import type { ImportChecked, ListImported } from '#contract/list-imported.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { NamedReference } from '#domain/job/references.ts';
import { unitPrice } from '#domain/money.ts';
import type { SetupValues } from '#domain/setup/fields.ts';
import { breaksOfCell, cellOfBreaks } from '#domain/vendor/breaks-cell.ts';
import { type CatalogueChanges, type CatalogueItem, decideCatalogueItem } from '#domain/vendor/catalogue.ts';
import { type CheckedFile, type CheckedRow, checkedImport, unlessRefused } from '../list-imports/checked.ts';
import { csvFile } from '../list-imports/csv-file.ts';
import { namedRecords, references } from '../list-imports/names.ts';
import { knownRecord } from '../list-imports/stored.ts';
import { writeChecked, writtenOf } from '../list-imports/written.ts';
import { vendorsChanged } from '../vendors/changed.ts';
import type { CommandContext } from '../write/context.ts';
import { loadRecords } from '../write/load.ts';
import type { RecordChange } from '../write/save.ts';
import { labelsOf } from './commands.ts';
import { itemRecord, lockedItemsOf, type StoredItem, unmarked } from './records.ts';

type Sending = { readonly csv: string; readonly seen: string };
type Planned = {
  readonly file: CheckedFile;
  /** All it ever sold, by SKU: what is added again comes back as its old row. */
  readonly ofSku: ReadonlyMap<Id, StoredItem>;
};
const FIELDS = catalogueImportList.columns.map(({ name }) => name).filter((name) => name !== 'priceBreaks');

const known = (item: StoredItem): KnownRecord => {
  const { values, ...record } = knownRecord(item, FIELDS);
  return { ...record, values: { ...values, priceBreaks: cellOfBreaks(item.priceBreaks) } };
};

/** What is in it now, with the columns an import reads back as unchanged. */
export async function exportCatalogue(tx: Transaction, vendorId: Id) {
  await vendorOf(tx, vendorId);
  const { nameOf } = references({ sku: await namedRecords(tx, 'sku', 'code') });
  const items = (await itemsOf(tx, vendorId)).filter(({ active }) => active);
  return csvFile('catalogue.csv', listCsv(catalogueImportList, items.map(known), nameOf));
}

export async function checkCatalogueImport(
  tx: Transaction,
  vendorId: Id,
  { csv }: Pick<Sending, 'csv'>,
): Promise<ImportChecked> {
  return checkedImport((await planned(tx, vendorId, csv)).file);
}

/** Rows that cannot be taken are left out. Nothing is written where they would not become what was shown. */
export async function importCatalogue(
  tx: Transaction,
  context: CommandContext,
  vendorId: Id,
  { csv, seen }: Sending,
): Promise<ListImported> {
  const first = (await planned(tx, vendorId, csv)).file;
  // Of all SKUs the file writes, other vendors' too: they may give up the mark. What was read before is read again.
  const items = await lockedItemsOf(tx, first.ok ? writtenOf(first.rows).map(skuOf) : []);
  const { file, ofSku } = await planned(tx, vendorId, csv);
  const verb = 'catalogue-item.imported';
  return writeChecked(tx, context, file, {
    seen,
    verb,
    async changes(rows, newId) {
      const pairs = rows.map((row) => {
        const before = ofSku.get(skuOf(row)) ?? null;
        const blank = { id: before?.id ?? newId(), vendorId, externalKey: null, ...before, active: true };
        return { before, after: { ...blank, ...changesOf(row.values), skuId: skuOf(row) } as CatalogueItem };
      });
      const label = await labelsOf(tx, [...pairs.map(({ after }) => after), ...items]);
      return pairs.flatMap(({ before, after }): RecordChange[] => [
        itemRecord(before, after, label(after)),
        ...unmarked(after, items, label),
      ]);
    },
    told: (saved) => vendorsChanged(tx, context, saved, verb),
  });
}

const skuOf = ({ before, values }: CheckedRow): Id => (before ?? values).skuId as Id;

/** The breaks as they are kept; the rest is as it is read. */
const changesOf = ({ priceBreaks, ...values }: SetupValues): CatalogueChanges & { skuId?: Id } => ({
  ...(values as CatalogueChanges),
  ...(typeof values.cost === 'number' && { cost: unitPrice(values.cost) }),
  ...(typeof priceBreaks === 'string' && { priceBreaks: breaksOfCell(priceBreaks) ?? [] }),
});

/** @throws ProblemError record.not_found (404) */
async function vendorOf(tx: Transaction, id: Id): Promise<NamedReference> {
  const [vendor] = await loadRecords<{ id: Id; active: boolean }>(tx, 'vendor', [id]);
  if (!vendor) throw new ProblemError('record.not_found', { kind: 'vendor' });
  return { kind: 'vendor', id, active: vendor.active };
}

async function itemsOf(tx: Transaction, vendorId: Id): Promise<StoredItem[]> {
  const rows = await tx.query<{ id: Id }>(
    'select id from company.catalogue_items where tenant_id = $1 and vendor_id = $2 order by id',
    [tx.tenantId, vendorId],
  );
  return loadRecords<StoredItem>(
    tx,
    'catalogueItem',
    rows.map(({ id }) => id),
  );
}

async function planned(tx: Transaction, vendorId: Id, csv: string): Promise<Planned> {
  const vendor = await vendorOf(tx, vendorId);
  const items = await itemsOf(tx, vendorId);
  const ofSku = new Map(items.map((one) => [one.skuId, one]));
  const records = items.filter(({ active }) => active).map(known);
  const { idOf, chosen } = references({ sku: await namedRecords(tx, 'sku', 'code') });
  const plan = planListImport(catalogueImportList, csv, records, idOf);
  if (!plan.ok) return { file: plan, ofSku };
  const valuesOf = new Map(records.map(({ id, values }) => [id, values]));
  const rows = plan.rows.map((row): CheckedRow => {
    const checked = { ...row, before: row.id === null ? null : valuesOf.get(row.id)! };
    if (row.fate !== 'create' && row.fate !== 'update') return checked;
    const changes = changesOf(row.values);
    const before = ofSku.get(skuOf(checked)) ?? ({ ...changes, id: 0 } as unknown as CatalogueItem);
    const named = row.fate === 'create' ? [vendor, ...chosen('sku', [skuOf(checked)])] : [];
    return unlessRefused(checked, decideCatalogueItem(before, changes, named));
  });
  return { file: { ...plan, rows }, ofSku };
}
