/** A customer's whole account worked by the rules alone, in any order of steps: no cent is lost, and none is used twice. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { creditAbout } from '../invoices/credit.ts';
import { addCents, type Cents, cents, negateCents, rateFromPercent, sumCents, taxOf } from '../money.ts';
import { oldestFirst } from '../oldest-first.ts';
import { decideApplications, decideUnapplying } from '../receivables/applying.ts';
import { type DocumentRef, keyOf } from '../receivables/ledger.ts';
import { decideRemainder } from '../receivables/write-off.ts';
import { addDays, type Day, instant } from '../time.ts';
import { Books, FIRST } from './books.fixture.ts';
import { decideBounce, decideRefund, decideVoid } from './closing.ts';
import { totalsOn } from './payment.ts';

const STAMP = { by: 1, at: instant('2026-06-01T12:00:00Z') };
const ABOUT = {
  customerId: 1,
  businessUnitId: 1,
  currency: 'USD',
  jobId: null,
  projectId: null,
  locationId: null,
  billToName: '',
  billToStreet: '',
  billToUnit: '',
  billToCity: '',
  billToState: '',
  billToZip: '',
  billToCountry: '',
};

const pick = <T>(all: readonly T[], index: number): T | undefined => all[index % Math.max(1, all.length)];
const share = (amount: number, percent: number): Cents =>
  cents(Math.max(1, taxOf(cents(amount), rateFromPercent(String(percent)))));
type Step = {
  readonly type: string;
  readonly a: number;
  readonly b: number;
  readonly percent: number;
  readonly amount: number;
  readonly days: number;
};

const STEPS: Readonly<Record<string, (books: Books, step: Step, today: Day) => void>> = {
  invoice: (books, { amount }, today) => void books.invoice(today, cents(amount)),
  take(books, { a, amount, percent }, today) {
    const payment = books.taken(cents(amount), today);
    const to = pick([...books.invoices.keys()], a);
    if (to === undefined) return;
    const ref = { kind: 'invoice', id: to } as const;
    const paid = share(Math.min(amount, Math.max(1, books.balance(ref))), percent);
    const before = books.balance(ref);
    if (!books.apply({ kind: 'payment', id: payment.id }, ref, paid)) return;
    const left = decideRemainder({ number: to, cents: before }, paid);
    if (!left.ok || left.value === 0) return;
    // What hardly pays a letter is written off with it.
    const words = {
      kind: 'WriteOff',
      id: books.next(),
      itemId: 0,
      number: 0,
      on: today,
      cents: left.value,
    } as const;
    const rest = { description: '', memo: '', glAccountId: null, ofPaymentId: null };
    const { openCents, invoice } = creditAbout({ ...ABOUT, id: to }, { ...words, ...rest });
    books.invoice(today, openCents, invoice.id);
    expect(books.apply({ kind: 'invoice', id: invoice.id }, ref, left.value)).toBe(true);
    expect(books.balance(ref)).toBe(0);
  },
  apply(books, { a, b, percent }) {
    const all = [...books.documents().values()];
    const from = pick(
      all.filter((one) => one.cents < 0),
      a,
    );
    const to = pick(
      all.filter((one) => one.cents > 0),
      b,
    );
    if (from && to) books.apply(from, to, share(Math.min(-from.cents, to.cents), percent));
  },
  /** The oldest first, as far as it goes. */
  spread(books, { amount }, today) {
    const { id } = books.taken(cents(amount), today);
    const open = [...books.documents().values()].filter((one) => one.cents > 0);
    const amounts = open.map((one) => ({ id: one.id, dueDate: one.on, cents: one.cents }));
    const refs = new Map(open.map((one): [number, DocumentRef] => [one.id, { kind: one.kind, id: one.id }]));
    const wanted = oldestFirst(amounts, cents(amount)).map((line) => ({
      from: { kind: 'payment', id } as const,
      to: refs.get(line.id)!,
      cents: line.cents,
    }));
    expect(books.applyAll(wanted)).toBe(true);
  },
  /** Each may fit by itself; both have to fit together. */
  twice(books, { a, b, percent }) {
    const all = [...books.documents().values()];
    const from = pick(
      all.filter((one) => one.cents < 0),
      a,
    );
    const to = pick(
      all.filter((one) => one.cents > 0),
      b,
    );
    if (!from || !to) return;
    const most = Math.min(-from.cents, to.cents);
    const one = { from, to, cents: share(most, percent) };
    expect(books.applyAll([one, one])).toBe(2 * one.cents <= most);
  },
  unapply(books, { a }, today) {
    const application = pick(books.standing, a);
    if (!application) return;
    const decision = decideUnapplying([application], books.documents(), today, null);
    if (decision.ok) books.undo([application], decision.value.undone[0]!.entries);
  },
  move(books, { a, b }, today) {
    const application = pick(books.standing, a);
    const to = pick([...books.invoices.keys()], b);
    if (!application || to === undefined) return;
    const back = decideUnapplying([application], books.documents(), today, null);
    if (!back.ok) return;
    const wanted = {
      from: application.from,
      to: { kind: 'invoice', id: to } as const,
      cents: application.cents,
    };
    if (!decideApplications([wanted], back.value.documents, null).ok) return;
    books.undo([application], back.value.undone[0]!.entries);
    expect(books.apply(wanted.from, wanted.to, wanted.cents)).toBe(true);
  },
  refund(books, { a, b, percent }, today) {
    const source = pick([...books.payments.values()], a);
    if (!source) return;
    const ref = { kind: 'payment', id: source.id } as const;
    const onInvoices = books.standing.filter(
      ({ from, to }) => keyOf(from) === keyOf(ref) && to.kind === 'invoice',
    );
    const refunds = [...books.payments.values()]
      .filter(({ ofPaymentId }) => ofPaymentId === source.id)
      .map(({ amountCents, voided }) => ({ cents: -amountCents, isVoid: voided !== null }));
    const line = b % 2 === 0 ? pick(onInvoices, b) : undefined;
    const amount = share(source.amountCents, percent);
    const paid = line ? { appliedCents: line.cents, givenBackCents: cents(0) } : null;
    const card = { payment: source, openCents: books.balance(ref) };
    if (!decideRefund(card, { cents: amount, paidOn: today }, refunds, paid, { today, openFrom: null }).ok)
      return;
    const more = { kind: 'Refund', refundReason: 'Other', ofPaymentId: source.id } as const;
    const back = books.taken(negateCents(amount), today, more);
    const from = line ? ({ kind: 'invoice', id: books.invoice(today, negateCents(amount)) } as const) : ref;
    expect(books.apply(from, { kind: 'payment', id: back.id }, amount)).toBe(true);
    const givenBack = sumCents([amount, ...refunds.map((one) => cents(one.isVoid ? 0 : one.cents))]);
    expect(givenBack).toBeLessThanOrEqual(source.amountCents);
  },
  bounce(books, { a, days }, today) {
    const payment = pick([...books.payments.values()], a);
    if (!payment) return;
    const ref = { kind: 'payment', id: payment.id } as const;
    const own = books.standing.filter(({ from }) => keyOf(from) === keyOf(ref));
    const on = addDays(today, -days);
    const card = { payment, openCents: books.balance(ref) };
    const decision = decideBounce(card, own, { on, memo: '', today, openFrom: null }, STAMP);
    if (!decision.ok) return;
    books.undo(
      own,
      decision.value.undone.flatMap(({ entries }) => entries),
    );
    books.put(decision.value.payment);
    expect(books.balance(ref)).toBe(0);
  },
  void(books, { a }) {
    const payment = pick([...books.payments.values()], a);
    if (!payment) return;
    const card = { payment, openCents: books.balance({ kind: 'payment', id: payment.id }) };
    const decision = decideVoid(card, STAMP, '', null);
    if (decision.ok) books.put(decision.value);
  },
};

