import { expect, it } from 'vitest';
import type { Setup } from '#contract/setup.ts';
import { valueText } from './value-text.ts';

it('a history tells why an undone booking was canceled in words', () => {
  const canceled = {
    reasonId: null,
    code: 'booking.undone',
    memo: '',
    by: 3,
    at: '2026-11-21T14:00:00.000Z',
  };
  const wording = { setup: {} as Setup, zone: 'America/New_York' };
  expect(valueText('canceled', canceled, wording)).toBe('Booking undone');
});

it('a history says the reason before what was written beside it, and nothing filled in as none', () => {
  const setup = { reasons: [{ id: 7, name: 'Customer not home' }] } as unknown as Setup;
  const wording = { setup, zone: 'America/New_York' };
  expect(valueText('held', { memo: 'called twice', reasonId: 7 }, wording)).toBe(
    'Customer not home, called twice',
  );
  expect(valueText('customFields', {}, wording)).toBe('none');
});

it('of the books: a tax rate in percent, an approval limit as money', () => {
  const wording = { setup: {} as Setup, zone: 'America/New_York' };
  expect(valueText('rate', 88_750, wording)).toBe('8.875 %');
  expect(valueText('limitCents', 250_000, wording)).toBe('2,500.00');
  expect(valueText('limitCents', null, wording)).toBe('none');
});

it('of a vendor: shares as percentages, how orders go out in words', () => {
  const wording = { setup: {} as Setup, zone: 'America/New_York' };
  expect(valueText('defaultTaxRate', 62_500, wording)).toBe('6.25 %');
  expect(valueText('priceTolerance', 0, wording)).toBe('0 %');
  expect(valueText('deliveryOption', 'EmailAsPdfRollupView', wording)).toBe('E-mail, PDF rolled up');
});

it('of a SKU: its code as it is, costs and levels with their places', () => {
  const wording = { setup: {} as Setup, zone: 'America/New_York' };
  expect(valueText('code', 'PUMP-1', wording)).toBe('PUMP-1');
  expect(valueText('cost', 8_725, wording)).toBe('0.8725');
  expect(valueText('least', 25_000, wording)).toBe('2.5');
});
