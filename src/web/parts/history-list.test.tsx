import { screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { HistoryList } from './history-list.tsx';
import { renderInOffice } from './render-in-office.fixture.tsx';

afterEach(() => vi.unstubAllGlobals());

it('a vendor’s number without a space is broken, so that it stays within the side of the page', async () => {
  const number = 'INV-'.padEnd(60, '7');
  const entry = {
    version: 2,
    at: '2026-11-23T15:00:00.000Z',
    actorId: 1,
    actorName: 'Ana R.',
    verb: 'purchase-order.edit',
    created: false,
    operationId: 9,
    changes: [{ field: 'vendorInvoiceNumber', before: '', after: number }],
  };
  vi.stubGlobal('fetch', async () => Response.json({ kind: 'purchaseOrder', id: 5, entries: [entry] }));
  renderInOffice(<HistoryList kind="purchaseOrder" id={5} />);
  const value = (await screen.findByText(number)).closest('dd');
  expect(value?.classList).toContain('wrap-anywhere');
});
