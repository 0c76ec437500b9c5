/** SKUs as a CSV: its columns, and that a row is found again by its external key, else by its code. */
import { costOfCell } from '#domain/decimal-cells.ts';
import { LONGEST_EXTERNAL_KEY, LONGEST_NAME, LONGEST_SKU } from '#domain/lengths.ts';
import { decimalOfUnitPrice, unitPrice } from '#domain/money.ts';
import type { SetupValues } from '#domain/setup/fields.ts';
import { codeKey } from '#domain/sku/code-key.ts';
import { SKU_KINDS } from '#domain/sku/sku.ts';
import { fieldIssues } from './field-issues.ts';
import { MOST_IMPORTED } from './import-limits.ts';
import type { FindRecord, ImportColumn, ImportList, KnownRecord } from './list-import.ts';
import { activeColumn, columnOf } from './setup-import.ts';
import { newSku } from './sku.ts';

const cost: ImportColumn = {
  name: 'cost',
  title: 'Cost',
  read: (cell) => ({ ok: true, value: costOfCell(cell) }),
  write: (value) => decimalOfUnitPrice(unitPrice(Number(value))),
};
/** An empty cell is no price of its own. */
const price: ImportColumn = {
  name: 'price',
  title: 'Price',
  read: (cell) => ({ ok: true, value: cell.trim() === '' ? null : costOfCell(cell) }),
  write: (value) => (value === null ? '' : decimalOfUnitPrice(unitPrice(Number(value)))),
};
const text = (name: string, title: string, max: number) => columnOf({ name, title, type: 'text', max });

/** What a new SKU has where the file does not say; what it must say is missing until it does. */
const {
  code: _code,
  name: _name,
  kind: _kind,
  ...defaults
} = newSku.parse({ code: '?', name: '?', kind: 'Material' });
const BLANK: SetupValues = { ...defaults, code: '', name: '', kind: null };

export const skuImportList: ImportList = {
  columns: [
    text('code', 'Code', LONGEST_SKU.code),
    text('name', 'Name', LONGEST_NAME),
    columnOf({ name: 'kind', title: 'Kind', type: 'choice', choices: SKU_KINDS }),
    // An empty cell is the unit nearly everything has.
    { ...text('unit', 'Unit', LONGEST_SKU.unit), emptyKeeps: true },
    cost,
    price,
    { ...columnOf({ name: 'taxable', title: 'Taxable', type: 'yesNo' }), emptyKeeps: true },
    columnOf({ name: 'serialized', title: 'Serial numbers', type: 'yesNo' }),
    columnOf({ name: 'glAccountId', title: 'GL account', type: 'one', of: 'glAccount' }),
    text('description', 'Description', LONGEST_SKU.description),
    columnOf({ name: 'externalKey', title: 'External key', type: 'key', max: LONGEST_EXTERNAL_KEY }),
    activeColumn,
  ],
  naming: ['code'],
  needs: ['code'],
  mostRows: MOST_IMPORTED.rows,
  isStrict: true,
  whole: (known, given) => ({ ...(known?.values ?? BLANK), ...given }),
  check: (whole, known) => fieldIssues(newSku.shape, whole, known),
  keysOf: ({ code, externalKey }) => [
    ...(code ? [`code ${codeKey(String(code))}`] : []),
    ...(externalKey ? [`key ${externalKey}`] : []),
  ],
  rowKeysOf: (_, known) => (known ? [`record ${known.id}`] : []),
  finder: finderOf,
};

function finderOf(records: readonly KnownRecord[]): FindRecord {
  const byKey = new Map(records.map((one) => [one.values.externalKey, one]));
  const byCode = new Map(records.map((one) => [codeKey(String(one.values.code)), one]));
  return ({ externalKey, code }) =>
    (externalKey ? byKey.get(externalKey) : undefined) ?? byCode.get(codeKey(String(code ?? '')));
}
