import { expect, test } from 'vitest';
import { comesAtOnce } from './automatic-receipt.ts';
import { card, line, units } from './order.fixture.ts';

test('all that is open comes at once, but for what has serial numbers, is taken off or is none', () => {
  const lines = [
    line({ id: 11, quantity: units(2.5) }),
    line({ id: 12, serialized: true }),
    line({ id: 13, active: false }),
    line({ id: 14, quantity: units(0) }),
    line({ id: 15, skuId: null, stocked: false, quantity: units(1) }),
  ];
  expect(comesAtOnce(card({}, lines))).toEqual([
    { lineId: 11, quantity: units(2.5) },
    { lineId: 15, quantity: units(1) },
  ]);
});
