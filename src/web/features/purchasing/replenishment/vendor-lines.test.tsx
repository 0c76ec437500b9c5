import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { VendorGroup } from './proposal-edits.ts';
import { VendorLines } from './vendor-lines.tsx';

const group = (vendorName: string) =>
  ({ vendorId: 1, vendorName, lines: [], count: 0, orders: 1, totalCents: 0 }) as unknown as VendorGroup;

it('the figures of all vendors stand below each other, whatever their names are', async () => {
  vi.stubGlobal('scrollTo', () => {});
  const page = () => (
    <VendorLines group={group('Johnstone')} edits={new Map()} currency="USD" onEdit={() => {}} />
  );
  const router = createRouter({
    routeTree: createRootRoute({ component: page }),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  render(<RouterProvider router={router as never} />);
  expect((await screen.findByRole('table')).classList).toContain('table-fixed');
  const [, sku, ...heads] = screen.getAllByRole('columnheader');
  expect(sku?.className).not.toMatch(/\bw-/);
  for (const head of heads) expect(head.className).toMatch(/\bw-/);
});
