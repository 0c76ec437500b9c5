/** The customer's invoice as PDF. */
import {
  appliedTo,
  type PrintedInvoice,
  type PrintedItem,
  termText,
  titleOfInvoice,
} from '#domain/invoices/printed-invoice.ts';
import { formatCents, formatQuantity, formatUnitPrice, negateCents } from '#domain/money.ts';
import { writtenDay } from '#domain/written-day.ts';
import type { Amount, Fact, PaperColumn } from './paper.ts';
import { paperPdf } from './paper-pdf.ts';
import { addressLines } from './paper-words.ts';
import type { PaperSize } from './typesetting/pen.ts';

const columnsFor = (items: readonly PrintedItem[]): PaperColumn<PrintedItem>[] => [
  ...(items.some(({ code }) => code !== '')
    ? [{ title: 'Code', kind: 'text' as const, widest: 96, text: ({ code }: PrintedItem) => code }]
    : []),
  { title: 'Description', kind: 'wide', text: ({ description }) => description },
  { title: 'Quantity', kind: 'figure', text: (item) => formatQuantity(item.quantity) },
  { title: 'Price', kind: 'figure', text: ({ price }) => formatUnitPrice(price) },
  { title: 'Tax', kind: 'text', widest: 20, text: ({ taxable }) => (taxable ? 'T' : '') },
  { title: 'Amount', kind: 'figure', text: ({ amountCents }) => formatCents(amountCents) },
];

function factsOf(invoice: PrintedInvoice): Fact[] {
  const isOwed = invoice.balanceCents > 0 && !invoice.isVoid;
  return [
    { label: 'Date', value: writtenDay(invoice.date, true) },
    { label: 'Due', value: isOwed ? writtenDay(invoice.dueDate, true) : '' },
    { label: 'Terms', value: invoice.term?.name ?? '' },
    { label: 'Job', value: invoice.job },
    { label: 'Project', value: invoice.project },
    { label: 'Unit', value: invoice.businessUnit },
    { label: 'Currency', value: invoice.currency },
  ].filter(({ value }) => value !== '');
}

function amountsOf(invoice: PrintedInvoice): Amount[] {
  const { subtotalCents, taxCents, taxName, totalCents, balanceCents, currency } = invoice;
  const applied = appliedTo(invoice);
  return [
    { label: 'Subtotal', cents: subtotalCents, strong: false },
    { label: taxName === '' ? 'Tax' : `Tax: ${taxName}`, cents: taxCents, strong: false },
    { label: `Total ${currency}`, cents: totalCents, strong: true },
    ...(applied === 0 ? [] : [{ label: 'Paid and credited', cents: negateCents(applied), strong: false }]),
    {
      label: `${balanceCents < 0 ? 'Your credit' : 'Balance due'} ${currency}`,
      cents: balanceCents < 0 ? negateCents(balanceCents) : balanceCents,
      strong: true,
    },
  ];
}

export function invoicePdf(invoice: PrintedInvoice, size: PaperSize = 'LETTER'): Promise<Uint8Array> {
  const { company, billTo, place } = invoice;
  const linesOf = (of: typeof billTo) => [of.name, ...addressLines(of, company)].filter(Boolean);
  return paperPdf(
    {
      title: titleOfInvoice(invoice),
      company,
      on: invoice.date,
      blocks: [
        { title: 'Bill to', lines: linesOf(billTo) },
        ...(place ? [{ title: 'Work at', lines: linesOf(place) }] : []),
      ],
      facts: factsOf(invoice),
      columns: columnsFor(invoice.items),
      lines: invoice.items,
      noLines: 'No items',
      amounts: amountsOf(invoice),
      notes: [
        { title: 'Payment', text: termText(invoice) },
        { title: 'Notes', text: invoice.memo },
      ],
    },
    size,
  );
}
