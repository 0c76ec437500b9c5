import { expect, test } from 'vitest';
import { cents } from '../money.ts';
import { day } from '../time.ts';
import { billingAddress, decideCustomerMail, invoicesMail, statementMail } from './customer-mail.ts';

const contact = (value: string, more: object = {}) => ({
  locationId: null,
  kind: 'Email' as const,
  value,
  mayMessage: true,
  ...more,
});

test('bills go to the customer before their places, never to who declined, never to a telephone', () => {
  const place = contact('place@a.test', { locationId: 7 });
  expect(billingAddress([place, contact('own@a.test')])).toBe('own@a.test');
  expect(billingAddress([place, contact('own@a.test', { mayMessage: false })])).toBe('place@a.test');
  expect(billingAddress([contact('617 555', { kind: 'Mobile' })])).toBeNull();
});

test.each([
  [false, ['a@b.test'], 'mail.no_server'],
  [true, [' '], 'mail.no_address'],
  [true, ['a@b.test', 'nobody'], 'mail.bad_address'],
])('with a mail server %s, to %j: %s', (canMail, to, code) => {
  expect(decideCustomerMail(canMail, to)).toMatchObject({ ok: false, refusal: { code } });
});

test('the words say what is open of which invoice, and names stay on their line', () => {
  const invoice = (number: number, balance: number) => ({
    title: `Invoice ${number}`,
    dueDate: day('2026-12-20'),
    currency: 'USD',
    balanceCents: cents(balance),
  });
  const by = { company: 'North\nAir', byName: 'Ann' };
  expect(invoicesMail([invoice(7, 12_345)], by)).toEqual({
    subject: 'Invoice 7 from North Air',
    text: 'Hello,\n\nPlease find Invoice 7 attached (PDF). 123.45 USD is open, due by Sun 20 Dec 2026.\n\nAnn\nNorth Air',
  });
  expect(invoicesMail([invoice(7, 1), invoice(8, 0)], by)).toEqual({
    subject: '2 invoices from North Air',
    text: 'Hello,\n\nPlease find 2 invoices attached (PDF):\nInvoice 7: 0.01 USD is open, due by Sun 20 Dec 2026.\nInvoice 8: Nothing of it is open.\n\nAnn\nNorth Air',
  });
  const statement = { number: 31, asOf: day('2026-11-20'), currency: 'USD', closingCents: cents(500) };
  expect(statementMail(statement, by).text).toContain('5.00 USD. Please name statement 31');
});