const step = fc.record({
  type: fc.constantFrom(...Object.keys(STEPS), 'apply', 'take'),
  a: fc.nat(20),
  b: fc.nat(20),
  percent: fc.integer({ min: 1, max: 100 }),
  amount: fc.oneof(fc.integer({ min: 1, max: 100_000 }), fc.constantFrom(1, 1_000_000_000_000)),
  days: fc.integer({ min: 0, max: 20 }),
});

test('in any order of steps the balances are the documents’ totals less what stands applied, and no side crosses over', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const books = new Books();
      books.invoice(FIRST, cents(10_000));
      books.invoice(FIRST, cents(25_000));
      for (const one of steps) STEPS[one.type]!(books, one, books.today(one.days));
      const totals = [
        ...[...books.invoices.values()].map(({ total }) => total),
        ...[...books.payments.values()].flatMap((payment) => [...totalsOn(payment).values()]),
      ];
      const documents = [...books.documents().values()];
      expect(sumCents(documents.map((one) => one.cents))).toBe(sumCents(totals));
      expect(sumCents(books.entries.map((one) => one.cents))).toBe(sumCents(totals));
      for (const document of documents) {
        const total =
          document.kind === 'invoice'
            ? books.invoices.get(document.id)!.total
            : sumCents([...totalsOn(books.payments.get(document.id)!).values()]);
        const used = books.standing.map(({ from, to, cents: of }) =>
          keyOf(to) === keyOf(document) ? negateCents(of) : keyOf(from) === keyOf(document) ? of : cents(0),
        );
        expect(document.cents).toBe(addCents(total, sumCents(used)));
        // Whatever is left is on the side the document is on.
        expect(Math.sign(document.cents) * Math.sign(total)).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 1_000 },
  );
});
