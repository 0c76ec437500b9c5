import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import type { InvoiceCardView } from '#contract/invoice.ts';
import type { Role } from '#domain/roles.ts';
import { setupRecordQueries } from '../../../data/setup-records.ts';
import { signedIn } from '../../../data/signed-in.fixture.ts';
import { UiRoot } from '../../../ui/ui-root.tsx';
import { InvoiceItems } from './invoice-items.tsx';
import { ITEM, invoiceCard } from './items.fixture.ts';

// No router: what leaving a page asks is its own test's.
vi.mock('@tanstack/react-router', async (actual) => ({
  ...(await actual<object>()),
  useBlocker: () => ({ status: 'idle' }),
}));
afterEach(() => vi.restoreAllMocks());

function show(card: InvoiceCardView, lockedBecause?: string | null, role: Role = 'accounting') {
  const client = signedIn(role, { technicians: [{ id: 5, name: 'Ana Ruiz', active: true }] });
  client.setQueryData(setupRecordQueries.list('glAccount').queryKey, { items: [] } as never);
  render(
    <QueryClientProvider client={client}>
      <UiRoot>
        <Suspense>
          <InvoiceItems card={card} lockedBecause={lockedBecause} startsEditing={false} />
        </Suspense>
      </UiRoot>
    </QueryClientProvider>,
  );
}
const heads = () => screen.getAllByRole('columnheader').map((head) => head.textContent);

it('the price is typed, totals with tax follow at once, and only what was changed is saved', async () => {
  const sent: unknown[] = [];
  vi.stubGlobal(
    'fetch',
    vi.fn(async (_url: string, init: RequestInit) => {
      sent.push(JSON.parse(String(init.body)));
      return new Response('{}', { status: 500 });
    }),
  );
  show(invoiceCard());
  fireEvent.click(screen.getByRole('button', { name: /Edit items/ }));
  const grid = screen.getByRole('grid');
  fireEvent.mouseDown(within(grid).getAllByText('100.00')[0]!.closest('td')!);
  fireEvent.change(screen.getByRole('textbox', { name: 'Price, line 1' }), { target: { value: '90' } });
  expect(screen.getByLabelText('Totals').textContent).toContain('95.63');
  fireEvent.click(screen.getByRole('button', { name: /Save items/ }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toEqual({
    items: [{ id: 11, price: 900_000 }],
    removed: [],
    expected: [
      { kind: 'invoice', id: 9, version: 4 },
      { kind: 'invoiceItem', id: 11, version: 3 },
    ],
  });
});

it('an item of a receipt has no way to be taken off, and says how it goes', () => {
  show(invoiceCard({}, [{ ...ITEM, source: 'Receipt' }]));
  fireEvent.click(screen.getByRole('button', { name: /Edit items/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Take line 1 off' }));
  expect(within(screen.getByRole('grid')).getByText('Tune-up')).toBeTruthy();
});

it('what is posted says why it is not edited; who only reads has no button; costs only where they are told', () => {
  show(invoiceCard({ syncStatus: 'Posted' }), 'Invoice 1042 is posted.');
  expect(screen.getByRole('button', { name: /Edit items/ }).getAttribute('aria-disabled')).toBe('true');
  expect(heads()).not.toContain('Cost');
  document.body.innerHTML = '';
  show(invoiceCard({}, [{ ...ITEM, spent: { cost: 400_000, costCents: 40_00 } }]), null);
  expect(screen.queryByRole('button', { name: /Edit items/ })).toBeNull();
  expect(heads()).toContain('Cost');
});
