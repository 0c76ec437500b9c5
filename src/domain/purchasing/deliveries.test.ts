import { describe, expect, test } from 'vitest';
import { day } from '../time.ts';
import { nextDeliveryOn } from './deliveries.ts';
import { came, card, line, after as put, receiving, units } from './order.fixture.ts';

const lines = (pump: string | null, heater: string | null) => [
  line({ expectedOn: pump === null ? null : day(pump) }),
  line({ id: 12, position: 2, expectedOn: heater === null ? null : day(heater) }),
];

describe('the next delivery of an order', () => {
  test.each([
    ['no day named: the day the order asked for', null, null, '2026-11-25'],
    ['one named later: the other is still asked for', '2026-12-03', null, '2026-11-25'],
    ['one named earlier', null, '2026-11-24', '2026-11-24'],
    ['both named: the earlier', '2026-12-03', '2026-12-01', '2026-12-01'],
  ])('%s', (_, pump, heater, expected) => {
    expect(nextDeliveryOn(card({}, lines(pump, heater)))).toBe(expected);
  });

  test('what came is awaited no more, and neither is what was taken off', () => {
    const sent = put(card({}, lines('2026-12-01', '2026-12-03')), { type: 'send' });
    const half = put(sent, receiving([came({ quantity: units(1) })]));
    expect(nextDeliveryOn(half)).toBe('2026-12-01');
    const first = put(sent, receiving([came({ quantity: units(2) })]));
    expect(nextDeliveryOn(first)).toBe('2026-12-03');
    const all = put(
      first,
      receiving([came({ id: 102, lineId: 12, quantity: units(2) })], { receiptId: 110, number: 2 }),
    );
    expect(nextDeliveryOn(all)).toBeNull();
    const [pump, heater] = lines('2026-12-01', '2026-12-03');
    expect(nextDeliveryOn(card({}, [{ ...pump!, active: false }, heater!]))).toBe('2026-12-03');
  });
});
