/** A vendor's catalogue as a CSV: its columns, and that a row is found again by its SKU's code. */
import { costOfCell, unitsOfCell } from '#domain/decimal-cells.ts';
import { LONGEST_CATALOGUE } from '#domain/lengths.ts';
import { decimalOfQuantity, decimalOfUnitPrice, quantity, unitPrice } from '#domain/money.ts';
import type { SetupValues } from '#domain/setup/fields.ts';
import { breaksOfCell, cellOfBreaks } from '#domain/vendor/breaks-cell.ts';
import { MOST_LEAD_DAYS, newCatalogueItem } from './catalogue.ts';
import { fieldIssues } from './field-issues.ts';
import { MOST_IMPORTED } from './import-limits.ts';
import type { ImportColumn, ImportList } from './list-import.ts';
import { id } from './scalars.ts';
import { columnOf } from './setup-import.ts';

const cost: ImportColumn = {
  name: 'cost',
  title: 'Cost',
  // Nothing written says nothing: a price of nothing is one, too.
  emptyKeeps: true,
  read: (cell) => ({ ok: true, value: costOfCell(cell) }),
  write: (value) => decimalOfUnitPrice(unitPrice(Number(value))),
};
const minQuantity: ImportColumn = {
  name: 'minQuantity',
  title: 'Least',
  read: (cell) => ({ ok: true, value: cell.trim() === '' ? null : unitsOfCell(cell) }),
  write: (value) => (value === null ? '' : decimalOfQuantity(quantity(Number(value)))),
};
/** Held as the text of its cell, in one spelling: so that the same breaks are the same. */
const priceBreaks: ImportColumn = {
  name: 'priceBreaks',
  title: 'Price breaks',
  read: (cell) => {
    const breaks = breaksOfCell(cell);
    return breaks
      ? { ok: true, value: cellOfBreaks(breaks) }
      : { ok: false, error: { code: 'unreadable', text: cell.trim() } };
  },
  write: (value) => String(value),
};
const text = (name: string, title: string, max: number) => columnOf({ name, title, type: 'text', max });

/** What an item has that the file does not say; what it must say is missing until it does. */
const BLANK: SetupValues = {
  skuId: null,
  vendorPartNumber: '',
  cost: null,
  leadDays: null,
  minQuantity: null,
  priceBreaks: '',
  preferred: false,
  description: '',
};
const { priceBreaks: _breaks, externalKey: _key, ...schemas } = newCatalogueItem.shape;

/** Of one vendor. No external keys: they are one of all vendors' items, and nobody's paper has them. */
export const catalogueImportList: ImportList = {
  columns: [
    columnOf({ name: 'skuId', title: 'SKU', type: 'one', of: 'sku', required: true }),
    text('vendorPartNumber', 'Part number', LONGEST_CATALOGUE.partNumber),
    cost,
    columnOf({ name: 'leadDays', title: 'Lead time', type: 'whole', min: 0, max: MOST_LEAD_DAYS }),
    minQuantity,
    priceBreaks,
    { ...columnOf({ name: 'preferred', title: 'Preferred', type: 'yesNo' }), emptyKeeps: true },
    text('description', 'Description', LONGEST_CATALOGUE.description),
  ],
  naming: ['skuId'],
  needs: ['skuId'],
  mostRows: MOST_IMPORTED.rows,
  isStrict: true,
  whole: (known, given) => ({ ...(known?.values ?? BLANK), ...given }),
  check: (whole, known) => fieldIssues({ ...schemas, skuId: id }, whole, known),
  keysOf: ({ skuId }) => (skuId ? [`sku ${skuId}`] : []),
  finder: (records) => {
    const bySku = new Map(records.map((one) => [one.values.skuId, one]));
    return ({ skuId }) => (skuId ? bySku.get(skuId) : undefined);
  },
};
