/**
 * Stock on hand by CSV: counts, as the dialog writes them, and levels. The levels are a step that can be taken back;
 * counts are not, as no count is: the next one puts them right.
 */
import { listCsv } from '#contract/list-import.ts';
import type { ImportChecked, ListImported } from '#contract/list-imported.ts';
import { stockImportList, stockKey } from '#contract/stock-import.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { decimalOfQuantity, quantity } from '#domain/money.ts';
import { checkedImport } from '../list-imports/checked.ts';
import { csvFile } from '../list-imports/csv-file.ts';
import { namedRecords, references } from '../list-imports/names.ts';
import { allRecords } from '../list-imports/stored.ts';
import type { CommandContext } from '../write/context.ts';
import { grouped } from '../write/grouped.ts';
import { newIds } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { type Saved, saveRecords } from '../write/save.ts';
import { skusChanged } from './changed.ts';
import type { StoredSku } from './commands.ts';
import { writeMovements } from './ledger.ts';
import { levelsOf, lyingOf } from './lying.ts';
import { type PlannedStock, planStock, type StockStep, valuesOf } from './plan-stock.ts';

/** Every place where some lies or should lie: what an import reads back as unchanged. */
export async function exportStock(tx: Transaction) {
  const all = await allRecords<StoredSku>(tx, 'sku');
  const { nameOf } = references({
    sku: all.map(({ id, code, active }) => ({ id, name: code, active })),
    inventoryLocation: await namedRecords(tx, 'inventoryLocation'),
  });
  const ids = all.map(({ id }) => id);
  const lying = await lyingOf(tx, ids);
  const levels = await levelsOf(tx, ids);
  for (const [key, { skuId, inventoryLocationId: placeId, active }] of levels) {
    if (active && !lying.has(key)) lying.set(key, { skuId, placeId, onHand: 0, serials: [] });
  }
  const records = [...lying.values()].map((one) => ({
    id: one.skuId,
    active: true,
    values: valuesOf(one, levels),
  }));
  return csvFile('stock.csv', listCsv(stockImportList, records, nameOf));
}

export async function checkStockImport(tx: Transaction, { csv }: { csv: string }): Promise<ImportChecked> {
  return checkedImport((await planStock(tx, csv)).file);
}

/** Rows that cannot be taken are left out. Nothing is written where they would not become what was shown. */
export async function importStock(
  tx: Transaction,
  context: CommandContext,
  { csv, seen }: { csv: string; seen: string },
): Promise<ListImported> {
  const { steps } = await planStock(tx, csv);
  // Nothing of these moves any more; then it is asked again, with all that was locked meanwhile.
  const locked = new Set(steps.map(({ skuId }) => skuId));
  await loadRecords(tx, 'sku', [...locked], { lock: true });
  const planned = await planStock(tx, csv);
  const check = checkedImport(planned.file);
  const isLocked = planned.steps.every(({ skuId }) => locked.has(skuId));
  if (check.problem || check.seen !== seen || !isLocked)
    return { isWritten: false, operationId: null, check };
  const counted = await writeCounts(tx, context, planned);
  const levelled = await writeLevels(tx, context, planned);
  // Last, for nobody else writes the feed until this is done.
  if (counted) await skusChanged(tx, context, counted, 'sku.counted');
  if (levelled) await skusChanged(tx, context, levelled, 'stock-level.set');
  return { isWritten: true, operationId: levelled?.operationId ?? null, check };
}

async function writeCounts(
  tx: Transaction,
  context: CommandContext,
  { steps, skus, places }: PlannedStock,
): Promise<Saved | null> {
  const counts = steps.filter(({ movement }) => movement !== null);
  if (counts.length === 0) return null;
  const said = ({ skuId, placeId }: StockStep, amount: number) =>
    `${decimalOfQuantity(quantity(amount))} ${skus.get(skuId)!.unit} at ${places.get(placeId)!.name}`;
  const changes = [...grouped(counts, ({ skuId }) => String(skuId)).values()].map((ones) => {
    const sku = skus.get(ones[0]!.skuId)!;
    const was = ones.map((one) => said(one, one.before.onHand)).join(', ');
    const is = ones.map((one) => said(one, one.before.onHand + one.movement!.quantity)).join(', ');
    return {
      kind: 'sku' as const,
      before: sku,
      after: sku,
      label: sku.code,
      related: { stock: [was, is] as [string, string] },
    };
  });
  const saved = await saveRecords(tx, context, { verb: 'sku.counted', undoable: false }, changes);
  await writeMovements(
    tx,
    context,
    saved.operationId,
    counts.map(({ movement }) => movement!),
  );
  return saved;
}

async function writeLevels(
  tx: Transaction,
  context: CommandContext,
  { steps, skus, places, levels }: PlannedStock,
): Promise<Saved | null> {
  const wanted = steps.filter(({ level }) => level !== null);
  if (wanted.length === 0) return null;
  const known = wanted.map(({ skuId, placeId }) => levels.get(stockKey(skuId, placeId)) ?? null);
  const ids: Id[] = await newIds(tx, known.filter((one) => one === null).length);
  const changes = wanted.map(({ skuId, placeId, level }, at) => {
    const before = known[at] ?? null;
    const id = before?.id ?? ids.pop()!;
    return {
      kind: 'stockLevel' as const,
      before,
      after: { ...before, id, skuId, inventoryLocationId: placeId, ...level!, active: true },
      label: `${skus.get(skuId)!.code} at ${places.get(placeId)!.name}`,
    };
  });
  return saveRecords(tx, context, { verb: 'stock-level.imported', undoable: true }, changes);
}
