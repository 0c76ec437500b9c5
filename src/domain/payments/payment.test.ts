/** Customers' payments (domain-rules §8): the table, cell by cell, and what else has to hold. */
import { expect, test } from 'vitest';
import { cents } from '../money.ts';
import { day, instant } from '../time.ts';
import { decideBounce, decideRefund, decideVoid } from './closing.ts';
import {
  type CustomerPayment,
  decidePaymentEdit,
  PAYMENT_COMMANDS,
  PAYMENT_STATES,
  type PaymentCommand,
  type PaymentState,
  paymentGate,
  paymentState,
  refundableOf,
  shownKind,
  totalsOn,
} from './payment.ts';
import { decideTaking } from './taking.ts';

/** §8's table a second time, by hand: a change of it has to be made twice. */
const ALLOWED: Readonly<Record<PaymentCommand, readonly PaymentState[]>> = {
  edit: ['Pending'],
  editMemo: ['Pending', 'Posted'],
  apply: ['Pending', 'Posted', 'Exported'],
  unapply: ['Pending', 'Posted', 'Exported'],
  move: ['Pending', 'Posted', 'Exported'],
  refund: ['Pending', 'Posted', 'Exported'],
  bounce: ['Pending', 'Posted', 'Exported'],
  post: ['Pending'],
  unpost: ['Posted'],
  void: ['Pending'],
};
const STAMP = { by: 1, at: instant('2026-11-20T15:00:00Z') };
const TAKEN = day('2026-11-10');
const TODAY = day('2026-11-20');
const payment = (more: Partial<CustomerPayment> = {}): CustomerPayment => ({
  id: 1,
  number: 1001,
  kind: 'Payment',
  customerId: 1,
  businessUnitId: 1,
  paymentTypeId: 1,
  paidOn: TAKEN,
  currency: 'USD',
  amountCents: cents(1_000),
  syncStatus: 'Pending',
  voided: null,
  bounced: null,
  refundReason: null,
  ofPaymentId: null,
  ...more,
});
const IN: Readonly<Record<PaymentState, Partial<CustomerPayment>>> = {
  Pending: {},
  Posted: { syncStatus: 'Posted' },
  Exported: { syncStatus: 'Exported' },
  Bounced: { syncStatus: 'Posted', bounced: { ...STAMP, memo: '', on: TODAY } },
  Void: { voided: { ...STAMP, memo: '' } },
};
const card = (more: Partial<CustomerPayment> = {}, openCents = -1_000) => ({
  payment: payment(more),
  openCents: cents(openCents),
});
const codeOf = (decision: { ok: boolean; refusal?: { code: string } }) => decision.refusal?.code ?? 'ok';

test.each(PAYMENT_STATES.flatMap((state) => PAYMENT_COMMANDS.map((command) => [state, command] as const)))(
  '%s: %s',
  (state, command) => {
    expect(paymentState(payment(IN[state]))).toBe(state);
    const refusal = paymentGate(card(IN[state]), command);
    expect(refusal?.code ?? 'ok').toBe(ALLOWED[command].includes(state) ? 'ok' : 'payment.not_in_status');
  },
);

test('void only where nothing is applied of it, and not where its day is closed; a refund is neither given back nor bounces', () => {
  expect(codeOf(decideVoid(card(), STAMP, '', null))).toBe('ok');
  expect(codeOf(decideVoid(card({}, -999), STAMP, '', null))).toBe('payment.applied');
  expect(codeOf(decideVoid(card(), STAMP, '', TODAY))).toBe('period.day_closed');
  const refund = card({ kind: 'Refund', amountCents: cents(-1_000) }, 1_000);
  expect(paymentGate(refund, 'refund')?.code).toBe('payment.is_refund');
  expect(paymentGate(refund, 'bounce')?.code).toBe('payment.is_refund');
});

test('posted, only its memo is edited; its amount stays at or above what is used, its day before it is applied', () => {
  const edit = (changes: object, more: object = {}, openCents = -400) =>
    codeOf(decidePaymentEdit(card(more, openCents), changes, { appliedSince: day('2026-11-12') }));
  expect(edit({ memo: 'Late' }, { syncStatus: 'Posted' })).toBe('ok');
  expect(edit({ memo: 'Late', reference: '7' }, { syncStatus: 'Posted' })).toBe('payment.not_in_status');
  expect(edit({ memo: 'Late' }, { syncStatus: 'Exported' })).toBe('payment.not_in_status');
  expect(edit({ amountCents: cents(600) })).toBe('ok');
  expect(edit({ amountCents: cents(599) })).toBe('payment.below_used');
  expect(edit({ paidOn: day('2026-11-12') })).toBe('ok');
  expect(edit({ paidOn: day('2026-11-13') })).toBe('payment.applied_since');
  const refund = { kind: 'Refund', amountCents: cents(-1_000) };
  expect(edit({ amountCents: cents(500) }, refund, 1_000)).toBe('payment.is_refund');
});

