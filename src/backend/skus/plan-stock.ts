/** A file of stock against the ledger: what each row would count and level, by the rules of the two forms. */
import { planListImport, type RowPlan } from '#contract/list-import.ts';
import { stockImportList, stockKey } from '#contract/stock-import.ts';
import type { Transaction } from '#db/database.ts';
import { allow, type Decision, refuse } from '#domain/decision.ts';
import type { Id } from '#domain/ids.ts';
import { quantity } from '#domain/money.ts';
import type { IdOf } from '#domain/setup/cells.ts';
import { codeKey } from '#domain/sku/code-key.ts';
import { decideCount, decideLevel, type Movement } from '#domain/sku/stock.ts';
import { type CheckedFile, type CheckedRow, unlessRefused } from '../list-imports/checked.ts';
import { namedRecords, references } from '../list-imports/names.ts';
import { allRecords } from '../list-imports/stored.ts';
import type { Named } from '../setup/names.ts';
import type { StoredSku } from './commands.ts';
import { type LyingThere, levelsOf, lyingOf, type Pair, type StoredLevel } from './lying.ts';

export const IMPORTED = 'Imported';

type Levelled = { readonly least: number; readonly most: number };
/** What a row comes to; `before` is what the ledger says now. */
export type StockStep = Pair & {
  readonly before: LyingThere;
  readonly movement: Movement | null;
  readonly level: Levelled | null;
};
export type PlannedStock = {
  readonly file: CheckedFile;
  readonly steps: readonly StockStep[];
  readonly skus: ReadonlyMap<Id, StoredSku>;
  readonly places: ReadonlyMap<Id, Named>;
  readonly levels: ReadonlyMap<string, StoredLevel>;
};

export async function planStock(tx: Transaction, csv: string): Promise<PlannedStock> {
  const all = await allRecords<StoredSku>(tx, 'sku');
  const located = await namedRecords(tx, 'inventoryLocation');
  const skus = new Map(all.map((one) => [one.id, one]));
  const places = new Map(located.map((one) => [one.id, one]));
  const byCode = new Map(all.map(({ id, code }) => [codeKey(code), id]));
  const names = references({ inventoryLocation: located });
  const idOf: IdOf = (kind, name) => (kind === 'sku' ? byCode.get(codeKey(name)) : names.idOf(kind, name));
  // Read once to see of which SKUs it speaks, so that the ledger of no other is added up.
  const read = planListImport(stockImportList, csv, [], idOf);
  const nothing = { steps: [], skus, places, levels: new Map<string, StoredLevel>() };
  if (!read.ok) return { file: read, ...nothing };
  const pairs = pairsIn(read.rows);
  const skuIds = [...new Set(pairs.map(({ skuId }) => skuId))];
  const lying = await lyingOf(tx, skuIds);
  const levels = await levelsOf(tx, skuIds);
  const there = pairs.map((pair) => lying.get(keyOf(pair)) ?? { ...pair, onHand: 0, serials: [] });
  const records = there.map((one, at) => ({ id: at + 1, active: true, values: valuesOf(one, levels) }));
  const plan = planListImport(stockImportList, csv, records, idOf);
  if (!plan.ok) return { file: plan, ...nothing };
  const numbered = new Map(
    [...lying.values()].flatMap((one) => one.serials.map((s) => [numberOf(one, s), one.placeId])),
  );
  const steps: StockStep[] = [];
  const rows = plan.rows.map((row): CheckedRow => {
    const before = row.id === null ? null : there[row.id - 1]!;
    const checked = { ...row, before: before && records[row.id! - 1]!.values };
    if (row.fate !== 'update' || !before) return checked;
    const whole = { ...checked.before!, ...row.values };
    const step = stepOf(before, row, whole, { skus, places, numbered });
    if (!step.ok) return unlessRefused(checked, step);
    const { movement, level } = step.value;
    if (!movement && !level) return { ...checked, fate: 'unchanged', changed: [], values: {} };
    for (const serial of movement?.serialsOut ?? []) numbered.delete(numberOf(before, serial));
    for (const serial of movement?.serialsIn ?? []) numbered.set(numberOf(before, serial), before.placeId);
    steps.push(step.value);
    return checked;
  });
  return { file: { ...plan, rows }, steps, skus, places, levels };
}

const keyOf = ({ skuId, placeId }: Pair): string => stockKey(skuId, placeId);
const numberOf = ({ skuId }: Pair, serial: string): string => `${skuId} ${serial}`;

function pairsIn(rows: readonly RowPlan[]): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { values } of rows) {
    const pair = { skuId: values.skuId as Id | null, placeId: values.inventoryLocationId as Id | null };
    if (pair.skuId && pair.placeId) pairs.set(keyOf(pair as Pair), pair as Pair);
  }
  return [...pairs.values()];
}

export function valuesOf(one: LyingThere, levels: ReadonlyMap<string, StoredLevel>) {
  const level = levels.get(keyOf(one));
  return {
    skuId: one.skuId,
    inventoryLocationId: one.placeId,
    quantity: one.onHand,
    serials: one.serials,
    least: level?.active ? level.least : null,
    most: level?.active ? level.most : null,
  };
}

type Ground = Pick<PlannedStock, 'skus' | 'places'> & {
  /** Where each number lies, after the rows before. */
  readonly numbered: ReadonlyMap<string, Id>;
};

function stepOf(
  before: LyingThere,
  { values }: RowPlan,
  whole: ReturnType<typeof valuesOf> | Record<string, unknown>,
  { skus, places, numbered }: Ground,
): Decision<StockStep> {
  const { skuId, placeId } = before;
  const [sku, place] = [skus.get(skuId)!, places.get(placeId)!];
  const outOfUse = refuse('sku.inactive_reference', {
    inactive: [{ kind: 'inventoryLocation', id: placeId, name: place.name }],
  });
  let movement: Movement | null = null;
  if ('quantity' in values || 'serials' in values) {
    const isEmpty = before.onHand === 0 && before.serials.length === 0;
    // What lies in a place that went out of use can still be counted out of it.
    if (!place.active && isEmpty) return outOfUse;
    const serials = whole.serials as readonly string[];
    const here = before.serials.filter((one) => numbered.get(numberOf(before, one)) === placeId);
    const elsewhere = serials.filter((one) => (numbered.get(numberOf(before, one)) ?? placeId) !== placeId);
    const counted = decideCount(
      sku,
      { inventoryLocationId: placeId, quantity: quantity(Number(whole.quantity)), serials, memo: IMPORTED },
      { quantity: quantity(before.onHand), serials: here, elsewhere },
    );
    if (!counted.ok) return counted;
    movement = counted.value;
  }
  let level: Levelled | null = null;
  if ('least' in values || 'most' in values) {
    if (!place.active) return outOfUse;
    level = { least: Number(whole.least), most: Number(whole.most) };
    const levelled = decideLevel(sku, { least: quantity(level.least), most: quantity(level.most) });
    if (!levelled.ok) return levelled;
  }
  return allow({ skuId, placeId, before, movement, level });
}
