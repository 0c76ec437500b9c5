/** SKUs by CSV: checked, then written as one step that one undo takes back. As many statements for one row as for thousands. */
import { listCsv, planListImport } from '#contract/list-import.ts';
import type { ImportChecked, ListImported } from '#contract/list-imported.ts';
import { skuImportList } from '#contract/sku-import.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { quantity } from '#domain/money.ts';
import { decideSku } from '#domain/sku/decide.ts';
import type { Sku, SkuChanges } from '#domain/sku/sku.ts';
import { type CheckedFile, type CheckedRow, checkedImport, unlessRefused } from '../list-imports/checked.ts';
import { csvFile } from '../list-imports/csv-file.ts';
import { namedRecords, references } from '../list-imports/names.ts';
import { allRecords, knownRecord, lockAsRead } from '../list-imports/stored.ts';
import { writeChecked } from '../list-imports/written.ts';
import type { CommandContext } from '../write/context.ts';
import { skusChanged } from './changed.ts';
import { lockCodes, type StoredSku, skuRecord } from './commands.ts';
import { movedOf } from './facts.ts';

const FIELDS = skuImportList.columns.map(({ name }) => name).filter((name) => name !== 'active');

type Planned = { readonly file: CheckedFile; readonly stored: ReadonlyMap<Id, StoredSku> };

/** All SKUs, those out of use too: what an import reads back as unchanged. */
export async function exportSkus(tx: Transaction) {
  const all = await allRecords<StoredSku>(tx, 'sku');
  const names = references({ glAccount: await namedRecords(tx, 'glAccount', 'number') });
  const records = all.map((one) => knownRecord(one, FIELDS));
  return csvFile('skus.csv', listCsv(skuImportList, records, names.nameOf));
}

export async function checkSkuImport(tx: Transaction, { csv }: { csv: string }): Promise<ImportChecked> {
  return checkedImport((await planned(tx, csv)).file);
}

/** Rows that cannot be taken are left out. Nothing is written where they would not become what was shown. */
export async function importSkus(
  tx: Transaction,
  context: CommandContext,
  { csv, seen }: { csv: string; seen: string },
): Promise<ListImported> {
  await lockCodes(tx);
  let { file, stored } = await planned(tx, csv);
  while (!(await lockAsRead(tx, 'sku', updatedBy(file, stored)))) ({ file, stored } = await planned(tx, csv));
  // Nothing moves any more of what is locked: what lies of it is asked again.
  ({ file, stored } = await planned(tx, csv));
  return writeChecked(tx, context, file, {
    seen,
    verb: 'sku.imported',
    changes: (rows, newId) =>
      rows.map(({ id, values }) => {
        const before = id === null ? null : stored.get(id)!;
        const blank = { id: before?.id ?? newId(), active: true };
        return skuRecord(before, { ...(before ?? blank), ...values } as Sku);
      }),
    told: (saved) => skusChanged(tx, context, saved, 'sku.updated'),
  });
}

const updatedBy = (file: CheckedFile, stored: ReadonlyMap<Id, StoredSku>): StoredSku[] =>
  file.ok ? file.rows.flatMap(({ fate, id }) => (fate === 'update' ? stored.get(id!)! : [])) : [];

async function planned(tx: Transaction, csv: string): Promise<Planned> {
  const all = await allRecords<StoredSku>(tx, 'sku');
  const { idOf, chosen } = references({ glAccount: await namedRecords(tx, 'glAccount', 'number') });
  const stored = new Map(all.map((one) => [one.id, one]));
  const records = all.map((one) => knownRecord(one, FIELDS));
  const plan = planListImport(skuImportList, csv, records, idOf);
  if (!plan.ok) return { file: plan, stored };
  const known = new Map(records.map((one) => [one.id, { ...one.values, active: one.active }]));
  const moved = await movedOf(
    tx,
    plan.rows.flatMap(({ fate, id }) => (fate === 'update' ? [id!] : [])),
  );
  const rows = plan.rows.map((row): CheckedRow => {
    const checked = { ...row, before: row.id === null ? null : known.get(row.id)! };
    if (row.fate !== 'create' && row.fate !== 'update') return checked;
    const changes = row.values as SkuChanges;
    const before = stored.get(row.id ?? 0) ?? ({ ...changes, id: 0, active: true } as Sku);
    const { moves, onHand } = moved.get(row.id ?? 0) ?? { moves: 0, onHand: 0 };
    const isChosen = typeof changes.glAccountId === 'number';
    return unlessRefused(
      checked,
      decideSku(before, changes, {
        chosen: isChosen ? chosen('glAccount', [changes.glAccountId!]) : [],
        // A code of another SKU is told as such by the plan.
        isCodeTaken: false,
        hasMoved: moves > 0,
        onHand: quantity(onHand),
      }),
    );
  });
  return { file: { ...plan, rows }, stored };
}
