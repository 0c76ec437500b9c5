import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Decision } from '../decision.ts';
import { totalsOf } from '../invoices/amounts.ts';
import { INVOICE_KINDS, type InvoiceItem, ITEM_KINDS } from '../invoices/invoice.ts';
import { cents, negateCents, quantity, rate, sumCents, unitPrice } from '../money.ts';
import { day } from '../time.ts';
import { accountSums, FILE_FORMATS, type FiledEntry, postingFile } from './files.ts';
import {
  applicationJournal,
  debitOf,
  invoiceJournal,
  type JournalLine,
  paymentJournal,
  reversedJournal,
  type UnitAccounts,
} from './journal.ts';

const unit: UnitAccounts = { name: 'North', receivable: 1, unapplied: 2, writeOff: 3, refund: 4, tax: 5 };
const south: UnitAccounts = { ...unit, name: 'South', receivable: 11, unapplied: 12 };
const item = (more: Partial<InvoiceItem>): InvoiceItem => ({
  id: 1,
  position: 1,
  kind: 'Service',
  skuId: null,
  description: 'Visit',
  quantity: quantity(10_000),
  price: unitPrice(0),
  cost: unitPrice(0),
  taxable: true,
  glAccountId: 40,
  technicianId: null,
  membershipId: null,
  source: null,
  sourceId: null,
  active: true,
  ...more,
});
const linesOf = (journal: Decision<readonly JournalLine[]>): readonly JournalLine[] => {
  if (!journal.ok) throw new Error(journal.refusal.code);
  return journal.value;
};
const sum = (lines: readonly JournalLine[]) => sumCents(lines.map(({ cents: amount }) => amount));
const on = (lines: readonly JournalLine[], accountId: number) =>
  sum(lines.filter((line) => line.accountId === accountId));

/** Ten billion, in 1/10,000. */
const MOST_PRICE = 100_000_000_000_000;
const items = fc.array(
  fc.record({
    kind: fc.constantFrom(...ITEM_KINDS),
    price: fc.oneof(
      fc.integer({ min: -10_000_000, max: 10_000_000 }),
      fc.constantFrom(MOST_PRICE, -MOST_PRICE, 1, -1),
    ),
    quantity: fc.constantFrom(10_000, -10_000, 3333, 25_000),
    taxable: fc.boolean(),
    glAccountId: fc.integer({ min: 40, max: 44 }),
    active: fc.boolean(),
  }),
  { maxLength: 12 },
);
const invoices = fc.record({
  kind: fc.constantFrom(...INVOICE_KINDS),
  items: items.map((all) =>
    all.map((one) => item({ ...one, price: unitPrice(one.price), quantity: quantity(one.quantity) })),
  ),
  taxRate: fc.integer({ min: 0, max: 250_000 }),
});
const amount = fc.oneof(fc.integer({ min: 1, max: 100_000 }), fc.constant(1_000_000_000_000)).map(cents);

test('whatever stands on an invoice, its journal balances, owes what it comes to, and nets to nothing with its reversal', () => {
  fc.assert(
    fc.property(invoices, ({ kind, items: standing, taxRate }) => {
      const tax = {
        name: 'City',
        rates: [{ name: 'Sales', base: 'Subtotal' as const, rate: rate(taxRate) }],
      };
      const lines = linesOf(invoiceJournal({ number: 1, kind, tax }, standing, unit));
      const { totalCents, taxCents } = totalsOf(standing, tax.rates);
      expect(sum(lines)).toBe(0);
      expect(on(lines, 1)).toBe(totalCents);
      expect(on(lines, 5)).toBe(negateCents(taxCents));
      const reversed = standing.map((one) => ({ ...one, quantity: quantity(-one.quantity) }));
      const back = linesOf(invoiceJournal({ number: 2, kind, tax }, reversed, unit));
      for (const { accountId } of lines) expect(on([...lines, ...back], accountId)).toBe(0);
      expect(debitOf(lines)).toBe(debitOf(reversedJournal(lines)));
    }),
  );
});

test('money taken, given back, applied and taken back balances in every order, within a unit and between two', () => {
  fc.assert(
    fc.property(amount, fc.boolean(), fc.boolean(), (paid, isRefund, isApart) => {
      const own = isRefund ? negateCents(paid) : paid;
      const payment = linesOf(
        paymentJournal({ number: 7, amountCents: own }, { accountId: 10, name: 'Check' }, unit),
      );
      expect([sum(payment), on(payment, 10), on(payment, 2)]).toEqual([0, own, negateCents(own)]);
      const other = isApart ? south : unit;
      const applied = linesOf(
        applicationJournal(
          { kind: 'payment', number: 7, unit },
          { kind: 'invoice', number: 8, unit: other },
          paid,
        ),
      );
      expect([sum(applied), on(applied, 2), on(applied, other.receivable!)]).toEqual([
        0,
        paid,
        negateCents(paid),
      ]);
      expect(sum([...applied, ...reversedJournal(applied)])).toBe(0);
    }),
  );
});

