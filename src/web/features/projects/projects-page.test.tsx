import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { projectQueries } from '../../data/projects.ts';
import { sessionQueries } from '../../data/session.ts';
import { setupQueries } from '../../data/setup.ts';
import { UiRoot } from '../../ui/ui-root.tsx';
import { ProjectsPage } from './projects-page.tsx';

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['without projects', {}, /There are no projects yet/],
  ['whose filters fit none', { q: 'boiler' }, /No project fits these filters/],
])('in a company %s there is one button for a new one', async (_which, search, text) => {
  vi.stubGlobal('scrollTo', () => {});
  vi.stubGlobal('fetch', async () => Response.json({ items: [], next: null, total: 0 }));
  const client = new QueryClient();
  const lists = ['businessUnits', 'jobTypes', 'technicians', 'campaigns', 'tags', 'reasons', 'customFields'];
  client.setQueryData(
    setupQueries.get().queryKey,
    Object.fromEntries(lists.map((name) => [name, []])) as never,
  );
  client.setQueryData(projectQueries.setup().queryKey, {
    statuses: [],
    subStatuses: [],
    types: [],
    users: [],
  } as never);
  client.setQueryData(sessionQueries.user().queryKey, {
    id: 2,
    businessUnitIds: null,
    rights: [],
    roles: ['dispatcher'],
  } as never);
  const router = createRouter({
    routeTree: createRootRoute({ component: () => <ProjectsPage search={search as never} /> }),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  render(
    <QueryClientProvider client={client}>
      <UiRoot>
        <RouterProvider router={router as never} />
      </UiRoot>
    </QueryClientProvider>,
  );
  await screen.findByText(text);
  expect(screen.getAllByRole('button', { name: 'New project' })).toHaveLength(1);
});
