import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it, vi } from 'vitest';
import { customerColumn } from './list-columns.tsx';
import { PartyLine } from './party-line.tsx';

const NAME = 'משפחת כהן';
const ADDRESS = '1 רחוב הרצל, Boston';

async function show(part: ReactNode): Promise<HTMLElement> {
  vi.stubGlobal('scrollTo', () => {});
  const router = createRouter({
    routeTree: createRootRoute({ component: () => part }),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  render(<RouterProvider router={router as never} />);
  return screen.findByRole('link', { name: NAME });
}

it('a name and an address written from right to left keep their places', async () => {
  const link = await show(<PartyLine customerId={7} customerName={NAME} address={ADDRESS} />);
  expect(link.getAttribute('href')).toBe('/customers/7');
  expect(screen.getByText(NAME).tagName).toBe('BDI');
  expect(screen.getByText(ADDRESS).tagName).toBe('BDI');
});

it('a list cuts the end of a long name, on whichever side that is', async () => {
  const link = await show(customerColumn().cell({ customerId: 7, customerName: NAME }));
  expect(link.getAttribute('dir')).toBe('auto');
});
