/**
 * Open purchase orders of another system as a CSV: a row for each line, its order by the other system's number. What had
 * come there is no receipt here: only what is still to come is ordered.
 */
import { costOfCell, unitsOfCell } from '#domain/decimal-cells.ts';
import { LONGEST_ORDER } from '#domain/lengths.ts';
import type { SetupValues } from '#domain/setup/fields.ts';
import { fieldIssues } from './field-issues.ts';
import { MOST_IMPORTED } from './import-limits.ts';
import type { ImportColumn, ImportList, KnownRecord, RowIssue } from './list-import.ts';
import { newOrder, newOrderLine } from './purchase-order.ts';
import { day, requiredText } from './scalars.ts';
import { columnOf } from './setup-import.ts';

const text = (name: string, title: string, max: number) => columnOf({ name, title, type: 'text', max });
const one = (name: string, title: string, of: string): ImportColumn => ({
  ...columnOf({ name, title, type: 'one', of }),
  emptyKeeps: true,
});
const dayOf = (name: string, title: string): ImportColumn => ({
  ...columnOf({ name, title, type: 'day' }),
  emptyKeeps: true,
});
const amount = (name: string, title: string, read: (cell: string) => number): ImportColumn => ({
  name,
  title,
  emptyKeeps: true,
  read: (cell) => ({ ok: true, value: read(cell) }),
  write: () => '',
});

const { vendorId, typeId, businessUnitId, inventoryLocationId } = newOrder.shape;
const line = newOrderLine.shape;
const SHAPE = {
  externalPoNumber: requiredText(LONGEST_ORDER.reference),
  ...{ vendorId, typeId, businessUnitId, inventoryLocationId },
  date: day.nullable(),
  requiredOn: day.nullable(),
  expectedOn: day.nullable(),
  description: line.description,
  vendorPartNumber: line.vendorPartNumber,
  quantity: line.quantity,
  received: line.quantity,
  cost: line.cost,
};

const BLANK: SetupValues = {
  ...{
    externalPoNumber: '',
    vendorId: null,
    typeId: null,
    skuId: null,
    description: '',
    vendorPartNumber: '',
  },
  ...{ date: null, requiredOn: null, expectedOn: null, quantity: null, received: 0 },
};

/** The columns every line of an order has to say alike. */
export const ORDER_COLUMNS = [
  'vendorId',
  'typeId',
  'businessUnitId',
  'inventoryLocationId',
  'date',
  'requiredOn',
] as const;

type Defaults = { readonly businessUnitId: number | null; readonly inventoryLocationId: number | null };

/** @param defaults the only unit and place there are, for a file that does not say */
export const orderImportList = (defaults: Defaults): ImportList => ({
  columns: [
    text('externalPoNumber', 'Number', LONGEST_ORDER.reference),
    one('vendorId', 'Vendor', 'vendor'),
    one('typeId', 'Type', 'purchaseOrderType'),
    one('businessUnitId', 'Business unit', 'businessUnit'),
    one('inventoryLocationId', 'Place', 'inventoryLocation'),
    dayOf('date', 'Date'),
    dayOf('requiredOn', 'Required on'),
    dayOf('expectedOn', 'Expected on'),
    one('skuId', 'SKU', 'sku'),
    text('description', 'Description', LONGEST_ORDER.description),
    text('vendorPartNumber', 'Part number', LONGEST_ORDER.partNumber),
    amount('quantity', 'Ordered', unitsOfCell),
    amount('received', 'Received', unitsOfCell),
    amount('cost', 'Cost', costOfCell),
  ],
  naming: ['externalPoNumber'],
  needs: ['externalPoNumber', 'vendorId', 'quantity'],
  mostRows: MOST_IMPORTED.rows,
  isStrict: true,
  // An order that is here already stays as it is, whatever the file says of it.
  whole: (known, given) => known?.values ?? { ...BLANK, ...defaults, ...given },
  check: checkOf,
  keysOf: () => [],
  finder(records) {
    const byNumber = new Map(records.map((known) => [numberKey(known.values.externalPoNumber), known]));
    return ({ externalPoNumber }) => byNumber.get(numberKey(externalPoNumber));
  },
});

export const numberKey = (number: unknown): string => String(number ?? '').toLowerCase();

function checkOf(whole: SetupValues, known: KnownRecord | undefined) {
  if (known) return { values: whole, issues: [] };
  const { values, issues } = fieldIssues(SHAPE, whole, undefined);
  const more: RowIssue[] = [];
  if (whole.skuId === null && whole.description === '') {
    more.push({ field: 'description', code: 'custom', message: 'is missing' });
  }
  if (Number(whole.received) > Number(whole.quantity)) {
    more.push({
      field: 'received',
      code: 'custom',
      message: 'is more than was ordered',
      isRelation: true,
    });
  }
  return { values, issues: [...issues, ...more] };
}
