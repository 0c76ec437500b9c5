import { describe, expect, test } from 'vitest';
import { day } from '#domain/time.ts';
import type { OpenRow } from '../open-look.tsx';
import { takenSentence } from './taken-sentence.ts';
import { reckon } from './taking.ts';

const TODAY = day('2026-11-23');
const invoice = (id: number, openCents: number): OpenRow => ({
  kind: 'invoice',
  id,
  number: 1000 + id,
  invoiceKind: 'Job',
  paymentKind: null,
  businessUnitId: 1,
  currency: 'USD',
  on: day('2026-10-01'),
  dueDate: day('2026-10-31'),
  reference: '',
  jobNumber: 7,
  street: '12 Main St',
  syncStatus: 'Pending',
  totalCents: openCents,
  openCents,
});
const ROWS = [invoice(1, 50_000), invoice(2, 30_000)];
const of = (typed: Record<number, string>, amount = '', paidOn = TODAY) =>
  reckon(ROWS, typed, { customerId: 9, paidOn, amount }, TODAY);
const said = (typed: Record<number, string>, amount = '') =>
  takenSentence(of(typed, amount), 'USD', 'Maria Lopez');

describe('what is typed beside open invoices', () => {
  test('without an amount the payment is as much as is ticked; with one the rest stays as credit', () => {
    expect(of({ 1: '500', 2: '100' })).toMatchObject({ amountCents: 60_000, leftCents: 0 });
    expect(of({ 1: '500' }, '620.50')).toMatchObject({ amountCents: 62_050, leftCents: 12_050 });
    expect(said({})).toBe('Type what was paid, or tick the invoices it pays.');
    expect(said({ 1: '500', 2: '100' })).toBe('$600.00 of Maria Lopez for 2 invoices.');
    expect(said({ 1: '500' }, '620.50')).toBe(
      '$620.50 of Maria Lopez, $500.00 of it for 1 invoice; $120.50 stays as credit.',
    );
    expect(said({}, '75')).toBe('$75.00 of Maria Lopez stays as credit.');
  });

  test('more than is open is refused at its invoice, more than was paid of all together', () => {
    const over = of({ 1: '500.01', 2: '300' });
    expect([...over.refused]).toEqual([
      [1, { code: 'application.too_much', params: expect.objectContaining({ mostCents: 50_000 }) }],
    ]);
    expect(of({ 1: '500', 2: '300' }, '799.99').whole?.code).toBe('payment.over_applied');
    expect(said({ 1: '500', 2: '300' }, '799.99')).toBe(
      '$799.99 of Maria Lopez, but $800.00 for 2 invoices.',
    );
    expect(of({ 1: '500' }, '500', day('2026-11-24')).whole?.code).toBe('payment.in_future');
  });

  test('what cannot be read as an amount is told, and is no amount', () => {
    expect(of({ 1: 'five', 2: '300' })).toMatchObject({ unread: new Set([1]), appliedCents: 30_000 });
    expect(of({ 1: '500' }, 'much').amountCents).toBeUndefined();
    expect(of({ 1: '0' }).lines).toEqual([]);
  });
});
