import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { OrderCardView } from '#contract/purchase-order.ts';
import { signedIn } from '../../../data/signed-in.fixture.ts';
import { UiRoot } from '../../../ui/ui-root.tsx';
import { OrderLines } from './order-lines.tsx';

// No router: what leaving a page asks is its own test's.
vi.mock('@tanstack/react-router', async (actual) => ({
  ...(await actual<object>()),
  useBlocker: () => ({ status: 'idle' }),
}));
afterEach(() => vi.restoreAllMocks());

const line = {
  id: 5,
  position: 1,
  skuId: 7,
  skuCode: 'FRG-2231',
  unit: 'each',
  description: 'Fan motor',
  vendorPartNumber: 'V-9',
  quantity: 20_000,
  cost: 841_000,
  expectedOn: null,
  stocked: true,
  serialized: false,
  active: true,
};
const came = (quantity: number) => [
  { lines: [{ id: 1, lineId: 5, inventoryLocationId: 1, quantity, serials: [] }] },
];
const card = (status: string, receipts: object[] = [], billed: object[] = []) =>
  ({
    order: {
      id: 1,
      version: 3,
      status,
      vendorId: 2,
      currency: 'USD',
      descriptionsFrom: 'Sku',
      shippingCents: 0,
      tax: { kind: 'Rate', rate: 62_500 },
    },
    lines: [line],
    receipts,
    billed,
    asking: { today: '2026-11-23', returned: [] },
  }) as unknown as OrderCardView;
const show = (of: OrderCardView, role: 'purchasing' | 'accounting' = 'purchasing') =>
  render(
    <QueryClientProvider client={signedIn(role, {})}>
      <UiRoot>
        <OrderLines card={of} />
      </UiRoot>
    </QueryClientProvider>,
  );
const heads = () => screen.getAllByRole('columnheader').map((head) => head.textContent);

it('once it is out the grid grows by what came and what is open or over', () => {
  const { unmount } = show(card('Pending'));
  expect(heads()).not.toContain('Received');
  unmount();
  const { unmount: gone } = show(card('PartiallyReceived', came(5_000)));
  expect(heads().slice(-3)).toEqual(['Received', 'Billed', 'Difference']);
  expect(screen.getByText('1.5 open')).toBeTruthy();
  gone();
  show(card('Received', came(25_000)));
  expect(screen.getByText('0.5 over')).toBeTruthy();
});

it('the days the goods are expected take no room while no line has one', () => {
  const { unmount } = show(card('Sent'));
  expect(heads()).not.toContain('Expected');
  unmount();
  const expected = card('Sent');
  expected.lines[0]!.expectedOn = '2026-12-01' as (typeof expected.lines)[0]['expectedOn'];
  show(expected);
  expect(heads()).toContain('Expected');
  expect(screen.getByRole('cell', { name: /1 Dec/ })).toBeTruthy();
});

it.each([
  ['more than came', { quantity: 30_000, cents: 25_230 }, '1 billed, not here'],
  ['less than came', { quantity: 10_000, cents: 8_410 }, '1 not billed'],
  ['at another price', { quantity: 20_000, cents: 17_320 }, '5.00 dearer'],
  ['for less', { quantity: 20_000, cents: 16_320 }, '-5.00 cheaper'],
])('what the vendor bills %s is a difference in words', (_, billed, words) => {
  show(card('Received', came(20_000), [{ lineId: 5, ...billed }]));
  expect(screen.getByText(words)).toBeTruthy();
});

it('who only reads has no way to edit; an exported order says why not', () => {
  const { unmount } = show(card('Pending'), 'accounting');
  expect(screen.queryByRole('button', { name: /Edit lines/ })).toBeNull();
  unmount();
  show(card('Exported'));
  expect(screen.getByRole('button', { name: /Edit lines/ }).getAttribute('aria-disabled')).toBe('true');
});

it('after sending, the description is locked and says why; the cost is typed, adds up at once and is saved alone', async () => {
  const sent: unknown[] = [];
  vi.stubGlobal(
    'fetch',
    vi.fn(async (_url: string, init: RequestInit) => {
      sent.push(JSON.parse(String(init.body)));
      return new Response('{}', { status: 500 });
    }),
  );
  show(card('Sent'));
  fireEvent.click(screen.getByRole('button', { name: /Edit lines/ }));
  const grid = screen.getByRole('grid');
  expect(within(grid).getByText('Fan motor').closest('td')?.getAttribute('title')).toMatch(
    /cannot be changed any more: the order is sent/,
  );
  fireEvent.mouseDown(within(grid).getByText('84.10').closest('td')!);
  const box = screen.getByRole('textbox', { name: 'Cost, line 1' });
  expect(document.activeElement).toBe(box);
  fireEvent.change(box, { target: { value: '90' } });
  expect(screen.getByLabelText('Totals').textContent).toContain('191.25');
  fireEvent.keyDown(box, { key: 'Escape' });
  expect(screen.getByLabelText('Totals').textContent).toContain('178.71');
  fireEvent.change(box, { target: { value: '90' } });
  fireEvent.click(screen.getByRole('button', { name: /Save lines/ }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ add: [], remove: [], change: [{ id: 5, changes: { cost: 900_000 } }] });
});
