import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents, sumCents } from '../money.ts';
import { addDays, day } from '../time.ts';
import { balanceOn, type DocumentRef, type Entry, entriesOf } from './ledger.ts';
import { balanceForward, closingOf, openItems } from './statement.ts';

const FIRST = day('2026-01-01');
const DOCUMENTS: readonly DocumentRef[] = [1, 2, 3, 4].flatMap((id) => [
  { kind: 'invoice', id },
  { kind: 'payment', id },
]);
const dayIn = fc.integer({ min: 0, max: 60 }).map((days) => addDays(FIRST, days));
const amount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map(cents);
const documentIn = fc.constantFrom(...DOCUMENTS);

const total = fc
  .record({ document: documentIn, cents: amount, effectiveOn: dayIn })
  .map((one): Entry[] => [{ ...one, cause: 'Total', applicationId: null }]);
/** Now and then one whose other side is on another account. */
const application = fc
  .record({
    id: fc.integer({ min: 1, max: 30 }),
    from: documentIn,
    to: documentIn,
    cents: amount,
    effectiveOn: dayIn,
    isHalf: fc.boolean(),
  })
  .map(({ isHalf, ...one }): Entry[] => entriesOf(one).slice(0, isHalf ? 1 : 2));
const ledger = fc.array(fc.oneof(total, application), { maxLength: 40 }).map((parts) => parts.flat());

test('whatever was entered: opening and lines come to the closing, which is the ledger’s balance of that day', () => {
  fc.assert(
    fc.property(ledger, dayIn, dayIn, (entries, from, asOf) => {
      const told = balanceForward(entries, from, asOf);
      const balances = DOCUMENTS.map((document) => balanceOn(entries, document, asOf));
      const before = DOCUMENTS.map((document) => balanceOn(entries, document, addDays(from, -1)));
      expect(told.openingCents).toBe(sumCents(before));
      expect(told.closingCents).toBe(sumCents([told.openingCents, ...told.lines.map((line) => line.cents)]));
      expect(closingOf(entries, asOf)).toBe(sumCents(balances));
      if (from <= asOf) expect(told.closingCents).toBe(sumCents(balances));
      expect(told.lines.at(-1)?.balanceCents ?? told.openingCents).toBe(told.closingCents);
    }),
  );
});

test('open items are the documents with a balance, each with its own, and come to the same closing', () => {
  fc.assert(
    fc.property(ledger, dayIn, (entries, asOf) => {
      const items = openItems(entries, asOf);
      for (const { document, balanceCents } of items) {
        expect(balanceCents).toBe(balanceOn(entries, document, asOf));
      }
      const open = DOCUMENTS.filter((document) => balanceOn(entries, document, asOf) !== 0);
      expect(items).toHaveLength(open.length);
      expect(sumCents(items.map(({ balanceCents }) => balanceCents))).toBe(closingOf(entries, asOf));
    }),
  );
});

test('the day after a statement begins where it ended', () => {
  fc.assert(
    fc.property(ledger, dayIn, (entries, asOf) => {
      const next = balanceForward(entries, addDays(asOf, 1), addDays(asOf, 30));
      expect(next.openingCents).toBe(balanceForward(entries, FIRST, asOf).closingCents);
    }),
  );
});

test('a payment applied to its invoice is two lines, not four', () => {
  const invoice: DocumentRef = { kind: 'invoice', id: 1 };
  const payment: DocumentRef = { kind: 'payment', id: 1 };
  const entries: Entry[] = [
    { document: invoice, cause: 'Total', cents: cents(500), effectiveOn: FIRST, applicationId: null },
    {
      document: payment,
      cause: 'Total',
      cents: cents(-300),
      effectiveOn: addDays(FIRST, 3),
      applicationId: null,
    },
    ...entriesOf({ id: 9, from: payment, to: invoice, cents: cents(300), effectiveOn: addDays(FIRST, 3) }),
  ];
  expect(balanceForward(entries, FIRST, addDays(FIRST, 9)).lines).toEqual([
    { document: invoice, on: FIRST, cents: 500, balanceCents: 500 },
    { document: payment, on: addDays(FIRST, 3), cents: -300, balanceCents: 200 },
  ]);
});
