import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Role } from '#domain/roles.ts';
import { signedIn } from '../../data/signed-in.fixture.ts';
import { UiRoot } from '../../ui/ui-root.tsx';
import { JobsPage } from './jobs-page.tsx';

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['a CSR is', 'csr', 1],
  ['accounting, who may not book, is not', 'accounting', 0],
] as const)('in a company without jobs %s led to booking one', async (_who, role: Role, links) => {
  vi.stubGlobal('scrollTo', () => {});
  vi.stubGlobal('fetch', async () => Response.json({ items: [], next: null, total: 0 }));
  const lists = ['technicians', 'tags', 'reasons', 'customFields'];
  const needed = ['businessUnits', 'jobTypes', 'campaigns'];
  const client = signedIn(role, {
    ...Object.fromEntries(lists.map((name) => [name, []])),
    ...Object.fromEntries(needed.map((name) => [name, [{ id: 1, name: 'One', active: true }]])),
  });
  const router = createRouter({
    routeTree: createRootRoute({ component: () => <JobsPage search={{} as never} /> }),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  render(
    <QueryClientProvider client={client}>
      <UiRoot>
        <RouterProvider router={router as never} />
      </UiRoot>
    </QueryClientProvider>,
  );
  await screen.findByText(/There are no jobs yet\. Each call that is booked becomes one/);
  expect(screen.queryAllByRole('link', { name: 'Book a job' })).toHaveLength(links);
});
