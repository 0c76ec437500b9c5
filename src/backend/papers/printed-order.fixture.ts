/** Orders as papers for the tests: five lines from a wholesaler in Boston, as many as wanted, names of any script. */
import { cents, lineTotal, quantityFromDecimal, sumCents, unitPriceFromDecimal } from '#domain/money.ts';
import type { PrintedLine, PrintedOrder } from '#domain/purchasing/printed-order.ts';
import { day } from '#domain/time.ts';

type LineText = readonly [code: string, description: string, count: string, unit: string, price: string];

const GOODS: readonly LineText[] = [
  ['TACO-007-F5', 'Circulator pump, cast iron, 1/25 hp', '2', 'each', '118.40'],
  ['PEX-34-300', 'PEX tubing 3/4″ with oxygen barrier, coil of 300 ft', '1', 'coil', '212.00'],
  ['', 'Delivery to the roof by crane, Monday before 8:00', '1.5', 'hour', '185.00'],
  ['SCR-8-114', 'Screw, self-drilling, #8 × 1 1/4″, zinc', '1250', 'each', '0.0375'],
  [
    'RHEEM-PROG50-42N-RH67',
    'Water heater, natural gas, 50 gal, atmospheric vent, 6 year warranty',
    '1',
    'each',
    '1284.95',
  ],
];

export function printedLine(position: number, changes: Partial<PrintedLine> = {}): PrintedLine {
  const [code, description, count, unit, price] = GOODS[(position - 1) % GOODS.length]!;
  const quantity = quantityFromDecimal(count);
  const cost = unitPriceFromDecimal(price);
  const amountCents = lineTotal(quantity, cost);
  return { position, code, description, quantity, unit, cost, amountCents, expectedOn: null, ...changes };
}

export const printedLines = (count: number): PrintedLine[] =>
  Array.from({ length: count }, (_, at) => printedLine(at + 1));

export function printedOrder(changes: Partial<PrintedOrder> = {}): PrintedOrder {
  const lines = changes.lines ?? printedLines(5);
  const subtotalCents = sumCents(lines.map(({ amountCents }) => amountCents));
  return {
    company: address('Hearth & Harbor Heating', '84 Wharf Street', 'Boston', 'MA', '02110'),
    number: '1042-1',
    date: day('2026-11-20'),
    requiredOn: day('2026-11-25'),
    vendor: {
      ...address('F. W. Webb Company', '160 Middlesex Turnpike', 'Bedford', 'MA', '01730'),
      contact: 'Dana Whitfield',
      phone: '(781) 555-0136',
      email: 'orders@webb.test',
    },
    shipTo: {
      ...address('Main warehouse', '12 Dock Road', 'Boston', 'MA', '02127'),
      phone: '(617) 555-0142',
      fax: '(617) 555-0143',
    },
    shippingType: 'Vendor truck',
    shippingDate: day('2026-11-24'),
    ourReference: 'JOB-2291',
    buyer: 'Priya Natarajan',
    terms: 'Net 30',
    memo: 'Call the counter before 7:00 if anything is short.',
    currency: 'USD',
    lines,
    subtotalCents,
    taxCents: cents(14_250),
    taxCategories: [],
    shippingCents: cents(4500),
    totalCents: sumCents([subtotalCents, cents(14_250), cents(4500)]),
    ...changes,
  };
}

const address = (name: string, street: string, city: string, state: string, zip: string) => ({
  name,
  street,
  unit: '',
  city,
  state,
  zip,
  country: 'US',
});
