import { describe, expect, it } from 'vitest';
import type { OrderCardView } from '#contract/purchase-order.ts';
import type { ReturnCardView } from '#contract/vendor-return.ts';
import { checkReturn, figuresOf } from './return-check.ts';
import {
  linesToSend,
  type ReturnHead,
  type ReturnRow,
  rowsOfOrder,
  rowWithCode,
  withAll,
} from './return-draft.ts';

const line = (id: number, skuCode: string, more: object = {}) => ({
  id,
  skuId: id + 100,
  skuCode,
  description: skuCode.toLowerCase(),
  vendorPartNumber: '',
  cost: 500_000,
  unit: 'each',
  stocked: true,
  serialized: false,
  active: true,
  ...more,
});
/** Four pumps, most of them on the truck, two heaters by number, and a visit nothing came of; one pump went back. */
const order = {
  order: { inventoryLocationId: 4 },
  lines: [
    line(11, 'PUMP', { vendorPartNumber: 'V-99' }),
    line(12, 'HEATER', { serialized: true }),
    line(13, 'VISIT'),
  ],
  receipts: [
    { lines: [{ lineId: 11, inventoryLocationId: 4, quantity: 10_000, serials: [] }] },
    {
      lines: [
        { lineId: 11, inventoryLocationId: 5, quantity: 30_000, serials: [] },
        { lineId: 12, inventoryLocationId: 4, quantity: 20_000, serials: ['S-1', 'S-2'] },
      ],
    },
  ],
  asking: { returned: [{ lineId: 11, quantity: 10_000 }] },
} as unknown as OrderCardView;
const HEAD: ReturnHead = { typeId: 1, fee: '', reason: '', memo: '' };
const typed = (changes: Readonly<Record<string, Partial<ReturnRow>>>, rows = rowsOfOrder(order, null)) =>
  rows.map((row) => ({ ...row, ...changes[row.code ?? ''] }));

describe('a return while it is typed', () => {
  it('offers what came and is on no other return, from where most of it was put', () => {
    expect(
      rowsOfOrder(order, null).map(({ code, most, placeId, text }) => [code, most, placeId, text]),
    ).toEqual([
      ['PUMP', 30_000, 5, ''],
      ['HEATER', 20_000, 4, ''],
    ]);
  });

  it('that is changed may have as much again as it has', () => {
    const card = {
      lines: [
        { ...line(11, 'PUMP'), id: 70, lineId: 11, quantity: 10_000, inventoryLocationId: 4, serials: [] },
      ],
    } as unknown as ReturnCardView;
    const [pump] = rowsOfOrder(order, card);
    expect(pump).toMatchObject({ most: 40_000, text: '1', placeId: 4 });
  });

  it('says at every line in the wrong what is wrong with it, before anything is sent', () => {
    const rows = typed({ PUMP: { text: '5' }, HEATER: { serials: ['S-1', 'S-2', 'S-3'] } });
    const { rows: faults } = checkReturn(rows, HEAD, true);
    expect([...faults].map(([key, { code }]) => [key, code])).toEqual([
      ['line 11', 'return.too_much'],
      ['line 12', 'return.too_much'],
    ]);
  });

  it('is of something, and the vendor keeps no more than it is worth', () => {
    expect(checkReturn(typed({}), HEAD, true).whole?.code).toBe('return.nothing');
    const rows = typed({ PUMP: { text: '2' } });
    expect(checkReturn(rows, { ...HEAD, fee: '100.01' }, true).whole?.code).toBe('return.fee_above_value');
    expect(checkReturn(rows, { ...HEAD, fee: '$100' }, true).whole).toBeNull();
    expect(figuresOf(rows, { fee: '15.50' }, true)).toEqual({ value: 100_00, fee: 15_50, expected: 84_50 });
  });

  it('counts numbered units by their numbers, unless nothing is taken from stock', () => {
    const rows = typed({ HEATER: { serials: ['S-2'], text: '2' } });
    expect(linesToSend(rows, true)).toMatchObject([{ lineId: 12, quantity: 10_000, serials: ['S-2'] }]);
    expect(linesToSend(rows, false)).toMatchObject([{ lineId: 12, quantity: 20_000 }]);
  });

  it('fills in all that can go back, except of numbered units, which are scanned', () => {
    expect(withAll(rowsOfOrder(order, null), true).map(({ text }) => text)).toEqual(['3', '']);
  });

  it('knows a scanned code, ours before the vendor’s', () => {
    expect(rowWithCode(rowsOfOrder(order, null), ' pump ')?.code).toBe('PUMP');
    expect(rowWithCode(rowsOfOrder(order, null), 'v-99')?.code).toBe('PUMP');
    expect(rowWithCode(rowsOfOrder(order, null), 'nothing')).toBeUndefined();
  });
});
