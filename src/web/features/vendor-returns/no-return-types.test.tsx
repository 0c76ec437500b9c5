import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Role } from '#domain/roles.ts';
import { signedIn } from '../../data/signed-in.fixture.ts';
import { NoReturnTypes } from './no-return-types.tsx';

const show = (role: Role) => {
  vi.stubGlobal('scrollTo', () => {});
  const router = createRouter({
    routeTree: createRootRoute({ component: NoReturnTypes }),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  render(
    <QueryClientProvider client={signedIn(role, {})}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
};

it('who may add a return type is led to their list, the others are told who does', async () => {
  show('purchasing');
  const link = await screen.findByRole('link', { name: 'Add a return type' });
  expect(link.getAttribute('href')).toBe('/settings/return-types');
});
it('who may not is told who does', async () => {
  show('accounting');
  expect(await screen.findByText(/A purchaser or an administrator adds one/)).toBeTruthy();
  expect(screen.queryByRole('link')).toBeNull();
});
