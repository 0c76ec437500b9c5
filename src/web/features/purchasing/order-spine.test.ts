import { describe, expect, it } from 'vitest';
import type { Day } from '#domain/time.ts';
import { orderSpine } from './order-spine.ts';
import { orderView } from './order-view.fixture.ts';

const reader = { zone: 'America/New_York', today: '2026-11-23' as Day };
const spine = (...given: Parameters<typeof orderView>) =>
  orderSpine(orderView(...given), reader).map(({ label, state }) => `${label} ${state}`);

describe('how far an order is', () => {
  it('goes by its status, and who came there when stands under each step', () => {
    expect(spine()).toEqual([
      'Pending done',
      'Sent part',
      'Partially received todo',
      'Received todo',
      'Billed todo',
      'Matched todo',
      'Exported todo',
    ]);
    const [pending] = orderSpine(orderView(), reader);
    expect(pending?.detail).toMatch(/^Pete Olsen, Fri 20 Nov 10:00/);
  });

  it('counts the lines that are wholly here', () => {
    const steps = orderSpine(orderView({ receipts: 'one pump' }), reader);
    expect(steps[2]?.detail).toContain('0 of 2 lines');
  });

  it('leaves out the half-way step where all came at once', () => {
    expect(spine({ receipts: 'all' })).toEqual([
      'Pending done',
      'Sent done',
      'Received done',
      'Billed todo',
      'Matched todo',
      'Exported todo',
    ]);
  });

  it('counts the bills that stand: the papers that are here, and those with nothing left to say', () => {
    const bill = { isStanding: true, hasPaper: true, status: 'Reconciled' };
    const bills = [
      bill,
      { ...bill, hasPaper: false, status: 'Unreconciled' },
      { ...bill, isStanding: false },
    ];
    const steps = orderSpine({ ...orderView({ receipts: 'all' }), bills: bills as never }, reader);
    const said = (label: string) => steps.find((step) => step.label === label);
    expect(said('Billed')).toMatchObject({ state: 'part', detail: '1 of 2 bills' });
    const all = orderSpine({ ...orderView({ receipts: 'all' }), bills: [bill] as never }, reader);
    expect(all.find(({ label }) => label === 'Matched')).toMatchObject({
      state: 'done',
      detail: '1 of 1 bill',
    });
  });

  it('ends where it was canceled, with the reason', () => {
    const canceled = {
      by: 7,
      byName: 'Ana Reyes',
      at: '2026-11-21T15:00:00.000Z',
      reason: 'VendorIssue',
      memo: '',
    } as const;
    const steps = orderSpine(
      orderView({ order: { status: 'Canceled', canceled: canceled as never } }),
      reader,
    );
    expect(steps.map(({ label }) => label)).toEqual(['Pending', 'Sent', 'Canceled']);
    expect(steps[2]?.detail).toMatch(/Ana Reyes.*Trouble with the vendor/);
  });
});
