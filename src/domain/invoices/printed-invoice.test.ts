import { expect, test } from 'vitest';
import { cents } from '../money.ts';
import { day } from '../time.ts';
import { appliedTo, termText, titleOfInvoice } from './printed-invoice.ts';

test.each([
  ['Job', 100, false, 'Invoice 7'],
  ['Membership', -100, false, 'Credit 7'],
  ['Refund', 100, false, 'Refund 7'],
  ['WriteOff', -100, false, 'Write-off 7'],
  ['Project', 0, true, 'Invoice 7 (void)'],
] as const)(
  'a paper of kind %s over %s is called by what it is to the customer',
  (kind, total, isVoid, title) => {
    expect(titleOfInvoice({ kind, number: 7, totalCents: cents(total), isVoid })).toBe(title);
  },
);

const owed = {
  term: { name: '2% 10, Net 30', discountRate: 20_000, discountDays: 10 },
  date: day('2026-11-20'),
  dueDate: day('2026-12-20'),
  totalCents: cents(12_345),
  balanceCents: cents(12_345),
  isVoid: false,
  currency: 'USD',
};

test('the term says by when, and what paying early saves, to the cent', () => {
  expect(termText(owed)).toBe(
    '2% 10, Net 30: Due by Sun 20 Dec 2026. Paid by Mon 30 Nov 2026, 120.98 USD settles it: 2.47 USD off.',
  );
});

test.each([
  ['without a term', { term: null, dueDate: owed.date }, 'Due on receipt.'],
  ['paid in part', { balanceCents: cents(345) }, '2% 10, Net 30: Due by Sun 20 Dec 2026.'],
  ['paid', { balanceCents: cents(0) }, ''],
  ['void', { isVoid: true }, ''],
])('of one that is %s', (_, more, text) => {
  expect(termText({ ...owed, ...more })).toBe(text);
});

test('what was applied is the total less the balance, also of a credit', () => {
  expect(appliedTo({ totalCents: cents(-500), balanceCents: cents(-200) })).toBe(-300);
});
