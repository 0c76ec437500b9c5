import { expect, test } from 'vitest';
import { instant } from '../time.ts';
import { endingOf, waitsForDecision } from './of-canceled-job.ts';
import { ORDER_STATUSES } from './purchase-order.ts';

const at = (day: number) => instant(`2026-11-${day}T15:00:00.000Z`);

test('what can still be ended is canceled, or closed with what came', () => {
  expect(ORDER_STATUSES.map((status) => [status, endingOf(status)])).toEqual([
    ['Pending', 'cancel'],
    ['Sent', 'cancel'],
    ['PartiallyReceived', 'closeShort'],
    ['Received', null],
    ['Exported', null],
    ['Canceled', null],
  ]);
});
test('an order waits from its job’s cancellation until somebody keeps or ends it', () => {
  expect(waitsForDecision('Sent', null, null)).toBe(false);
  expect(waitsForDecision('Sent', at(20), null)).toBe(true);
  expect(waitsForDecision('Sent', at(20), at(21))).toBe(false);
  expect(waitsForDecision('Canceled', at(20), null)).toBe(false);
  expect(waitsForDecision('Sent', at(22), at(21))).toBe(true);
});
