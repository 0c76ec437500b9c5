/**
 * The vendor's paper as a workbook: the order on one sheet, its lines on another as a table that other programs can read.
 * Figures and dates are cells that can be added up and sorted; text is text, whatever it begins with.
 */
import { unzipSync, zipSync } from 'fflate';
import writeWorkbook, { type CellObject, type Row } from 'write-excel-file/node';
import {
  type Cents,
  decimalOfCents,
  decimalOfQuantity,
  decimalOfUnitPrice,
  type Quantity,
  type UnitPrice,
} from '#domain/money.ts';
import type { PrintedLine, PrintedOrder } from '#domain/purchasing/printed-order.ts';
import type { Day } from '#domain/time.ts';
import { amountsOf, shipToLines, titleOf, vendorLines } from './order-words.ts';
import { addressLines, midnightOf } from './paper-words.ts';
import { withoutControls } from './typesetting/legible.ts';
import type { PaperSize } from './typesetting/pen.ts';
import { documentProperties, printSetup } from './workbook-features.ts';

/** U+FFFD, the PDF's mark, is one that the writer leaves out. */
const UNREADABLE = '\u25A1';
const AS_TEXT = '@';
const TOP = { alignVertical: 'top' } as const;

/** Never a formula, also when somebody edits the cell. `_x0041_` would be read as the letter A. */
const text = (value: string): CellObject => ({
  ...TOP,
  type: String,
  format: AS_TEXT,
  wrap: true,
  value: withoutControls(value, UNREADABLE).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'),
});
const title = (value: string): CellObject => ({ ...text(value), fontWeight: 'bold' });
const figure = (decimal: string, format: string): CellObject => ({
  ...TOP,
  type: Number,
  format,
  value: Number(decimal),
});
const amount = (of: Cents): CellObject => figure(decimalOfCents(of), '#,##0.00');
const cost = (of: UnitPrice): CellObject => figure(decimalOfUnitPrice(of), '#,##0.00##');
/** One format for all would show two pumps as "2.". */
function count(of: Quantity): CellObject {
  const decimal = decimalOfQuantity(of);
  return figure(decimal, decimal.includes('.') ? '#,##0.0###' : '#,##0');
}
const date = (on: Day | null): CellObject | null =>
  on === null ? null : { ...TOP, type: Date, align: 'left', format: 'ddd d mmm yyyy', value: midnightOf(on) };

type Column = {
  readonly title: string;
  readonly width: number;
  readonly right?: true;
  readonly cell: (line: PrintedLine) => CellObject | null;
};
const COLUMNS: readonly Column[] = [
  { title: '#', width: 6, right: true, cell: ({ position }) => figure(String(position), '0') },
  { title: 'Part number', width: 24, cell: ({ code }) => text(code) },
  { title: 'Description', width: 52, cell: ({ description }) => text(description) },
  { title: 'Expected', width: 18, cell: ({ expectedOn }) => date(expectedOn) },
  { title: 'Quantity', width: 12, right: true, cell: (line) => count(line.quantity) },
  { title: 'Unit', width: 10, cell: ({ unit }) => text(unit) },
  { title: 'Cost', width: 14, right: true, cell: (line) => cost(line.cost) },
  { title: 'Amount', width: 16, right: true, cell: ({ amountCents }) => amount(amountCents) },
];

export async function orderWorkbook(order: PrintedOrder, size: PaperSize = 'LETTER'): Promise<Uint8Array> {
  const head = COLUMNS.map(
    (column): CellObject => ({
      ...title(column.title),
      ...(column.right ? { align: 'right' } : {}),
      bottomBorderStyle: 'thin',
    }),
  );
  const lines: Row[] = order.lines.map((line) => COLUMNS.map(({ cell }) => cell(line)));
  const file = await writeWorkbook(
    [
      { sheet: 'Order', data: orderRows(order), columns: [{ width: 18 }, { width: 64 }] },
      {
        sheet: 'Lines',
        data: [head, ...lines],
        columns: COLUMNS.map(({ width }) => ({ width })),
        stickyRowsCount: 1,
      },
    ],
    { features: [printSetup(titleOf(order), size), documentProperties(order)] },
  ).toBuffer();
  return withoutTheTimeOfMaking(file);
}

function orderRows(order: PrintedOrder): Row[] {
  const facts: [string, CellObject | null][] = [
    ['Company', text([order.company.name, ...addressLines(order.company, order.company)].join('\n'))],
    ['Vendor', text(vendorLines(order).join('\n'))],
    ['Ship to', text(shipToLines(order).join('\n'))],
    ['Date', date(order.date)],
    ['Required on', date(order.requiredOn)],
    ['Shipping', known(order.shippingType)],
    ['Ships on', date(order.shippingDate)],
    ['Terms', known(order.terms)],
    ['Our reference', known(order.ourReference)],
    ['Buyer', known(order.buyer)],
    ['Currency', known(order.currency)],
    ...amountsOf(order).map(({ label, cents }): [string, CellObject] => [
      label,
      { ...amount(cents), align: 'left' },
    ]),
    ['Notes', known(order.memo)],
  ];
  const rows = facts.flatMap(([label, value]) => (value === null ? [] : [[title(label), value]]));
  return [[{ ...title(titleOf(order)), fontSize: 14, wrap: false }], ...rows];
}

const known = (value: string): CellObject | null => (value === '' ? null : text(value));

/** The same order gives the same bytes: the writer's archive carries the clock of the machine. */
const withoutTheTimeOfMaking = (file: Uint8Array): Uint8Array =>
  zipSync(unzipSync(file), { mtime: '1980-01-01T00:00:00', level: 6 });
