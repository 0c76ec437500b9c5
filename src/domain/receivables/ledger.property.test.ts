import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addCents, type Cents, cents, negateCents, rate, sumCents, taxOf } from '../money.ts';
import { addDays, type Day, day } from '../time.ts';
import {
  type Application,
  balanceOn,
  type DocumentRef,
  decideApplication,
  type Entry,
  entriesOf,
  keyOf,
  reversalOf,
  totalEntries,
} from './ledger.ts';

/** A customer's books, worked with the rules alone: documents with what they come to, and every entry there is. */
type Books = {
  documents: { ref: DocumentRef; total: Cents; on: Day }[];
  standing: Application[];
  entries: Entry[];
};
const FIRST = day('2026-01-01');
const LAST = day('2027-12-31');

const balanceOf = (books: Books, ref: DocumentRef, on: Day = LAST) => balanceOn(books.entries, ref, on);

function setTotal(books: Books, ref: DocumentRef, total: Cents, on: Day): void {
  const standing = new Map<Day, Cents>();
  for (const one of books.entries) {
    if (one.cause !== 'Total' || keyOf(one.document) !== keyOf(ref)) continue;
    standing.set(one.effectiveOn, addCents(standing.get(one.effectiveOn) ?? cents(0), one.cents));
  }
  books.entries.push(...totalEntries(ref, new Map([[on, total]]), standing));
  const known = books.documents.find((one) => keyOf(one.ref) === keyOf(ref));
  if (known) Object.assign(known, { total, on });
  else books.documents.push({ ref, total, on });
}

function apply(books: Books, fromIndex: number, toIndex: number, share: number, openFrom: Day | null): void {
  const pick = (index: number) => books.documents[index % Math.max(1, books.documents.length)];
  const [from, to] = [pick(fromIndex), pick(toIndex)];
  if (!from || !to) return;
  const open = ({ ref, on }: typeof from) => ({
    ...ref,
    number: ref.id,
    customerId: 1,
    currency: 'USD',
    on,
    cents: balanceOf(books, ref),
  });
  const part = Math.abs(taxOf(balanceOf(books, to.ref), rate(share * 10_000)));
  const amount = cents(Math.max(1, part));
  const before = [balanceOf(books, from.ref), balanceOf(books, to.ref)] as const;
  const decision = decideApplication(open(from), open(to), amount, openFrom);
  if (!decision.ok) return;
  const application = {
    id: books.entries.length + 1,
    from: from.ref,
    to: to.ref,
    cents: amount,
    effectiveOn: decision.value.effectiveOn,
  };
  books.standing.push(application);
  books.entries.push(...entriesOf(application));
  // Neither crosses over: a credit stays a credit or comes to nothing, and so does a debit.
  expect(before[0] + amount).toBeLessThanOrEqual(0);
  expect(before[1] - amount).toBeGreaterThanOrEqual(0);
  if (openFrom) expect(application.effectiveOn >= openFrom).toBe(true);
}

function takeBack(books: Books, index: number, today: Day, inBooks: boolean): void {
  const application = books.standing[index % Math.max(1, books.standing.length)];
  if (!application) return;
  books.standing = books.standing.filter((one) => one !== application);
  books.entries.push(...reversalOf(application, today, { inBooks, openFrom: null }));
}

const amount = fc.oneof(
  fc.integer({ min: -100_000, max: 100_000 }),
  fc.constantFrom(1, -1, 1_000_000_000_000, -1_000_000_000_000),
);
const dayIn = fc.integer({ min: 0, max: 400 }).map((days) => addDays(FIRST, days));
const step = fc.oneof(
  fc.record({
    type: fc.constant('total' as const),
    document: fc.integer({ min: 1, max: 8 }),
    amount,
    on: dayIn,
  }),
  fc.record({
    type: fc.constant('apply' as const),
    from: fc.nat(20),
    to: fc.nat(20),
    share: fc.integer({ min: 1, max: 100 }),
    openFrom: fc.option(dayIn),
  }),
  fc.record({ type: fc.constant('back' as const), index: fc.nat(20), today: dayIn, inBooks: fc.boolean() }),
);

