/**
 * Vendors' bills as a CSV: a row for each line of a paper, its bill by our order's number and the vendor's own. Numbers,
 * codes and words are the vendor's; which line of the order each is for is found by `domain/bills/pair-lines.ts`.
 */
import { z } from 'zod';
import { costOfCell, unitsOfCell } from '#domain/decimal-cells.ts';
import { LONGEST_ORDER, LONGEST_SKU } from '#domain/lengths.ts';
import type { SetupValues } from '#domain/setup/fields.ts';
import { fieldIssues } from './field-issues.ts';
import { MOST_IMPORTED } from './import-limits.ts';
import type { ImportColumn, ImportList } from './list-import.ts';
import { amount, units } from './receiving.ts';
import { day, requiredText, text as textOf } from './scalars.ts';
import { columnOf } from './setup-import.ts';

const text = (name: string, title: string, max: number): ImportColumn => ({
  ...columnOf({ name, title, type: 'text', max }),
  emptyKeeps: true,
});
const figure = (name: string, title: string, read: (cell: string) => number): ImportColumn => ({
  name,
  title,
  emptyKeeps: true,
  read: (cell) => ({ ok: true, value: read(cell) }),
  write: () => '',
});

/** Costs have four places, amounts of money two: what is finer than a cent is no amount. */
const UNITS_PER_CENT = 100;
const centsOfCell = (cell: string): number => costOfCell(cell) / UNITS_PER_CENT;

const SHAPE = {
  orderNumber: z.string().regex(/^\d{1,15}$/, 'is not the number of an order'),
  vendorInvoiceNumber: requiredText(LONGEST_ORDER.reference),
  billDate: day,
  vendorPartNumber: textOf(LONGEST_ORDER.partNumber),
  skuCode: textOf(LONGEST_SKU.code),
  description: textOf(LONGEST_ORDER.description),
  quantity: units,
  cost: units,
  amountCents: amount,
  taxCents: amount,
  freightCents: amount,
};
const BLANK: SetupValues = {
  ...{ orderNumber: '', vendorInvoiceNumber: '', billDate: null },
  ...{ vendorPartNumber: '', skuCode: '', description: '' },
  ...{ quantity: null, cost: 0, amountCents: null, taxCents: 0, freightCents: 0 },
};

export const billImportList: ImportList = {
  columns: [
    text('orderNumber', 'Order', 20),
    text('vendorInvoiceNumber', 'Invoice', LONGEST_ORDER.reference),
    { ...columnOf({ name: 'billDate', title: 'Date', type: 'day' }), emptyKeeps: true },
    text('vendorPartNumber', 'Part number', LONGEST_ORDER.partNumber),
    text('skuCode', 'SKU', LONGEST_SKU.code),
    text('description', 'Description', LONGEST_ORDER.description),
    figure('quantity', 'Quantity', unitsOfCell),
    figure('cost', 'Cost', costOfCell),
    figure('amountCents', 'Amount', centsOfCell),
    figure('taxCents', 'Tax', centsOfCell),
    figure('freightCents', 'Freight', centsOfCell),
  ],
  naming: ['vendorInvoiceNumber'],
  needs: ['orderNumber', 'vendorInvoiceNumber', 'billDate', 'quantity', 'amountCents'],
  mostRows: MOST_IMPORTED.rows,
  isStrict: true,
  whole: (_, given) => ({ ...BLANK, ...given }),
  check: (whole) => fieldIssues(SHAPE, whole, undefined),
  keysOf: () => [],
  finder: () => () => undefined,
};
