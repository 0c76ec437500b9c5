import { expect, test } from 'vitest';
import type { PrintedInvoice } from '#domain/invoices/printed-invoice.ts';
import { cents, lineTotal, quantity, sumCents, unitPrice } from '#domain/money.ts';
import { day } from '#domain/time.ts';
import { invoicePdf } from './invoice-pdf.ts';
import { readPdf } from './pdf-text.fixture.ts';

const address = (name: string, street: string) => ({
  name,
  street,
  unit: '',
  city: 'Quincy',
  state: 'MA',
  zip: '02169',
  country: 'US',
});
const item = (description: string, count: number, dollars: number, taxable = true) => ({
  code: '',
  description,
  quantity: quantity(count * 10_000),
  price: unitPrice(dollars * 10_000),
  taxable,
  amountCents: lineTotal(quantity(count * 10_000), unitPrice(dollars * 10_000)),
});

function invoice(changes: Partial<PrintedInvoice> = {}): PrintedInvoice {
  const items = changes.items ?? [
    { ...item('Water heater, 50 gal', 1, 1400), code: 'RHEEM-50' },
    item('Labor, two technicians', 4, 120, false),
  ];
  const subtotalCents = sumCents(items.map(({ amountCents }) => amountCents));
  return {
    company: { ...address('Hearth & Harbor Heating', '84 Wharf Street'), country: 'US' },
    businessUnit: 'HVAC',
    kind: 'Job',
    number: 4711,
    isVoid: false,
    date: day('2026-11-20'),
    dueDate: day('2026-12-20'),
    billTo: address('Maria Lopez', '12 Main St'),
    place: address('Lopez, rear house', '14 Main St'),
    job: '2291',
    project: '',
    term: { name: 'Net 30', discountRate: 20_000, discountDays: 10 },
    memo: 'Thank you.',
    currency: 'USD',
    items,
    subtotalCents,
    taxName: 'Massachusetts',
    taxCents: cents(8750),
    totalCents: sumCents([subtotalCents, cents(8750)]),
    balanceCents: sumCents([subtotalCents, cents(8750)]),
    ...changes,
  };
}
const linesOf = async (changes: Partial<PrintedInvoice> = {}) =>
  (await readPdf(await invoicePdf(invoice(changes)))).map(({ lines }) => lines);

test('the paper says who pays what for which work, by when, and what paying early saves', async () => {
  expect(await linesOf()).toEqual([
    [
      'Hearth & Harbor Heating Invoice 4711',
      '84 Wharf Street',
      'Quincy, MA 02169',
      'Bill to Work at Date Fri 20 Nov 2026',
      'Maria Lopez Lopez, rear house Due Sun 20 Dec 2026',
      '12 Main St 14 Main St Terms Net 30',
      'Quincy, MA 02169 Quincy, MA 02169 Job 2291',
      'Unit HVAC',
      'Currency USD',
      'Code Description Quantity Price Tax Amount',
      'RHEEM-50 Water heater, 50 gal 1 1,400.00 T 1,400.00',
      'Labor, two technicians 4 120.00 480.00',
      'Subtotal 1,880.00',
      'Tax: Massachusetts 87.50',
      'Total USD 1,967.50',
      'Balance due USD 1,967.50',
      'Payment',
      'Net 30: Due by Sun 20 Dec 2026. Paid by Mon 30 Nov 2026, 1,928.15 USD settles it: 39.35 USD off.',
      'Notes',
      'Thank you.',
      'Invoice 4711 Page 1 of 1',
    ],
  ]);
});

test('what was paid and what is left stand below the total; a credit says whose it is', async () => {
  const [paid] = await linesOf({ balanceCents: cents(50_000), place: null });
  expect(paid).toContain('Paid and credited -1,467.50');
  expect(paid).toContain('Balance due USD 500.00');
  expect(paid!.join('\n')).not.toContain('Work at');
  const [credit] = await linesOf({
    totalCents: cents(-10_000),
    balanceCents: cents(-10_000),
    kind: 'Adjustment',
  });
  expect(credit![0]).toBe('Hearth & Harbor Heating Adjustment 4711');
  expect(credit).toContain('Your credit USD 100.00');
  expect(credit!.join('\n')).not.toContain('Due by');
});

test('a hundred items go over several pages, the totals with the last; names of any script read back', async () => {
  const name = 'חימום וקירור ירושלים';
  const items = Array.from({ length: 100 }, (_, at) => item(`Filter ${at + 1}`, 1, 10));
  const pages = await linesOf({ items, billTo: address(name, '1 Dock St'), memo: 'x'.repeat(300) });
  expect(pages.length).toBeGreaterThan(1);
  const text = pages.flat().join('\n').normalize('NFKC');
  expect(text).toContain(name);
  expect(text.match(/Filter \d+ 1 10.00 T 10.00/g)).toHaveLength(100);
  const withTotals = pages.filter((lines) => lines.some((line) => line.startsWith('Total USD')));
  expect(withTotals).toHaveLength(1);
});