test('taken today or before, not in a closed period, for no more than it comes to, and for their own work', () => {
  const take = (more: object, work: object[] = [], openFrom: string | null = null) =>
    codeOf(
      decideTaking(
        { customerId: 1, paidOn: TAKEN, amountCents: cents(500), lines: [{ cents: cents(500) }], ...more },
        work as never,
        TODAY,
        openFrom === null ? null : day(openFrom),
      ),
    );
  expect(take({})).toBe('ok');
  expect(take({ paidOn: day('2026-11-21') })).toBe('payment.in_future');
  expect(take({}, [], '2026-11-11')).toBe('period.day_closed');
  expect(take({ amountCents: cents(499) })).toBe('payment.over_applied');
  expect(take({}, [{ customerId: 2, billToCustomerId: 1 }])).toBe('ok');
  expect(take({}, [{ customerId: 2, billToCustomerId: 2 }])).toBe('payment.other_customers_work');
});

test('bounced, it was paid until that day; void, it never was', () => {
  const applied = [
    {
      id: 1,
      from: { kind: 'payment', id: 1 },
      to: { kind: 'invoice', id: 2 },
      cents: cents(300),
      effectiveOn: TAKEN,
    },
  ] as const;
  const bounce = (on: string, openFrom: string | null = null) =>
    decideBounce(
      card(),
      applied,
      { on: day(on), memo: '', today: TODAY, openFrom: openFrom === null ? null : day(openFrom) },
      STAMP,
    );
  expect(codeOf(bounce('2026-11-21'))).toBe('payment.in_future');
  expect(codeOf(bounce('2026-11-09'))).toBe('payment.before_taken');
  const decision = bounce('2026-11-15');
  if (!decision.ok) throw new Error('refused');
  expect(decision.value.undone[0]!.entries.map(({ effectiveOn, cents: of }) => [effectiveOn, of])).toEqual([
    ['2026-11-15', -300],
    ['2026-11-15', 300],
  ]);
  expect([...totalsOn(decision.value.payment)]).toEqual([
    [TAKEN, -1_000],
    ['2026-11-15', 1_000],
  ]);
  const late = bounce('2026-11-15', '2026-11-18');
  expect(late.ok && late.value.payment.bounced?.on).toBe('2026-11-18');
  expect([...totalsOn(payment(IN.Void))]).toEqual([]);
});

test('what goes back is no more than was collected, than is free, or than it paid of the invoice', () => {
  const back = (amount: number, openCents: number, refunds: object[], ofInvoice: [number, number] | null) =>
    codeOf(
      decideRefund(
        card({}, openCents),
        { cents: cents(amount), paidOn: TODAY },
        refunds as never,
        ofInvoice && { appliedCents: cents(ofInvoice[0]), givenBackCents: cents(ofInvoice[1]) },
        { today: TODAY, openFrom: null },
      ),
    );
  expect(back(1_000, -1_000, [], null)).toBe('ok');
  expect(back(401, -400, [], null)).toBe('payment.refund_too_much');
  expect(back(600, 0, [], [600, 0])).toBe('ok');
  expect(back(600, 0, [], [600, 1])).toBe('payment.refund_too_much');
  expect(back(301, 0, [{ cents: 700, isVoid: false }], [1_000, 0])).toBe('payment.refund_too_much');
  expect(refundableOf(payment(), [{ cents: 700, isVoid: true }])).toBe(1_000);
  expect(refundableOf(payment(IN.Bounced), [])).toBe(0);
});

test('it is called by what it was applied to', () => {
  const due = (dueDate: string) => ({ invoiceDate: TAKEN, dueDate: day(dueDate) });
  expect(shownKind(payment(), [])).toBe('Unapplied');
  expect(shownKind(payment(), [due('2026-11-10')])).toBe('DueOnReceipt');
  expect(shownKind(payment(), [due('2026-12-10')])).toBe('Term');
  expect(shownKind(payment(), [due('2026-12-10'), due('2026-11-10')])).toBe('MultiInvoice');
  expect(shownKind(payment({ kind: 'Deposit' }), [due('2026-12-10')])).toBe('Deposit');
});
