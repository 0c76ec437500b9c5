/** The vendor's paper as PDF. */
import { formatCents, formatQuantity, formatUnitPrice } from '#domain/money.ts';
import type { PrintedLine, PrintedOrder } from '#domain/purchasing/printed-order.ts';
import { writtenDay } from '#domain/written-day.ts';
import { amountsOf, factsOf, shipToLines, titleOf, vendorLines } from './order-words.ts';
import type { PaperColumn } from './paper.ts';
import { paperPdf } from './paper-pdf.ts';
import type { PaperSize } from './typesetting/pen.ts';

const columnsFor = (lines: readonly PrintedLine[]): PaperColumn<PrintedLine>[] => [
  { title: '#', kind: 'figure', text: ({ position }) => String(position) },
  { title: 'Part number', kind: 'text', widest: 116, text: ({ code }) => code },
  { title: 'Description', kind: 'wide', text: ({ description }) => description },
  ...(lines.some(({ expectedOn }) => expectedOn !== null)
    ? [
        {
          title: 'Expected',
          kind: 'text' as const,
          widest: 80,
          text: ({ expectedOn }: PrintedLine) => (expectedOn === null ? '' : writtenDay(expectedOn, true)),
        },
      ]
    : []),
  { title: 'Quantity', kind: 'figure', text: (line) => formatQuantity(line.quantity) },
  { title: 'Unit', kind: 'text', widest: 48, text: ({ unit }) => unit },
  { title: 'Cost', kind: 'figure', text: ({ cost }) => formatUnitPrice(cost) },
  { title: 'Amount', kind: 'figure', text: ({ amountCents }) => formatCents(amountCents) },
];

export const orderPdf = (order: PrintedOrder, size: PaperSize = 'LETTER'): Promise<Uint8Array> =>
  paperPdf(
    {
      title: titleOf(order),
      company: order.company,
      on: order.date,
      blocks: [
        { title: 'Vendor', lines: vendorLines(order) },
        { title: 'Ship to', lines: shipToLines(order) },
      ],
      facts: factsOf(order),
      columns: columnsFor(order.lines),
      lines: order.lines,
      noLines: 'No lines',
      amounts: amountsOf(order),
      notes: [{ title: 'Notes', text: order.memo }],
    },
    size,
  );