test('what is applied within one account moves nothing; between the receivables of two units it does', () => {
  const credit = { kind: 'invoice' as const, number: 3, unit };
  const within = linesOf(applicationJournal(credit, { kind: 'invoice', number: 4, unit }, cents(500)));
  expect(within).toEqual([]);
  const apart = linesOf(applicationJournal(credit, { kind: 'invoice', number: 4, unit: south }, cents(500)));
  expect(apart).toEqual([
    { accountId: 1, cents: 500 },
    { accountId: 11, cents: -500 },
  ]);
});

test('what is written off and what is refunded go to the unit’s accounts for that, unless the item has its own', () => {
  const given = [item({ price: unitPrice(-500_000), glAccountId: null, taxable: false })];
  const accounts = (kind: 'WriteOff' | 'Refund', its = given) =>
    linesOf(invoiceJournal({ number: 1, kind, tax: null }, its, unit)).map(({ accountId }) => accountId);
  expect(accounts('WriteOff')).toEqual([1, 3]);
  expect(accounts('Refund')).toEqual([1, 4]);
  expect(accounts('Refund', [item({ price: unitPrice(-500_000), glAccountId: 44 })])).toEqual([1, 44]);
});

test('what has no account is named, with where to give it one', () => {
  const refused = (journal: Decision<readonly JournalLine[]>) => (journal.ok ? null : journal.refusal);
  const priced = item({ price: unitPrice(10_000), description: 'Filter' });
  const invoice = { number: 12, kind: 'Job' as const, tax: null };
  expect(refused(invoiceJournal(invoice, [{ ...priced, glAccountId: null }], unit))).toEqual({
    code: 'posting.no_account',
    params: { number: 12, purpose: 'Item', name: 'Filter' },
  });
  expect(refused(invoiceJournal(invoice, [priced], { ...unit, receivable: null }))?.params).toMatchObject({
    purpose: 'Receivable',
    name: 'North',
  });
  const check = { accountId: null, name: 'Check' };
  expect(refused(paymentJournal({ number: 7, amountCents: cents(1) }, check, unit))?.params).toMatchObject({
    purpose: 'PaymentType',
    name: 'Check',
  });
  // Nothing taxed asks for no account of taxes.
  expect(refused(invoiceJournal(invoice, [priced], { ...unit, tax: null }))).toBeNull();
});

const entry = (more: Partial<FiledEntry>): FiledEntry => ({
  position: 1,
  kind: 'invoice',
  label: 'Invoice 1042',
  on: day('2026-11-20'),
  currency: 'USD',
  unitName: 'North',
  customerName: 'Maria "Mia"\tLopez',
  lines: [
    { accountId: 1, account: '1200', name: 'Receivables', cents: cents(1_000_000_000_000) },
    { accountId: 40, account: '4000', name: 'Income', cents: cents(-1_000_000_000_000) },
  ],
  ...more,
});

test('files balance to the cent, hold no cell that breaks out of its place, and are the same each time', () => {
  const entries = [entry({}), entry({ position: 2, customerName: '=cmd()', lines: [] })];
  const [csv, iif, journal] = FILE_FORMATS.map((format) => postingFile(7, format, entries).content) as [
    string,
    string,
    string,
  ];
  expect(csv).toContain('10000000000.00,10000000000.00');
  expect(csv).toContain(`"'=cmd()"`);
  const rows = iif.split('\r\n').map((row) => row.split('\t'));
  const moved = rows.filter(([first]) => first === 'TRNS' || first === 'SPL');
  expect(moved.map((row) => [row.length, row[6]])).toEqual([
    [9, '10000000000.00'],
    [9, '-10000000000.00'],
  ]);
  expect(moved[0]!.slice(1, 5)).toEqual([
    'GENERAL JOURNAL',
    '11/20/2026',
    '1200 Receivables',
    'Maria Mia Lopez',
  ]);
  expect(journal.split('\r\n')).toHaveLength(4);
  expect(FILE_FORMATS.map((format) => postingFile(7, format, entries).content)).toEqual([csv, iif, journal]);
  expect(accountSums(entries).map(({ account, cents: moves }) => [account, moves])).toEqual([
    ['1200', 1_000_000_000_000],
    ['4000', -1_000_000_000_000],
  ]);
});
