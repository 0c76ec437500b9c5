import { expect, it } from 'vitest';
import { quantity } from '#domain/money.ts';
import type { Receipt } from '#domain/purchasing/purchase-order.ts';
import { receiptSaid } from './said.ts';

const receipt = (lines: number, rest: Partial<Receipt> = {}) =>
  ({
    number: 2,
    receivedOn: '2026-11-20',
    vendorInvoiceNumber: 'INV-7',
    canceled: null,
    lines: Array.from({ length: lines }, (_, index) => ({ quantity: quantity((index + 1) * 10_000) })),
    ...rest,
  }) as unknown as Receipt;

it.each([
  [1, '1 line: 1'],
  [5, '5 lines: 1, 2, 3, 4, 5'],
  [300, '300 lines: 1, 2, 3, 4, 5 …and 295 more'],
])('a receipt of %i lines names the first few quantities in the history', (lines, said) => {
  expect(receiptSaid(receipt(lines))).toBe(`Receipt 2 of 2026-11-20, invoice INV-7, ${said}`);
});

it('a canceled one says so, and no quantity', () => {
  const canceled = receipt(3, { canceled: {} as NonNullable<Receipt['canceled']>, vendorInvoiceNumber: '' });
  expect(receiptSaid(canceled)).toBe('Receipt 2 of 2026-11-20, canceled');
});
