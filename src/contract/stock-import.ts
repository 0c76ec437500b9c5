/**
 * What lies where as a CSV: a row for each SKU at each place, with what was found there and how much should be. Empty
 * cells say nothing: a sheet for counting may leave out levels, and one of levels the counts.
 */
import { unitsOfCell } from '#domain/decimal-cells.ts';
import { decimalOfQuantity, quantity } from '#domain/money.ts';
import type { SetupValue, SetupValues } from '#domain/setup/fields.ts';
import { fieldIssues } from './field-issues.ts';
import { MOST_IMPORTED } from './import-limits.ts';
import type { ImportColumn, ImportList, KnownRecord } from './list-import.ts';
import { columnOf } from './setup-import.ts';
import { countStock, setLevel } from './sku.ts';

const units = (name: string, title: string): ImportColumn => ({
  name,
  title,
  emptyKeeps: true,
  read: (cell) => ({ ok: true, value: unitsOfCell(cell) }),
  write: (value) => (value === null || value === undefined ? '' : decimalOfQuantity(quantity(Number(value)))),
});
/** With a space or a semicolon between; a number that holds one itself stands in quotation marks. */
const EACH_SERIAL = /"((?:[^"]|"")*)"(?=[\s;]|$)|[^\s;]+/g;
const marked = (serial: string) => (/[\s;]|^"/.test(serial) ? `"${serial.replaceAll('"', '""')}"` : serial);
const serials: ImportColumn = {
  name: 'serials',
  title: 'Serials',
  read: (cell) => ({
    ok: true,
    // In one order, so that another is no change.
    value: [...cell.matchAll(EACH_SERIAL)]
      .map(([whole, inMarks]) => inMarks?.replaceAll('""', '"') ?? whole)
      .sort(),
  }),
  write: (value) => ((value ?? []) as readonly string[]).map(marked).join(' '),
};

const level = setLevel.shape.level.unwrap().shape;
const { inventoryLocationId, quantity: counted, serials: numbers } = countStock.shape;
const BLANK: SetupValues = {
  skuId: null,
  inventoryLocationId: null,
  quantity: 0,
  serials: [],
  least: null,
  most: null,
};
/** What the ledger says of a SKU at a place. */
export const stockKey = (skuId: SetupValue | undefined, placeId: SetupValue | undefined): string =>
  `${skuId} at ${placeId}`;

export const stockImportList: ImportList = {
  columns: [
    columnOf({ name: 'skuId', title: 'SKU', type: 'one', of: 'sku' }),
    columnOf({ name: 'inventoryLocationId', title: 'Location', type: 'one', of: 'inventoryLocation' }),
    units('quantity', 'On hand'),
    serials,
    units('least', 'Least'),
    units('most', 'Most'),
  ],
  naming: ['skuId', 'inventoryLocationId'],
  needs: ['skuId', 'inventoryLocationId'],
  mostRows: MOST_IMPORTED.rows,
  isStrict: true,
  derived: ['quantity'],
  whole: wholeOf,
  check: checkOf,
  keysOf: () => [],
  rowKeysOf: ({ skuId, inventoryLocationId: place }) => (skuId && place ? [stockKey(skuId, place)] : []),
  finder(records) {
    const at = new Map(
      records.map((one) => [stockKey(one.values.skuId, one.values.inventoryLocationId), one]),
    );
    return ({ skuId, inventoryLocationId: place }) => at.get(stockKey(skuId, place));
  },
};

function wholeOf(known: KnownRecord | undefined, given: SetupValues): SetupValues {
  const before = known?.values ?? BLANK;
  const found = (given.serials ?? []) as readonly string[];
  // Nothing found and no number: the row says nothing of what lies there.
  const isCount = given.quantity !== undefined || found.length > 0;
  const isSame = !isCount || given.serials === undefined;
  // Who lists the numbers has counted the units.
  const count = given.quantity ?? (isCount ? quantityOf(found) : before.quantity);
  return { ...before, ...given, quantity: count ?? 0, serials: isSame ? before.serials! : found };
}
const quantityOf = (found: readonly string[]): number => unitsOfCell(String(found.length));

function checkOf(whole: SetupValues, known: KnownRecord | undefined) {
  const isLevel = whole.least !== null || whole.most !== null;
  const shape = {
    skuId: inventoryLocationId,
    inventoryLocationId,
    quantity: counted,
    serials: numbers,
    ...(isLevel ? level : {}),
  };
  // Both of a level are asked for, also where one of them stays.
  const { least: _least, most: _most, ...lying } = known?.values ?? {};
  return fieldIssues(shape, whole, known && { ...known, values: lying });
}