test('whatever is applied and taken back in whatever order, the balances come to the documents’ totals on every day', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), dayIn, (steps, asOf) => {
      const books: Books = { documents: [], standing: [], entries: [] };
      for (const one of steps) {
        if (one.type === 'total') {
          const kind = one.amount > 0 ? 'invoice' : 'payment';
          // What something is applied to keeps its total here; the rule that says so is the invoice's own.
          const isUsed = books.standing.some(({ from, to }) =>
            [from, to].some((ref) => ref.id === one.document),
          );
          if (!isUsed && !books.documents.some(({ ref }) => ref.id === one.document && ref.kind !== kind)) {
            setTotal(books, { kind, id: one.document }, cents(one.amount), one.on);
          }
        } else if (one.type === 'apply') apply(books, one.from, one.to, one.share, one.openFrom);
        else takeBack(books, one.index, one.today, one.inBooks);
      }
      const due = (on: Day) =>
        sumCents(books.documents.filter((one) => one.on <= on).map(({ total }) => total));
      for (const on of [asOf, addDays(asOf, 90), LAST]) {
        const balances = books.documents.map(({ ref }) => balanceOf(books, ref, on));
        expect(sumCents(balances)).toBe(due(on));
      }
      // By the end every document is its total less what stands applied to it.
      for (const { ref, total } of books.documents) {
        const applied = books.standing.map(({ from, to, cents: moved }) =>
          keyOf(to) === keyOf(ref) ? moved : keyOf(from) === keyOf(ref) ? negateCents(moved) : cents(0),
        );
        expect(balanceOf(books, ref)).toBe(total - sumCents(applied));
      }
    }),
    { numRuns: 2_000 },
  );
});

test('an application that is in no books leaves no day with a trace; one that is leaves its own day alone', () => {
  const application: Application = {
    id: 1,
    from: { kind: 'payment', id: 1 },
    to: { kind: 'invoice', id: 2 },
    cents: cents(500),
    effectiveOn: day('2026-03-01'),
  };
  const today = day('2026-04-10');
  const of = (inBooks: boolean, openFrom: Day | null) =>
    reversalOf(application, today, { inBooks, openFrom }).map(({ effectiveOn }) => effectiveOn);
  expect(of(false, null)).toEqual(['2026-03-01', '2026-03-01']);
  expect(of(true, null)).toEqual(['2026-04-10', '2026-04-10']);
  expect(of(false, day('2026-04-01'))).toEqual(['2026-04-01', '2026-04-01']);
});

test('refuses what crosses customers, currencies or sides', () => {
  const credit = {
    kind: 'payment',
    id: 1,
    number: 10,
    customerId: 1,
    currency: 'USD',
    on: FIRST,
    cents: cents(-300),
  } as const;
  const debit = {
    kind: 'invoice',
    id: 2,
    number: 20,
    customerId: 1,
    currency: 'USD',
    on: FIRST,
    cents: cents(200),
  } as const;
  const codeOf = (from: object, to: object, asked: number) => {
    const decision = decideApplication({ ...credit, ...from }, { ...debit, ...to }, cents(asked), null);
    return decision.ok ? null : decision.refusal.code;
  };
  expect(codeOf({}, {}, 200)).toBeNull();
  expect(codeOf({}, {}, 201)).toBe('application.too_much');
  expect(codeOf({}, {}, 0)).toBe('application.too_much');
  expect(codeOf({}, { customerId: 2 }, 1)).toBe('application.other_customer');
  expect(codeOf({}, { currency: 'CAD' }, 1)).toBe('application.other_currency');
  expect(codeOf({ cents: cents(0) }, {}, 1)).toBe('application.nothing_open');
  expect(codeOf({}, { cents: cents(-5) }, 1)).toBe('application.nothing_open');
});
