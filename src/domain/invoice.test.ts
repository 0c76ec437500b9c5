import { expect, test } from 'vitest';
import { booksCopy, newJobInvoice, termCopy } from './invoice.ts';
import { makeJob } from './job/card.fixture.ts';
import { rate } from './money.ts';
import { day } from './time.ts';

const address = {
  street: '12 Harbor St',
  unit: '',
  city: 'Boston',
  state: 'MA',
  zip: '02110',
  country: 'US',
};
const payer = { id: 777, name: 'Harbor Property Management', address, term: null };
const ratesOf = (...rates: readonly [string, number, string][]) =>
  rates.map(([name, rate, from]) => ({ name, base: 'Material' as const, rate, validFrom: day(from) }));
const taxZone = { id: 71, name: 'Massachusetts', rates: ratesOf(['Sales tax', 62_500, '2020-01-01']) };
const books = { businessUnitId: 21, currency: 'USD', term: null, taxZone };
const today = day('2026-11-23');
const net30 = {
  id: 9,
  name: 'Net 30',
  dueBy: 'Days',
  dueInDays: 30,
  dueDay: null,
  discountRate: rate(20_000),
  discountDays: 10,
} as const;

test('a job’s invoice waits as Pending and keeps its own copy of who pays, the tax zone’s rates and the term', () => {
  const job = makeJob({ billToCustomerId: 777 });
  expect(newJobInvoice(job, { ...payer, term: net30 }, books, today)).toEqual({
    kind: 'Job',
    jobId: 1,
    locationId: 501,
    syncStatus: 'Pending',
    customerId: 777,
    billToName: 'Harbor Property Management',
    billToStreet: '12 Harbor St',
    billToUnit: '',
    billToCity: 'Boston',
    billToState: 'MA',
    billToZip: '02110',
    billToCountry: 'US',
    businessUnitId: 21,
    currency: 'USD',
    taxZoneId: 71,
    tax: { name: 'Massachusetts', rates: [{ name: 'Sales tax', base: 'Material', rate: 62_500 }] },
    invoiceDate: '2026-11-23',
    paymentTermId: 9,
    paymentTerm: {
      name: 'Net 30',
      dueBy: 'Days',
      dueInDays: 30,
      dueDay: null,
      discountRate: 20_000,
      discountDays: 10,
    },
    dueDate: '2026-12-23',
  });
});

test('the term is the customer’s, else the business unit’s; without one it is due on receipt', () => {
  const net15 = { ...net30, id: 10, name: 'Net 15', dueInDays: 15 };
  const unit = { ...books, term: net15 };
  expect(termCopy({ ...payer, term: net30 }, unit, today)).toMatchObject({ paymentTermId: 9 });
  expect(termCopy(payer, unit, today)).toMatchObject({ paymentTermId: 10, dueDate: '2026-12-08' });
  expect(termCopy(payer, books, today)).toEqual({
    paymentTermId: null,
    paymentTerm: null,
    dueDate: '2026-11-23',
  });
});

test('of the tax zone’s dated rates those in force on the invoice’s day are kept, and one of nothing has ended', () => {
  const rates = ratesOf(
    ['State', 60_000, '2020-01-01'],
    ['State', 62_500, '2026-11-23'],
    ['State', 70_000, '2026-11-24'],
    ['City', 10_000, '2020-01-01'],
    ['City', 0, '2025-01-01'],
  );
  const copy = (on: string) => booksCopy({ ...books, taxZone: { ...taxZone, rates } }, day(on)).tax?.rates;
  expect(copy('2026-11-23')).toEqual([{ name: 'State', base: 'Material', rate: 62_500 }]);
  expect(copy('2024-05-01')?.map(({ name, rate }) => [name, rate])).toEqual([
    ['City', 10_000],
    ['State', 60_000],
  ]);
  expect(copy('2019-05-01')).toEqual([]);
  expect(booksCopy({ ...books, taxZone: null }, today).tax).toBeNull();
});
