import { describe, expect, test } from 'vitest';
import { ORDERED_STATUSES } from '#domain/purchasing/spend.ts';
import { day } from '#domain/time.ts';
import { filtersOf, searchIn } from '../orders-search.ts';
import { orderedOrders, receivedOrders, spendAsk, spendIn } from './spend-search.ts';

const today = day('2026-11-23');
const row = { key: 7, currency: 'USD' };

describe('from a sum to its orders', () => {
  test('the last thirty days by vendor, until something else is asked for', () => {
    expect(spendAsk(spendIn({}), today)).toMatchObject({
      by: 'vendor',
      from: '2026-10-25',
      to: '2026-11-23',
    });
    expect(spendAsk(spendIn({ by: 'wrong', from: '2026-11-02', to: '2026-11-01' }), today)).toMatchObject({
      by: 'vendor',
      from: '2026-11-02',
      to: '2026-11-02',
    });
  });

  test.each([
    ['vendor', { vendorId: 7 }],
    ['type', { typeIds: [7] }],
    ['businessUnit', { businessUnitIds: [7] }],
    ['job', { jobId: 7 }],
    ['project', { projectId: 7 }],
    ['technician', { technicianId: 7 }],
  ])('by %s: the list is narrowed as the sum was, and to the row', (by, own) => {
    const search = spendIn({ by, from: '2026-11-01', to: '2026-11-15', currency: 'USD', sku: '9' });
    const received = filtersOf(searchIn(receivedOrders(search, row, today, true)));
    expect(received).toMatchObject({
      ...own,
      currency: 'USD',
      receivedFrom: '2026-11-01',
      receivedTo: '2026-11-15',
    });
    expect([received.from, received.statuses]).toEqual([undefined, undefined]);
    expect(filtersOf(searchIn(orderedOrders(search, row, today, true)))).toMatchObject({
      ...own,
      from: '2026-11-01',
      to: '2026-11-15',
      statuses: ORDERED_STATUSES,
      receivedFrom: undefined,
    });
  });

  test('orders without a job, and one of two currencies', () => {
    const search = spendIn({ by: 'job', vendor: '3' });
    expect(receivedOrders(search, { key: null, currency: 'CAD' }, today, false)).toMatchObject({
      vendor: 3,
      without: 'job',
      currency: 'CAD',
    });
  });
});
