import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Setup } from '#contract/setup.ts';
import type { Vendor } from '#contract/vendor.ts';
import { VendorFacts } from './vendor-facts.tsx';

const openOrders = async (count: number) => {
  vi.stubGlobal('scrollTo', () => {});
  const vendor = {
    id: 7,
    contactFirstName: '',
    contactLastName: '',
    country: 'US',
    deliveryOption: 'Email',
    paymentTermId: null,
    remittanceVendorId: null,
    defaultTaxRate: 0,
    overReceiptTolerance: 0,
    priceTolerance: 0,
    paidFor: [],
    openOrders: count,
  } as unknown as Vendor;
  const router = createRouter({
    routeTree: createRootRoute({ component: () => <VendorFacts vendor={vendor} setup={{} as Setup} /> }),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  render(<RouterProvider router={router as never} />);
  return (await screen.findByText('Open orders')).nextElementSibling;
};

it('a vendor without open orders says none instead of nothing', async () => {
  expect((await openOrders(0))?.textContent).toBe('none');
});
it('the others lead to the list of them', async () => {
  expect((await openOrders(3))?.querySelector('a')?.getAttribute('href')).toMatch(
    /^\/purchase-orders\?vendor=7/,
  );
});
