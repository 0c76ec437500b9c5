import { describe, expect, test } from 'vitest';
import { decideVendor, type VendorFacts } from './decide.ts';
import { DELIVERY_OPTIONS, needsEmail } from './delivery.ts';
import { vendorWith } from './vendor.fixture.ts';
import type { VendorChanges } from './vendor.ts';

const FACTS: VendorFacts = { chosen: [], remittance: null, paidFor: 0 };
const codeOf = (before: VendorChanges, changes: VendorChanges, facts: Partial<VendorFacts> = {}) => {
  const decided = decideVendor(vendorWith(before), changes, { ...FACTS, ...facts });
  return decided.ok ? 'ok' : decided.refusal.code;
};

test('orders go out by e-mail in these ways and no others', () => {
  expect(DELIVERY_OPTIONS.filter(needsEmail)).toEqual([
    'EmailAsExcel',
    'EmailAsPdf',
    'EmailAsPdfRollupView',
    'EmailAsExcelAndPdf',
  ]);
});

describe('an address for orders that go by e-mail', () => {
  test.each(DELIVERY_OPTIONS)('%s', (deliveryOption) => {
    const without = needsEmail(deliveryOption) ? 'vendor.email_needed' : 'ok';
    expect(codeOf({}, { deliveryOption })).toBe(without);
    expect(codeOf({}, { deliveryOption, email: 'orders@dock.test' })).toBe('ok');
    expect(codeOf({ deliveryOption, email: 'orders@dock.test' }, { email: '' })).toBe(without);
  });
  test('one that was brought along without an address may be renamed all the same', () => {
    expect(codeOf({ deliveryOption: 'EmailAsPdf' }, { name: 'Dock Supply' })).toBe('ok');
  });
});

describe('who is paid in its place', () => {
  const other = { id: 2, name: 'Ferguson Receivables', remittanceVendorId: null };
  test('is another vendor, who is paid itself', () => {
    expect(codeOf({}, { remittanceVendorId: 2 }, { remittance: other })).toBe('ok');
  });
  test('is never itself', () => {
    expect(codeOf({}, { remittanceVendorId: 1 }, { remittance: { ...other, id: 1 } })).toBe(
      'vendor.remits_to_itself',
    );
  });
  test('is not one whose money goes on to a third', () => {
    expect(codeOf({}, { remittanceVendorId: 2 }, { remittance: { ...other, remittanceVendorId: 3 } })).toBe(
      'vendor.remits_on',
    );
  });
  test('is nobody else while it is paid for others', () => {
    expect(codeOf({}, { remittanceVendorId: 2 }, { remittance: other, paidFor: 1 })).toBe('vendor.remits_on');
  });
});

test('what is newly chosen has to be in use', () => {
  const chosen = [{ kind: 'paymentTerm', id: 5, active: false }];
  expect(codeOf({}, { paymentTermId: 5 }, { chosen })).toBe('vendor.inactive_reference');
});
