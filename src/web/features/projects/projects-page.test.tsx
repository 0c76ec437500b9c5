import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { projectQueries } from '../../data/projects.ts';
import { signedIn } from '../../data/signed-in.fixture.ts';
import { UiRoot } from '../../ui/ui-root.tsx';
import { ProjectsPage } from './projects-page.tsx';

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['without projects', {}, /There are no projects yet/],
  ['whose filters fit none', { q: 'boiler' }, /No project fits these filters/],
])('in a company %s there is one button for a new one', async (_which, search, text) => {
  vi.stubGlobal('scrollTo', () => {});
  vi.stubGlobal('fetch', async () => Response.json({ items: [], next: null, total: 0 }));
  const lists = ['businessUnits', 'jobTypes', 'technicians', 'campaigns', 'tags', 'reasons', 'customFields'];
  const client = signedIn('dispatcher', Object.fromEntries(lists.map((name) => [name, []])));
  client.setQueryData(projectQueries.setup().queryKey, {
    statuses: [],
    subStatuses: [],
    types: [],
    users: [],
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
