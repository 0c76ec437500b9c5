import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Role } from '#domain/roles.ts';
import { signedIn } from '../data/signed-in.fixture.ts';
import { MissingLists } from './missing-lists.tsx';

const show = (role: Role) => {
  vi.stubGlobal('scrollTo', () => {});
  const router = createRouter({
    routeTree: createRootRoute({
      component: () => (
        <MissingLists document="A return" kinds={['businessUnit', 'inventoryLocation', 'returnType']} />
      ),
    }),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  render(
    <QueryClientProvider client={signedIn(role, {})}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
};

it('who may add what is missing is led to each list, and told who adds the rest', async () => {
  show('purchasing');
  const links = await screen.findAllByRole('link');
  expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['Add an inventory location', '/settings/inventory-locations'],
    ['Add a return type', '/settings/return-types'],
  ]);
  expect(
    screen.getByText(
      /^A return needs a business unit, an inventory location and a return type.*An administrator adds/,
    ),
  ).toBeTruthy();
});
it('who may add nothing is told who does', async () => {
  show('accounting');
  expect(await screen.findByText(/An administrator adds what is missing in Settings/)).toBeTruthy();
  expect(screen.queryByRole('link')).toBeNull();
});
