import { expect, test } from 'vitest';
import { newJobInvoice } from './invoice.ts';
import { makeJob } from './job/card.fixture.ts';
import { day } from './time.ts';

const setUp = {
  locationTaxZoneId: 71,
  businessUnitTaxZoneId: 72,
  billToPaymentTermId: null,
  currency: 'USD',
  today: day('2026-11-23'),
};

test('a job’s invoice goes to the bill-to, waits as Pending and is taxed where the work is', () => {
  expect(newJobInvoice(makeJob({ billToCustomerId: 777 }), setUp)).toEqual({
    kind: 'Job',
    jobId: 1,
    billToCustomerId: 777,
    locationId: 501,
    businessUnitId: 21,
    taxZoneId: 71,
    paymentTermId: null,
    currency: 'USD',
    invoiceDate: '2026-11-23',
    syncStatus: 'Pending',
  });
});

test('a location without a tax zone is taxed as its business unit', () => {
  expect(newJobInvoice(makeJob(), { ...setUp, locationTaxZoneId: null }).taxZoneId).toBe(72);
});
