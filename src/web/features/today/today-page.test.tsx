import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AppointmentView } from '#contract/job.ts';
import type { Role } from '#domain/roles.ts';
import { dayOf, instant } from '#domain/time.ts';
import { boardQueries } from '../../data/board.ts';
import { exampleAppointment, exampleDay } from '../../data/live/example-board.ts';
import { signedIn } from '../../data/signed-in.fixture.ts';
import { clock } from '../../lib/clock.ts';
import { PageBarProvider } from '../../parts/page-bar.tsx';
import { UiRoot } from '../../ui/ui-root.tsx';
import { TodayPage } from './today-page.tsx';

beforeEach(() => {
  vi.stubGlobal('scrollTo', () => {});
  vi.stubGlobal('fetch', async () => Response.json({ items: [], redoable: [], total: 0, next: null }));
});
afterEach(() => vi.unstubAllGlobals());

const ZONE = 'America/New_York';

async function show(
  role: Role,
  isSetUp: boolean,
  appointments: AppointmentView[] = [],
): Promise<HTMLElement> {
  const needed = isSetUp ? [{ id: 1, name: 'One', active: true }] : [];
  const client = signedIn(role, {
    businessUnits: needed,
    jobTypes: needed,
    campaigns: needed,
  });
  client.setQueryData(boardQueries.day(dayOf(clock.now(), ZONE), ZONE).queryKey, {
    ...exampleDay(),
    timeZone: ZONE,
    appointments,
  });
  const controls = document.body.appendChild(document.createElement('header'));
  const router = createRouter({
    routeTree: createRootRoute({
      component: () => (
        <PageBarProvider value={{ title: null, controls }}>
          <TodayPage timeZone={ZONE} />
        </PageBarProvider>
      ),
    }),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  render(
    <QueryClientProvider client={client}>
      <UiRoot>
        <RouterProvider router={router as never} />
      </UiRoot>
    </QueryClientProvider>,
  );
  await screen.findByText('Needs somebody now');
  return controls;
}

it.each(['csr', 'admin'] as const)(
  'in a company with nothing set up, what comes first stands once on Today, for %s',
  async (role) => {
    const bar = await show(role, false);
    expect(screen.getAllByText(/Before the first job/)).toHaveLength(1);
    expect(bar.textContent).not.toMatch(/set up|sets/i);
  },
);

it('once it is set up, the way to a booking is in its place', async () => {
  await show('csr', true);
  expect(screen.getByRole('link', { name: 'Book a job' }).getAttribute('href')).toBe('/book');
});

it('a day without any visit is not praised for being on time', async () => {
  await show('dispatcher', true);
  expect(screen.getByText('No visit is planned for today.')).toBeTruthy();
});

it('a day whose visits are all in hand says so', async () => {
  await show('dispatcher', true, [exampleAppointment({ status: 'Done' })]);
  expect(screen.getByText('Everybody is on time and every visit has a technician.')).toBeTruthy();
});

it('a name written from right to left does not carry the job’s number off', async () => {
  const late = { start: instant('2026-01-05T15:00:00.000Z'), end: instant('2026-01-05T16:00:00.000Z') };
  await show('dispatcher', true, [exampleAppointment({ ...late, customerName: 'משפחת כהן' })]);
  expect(screen.getByText('משפחת כהן').tagName).toBe('BDI');
});

it('jobs whose parts are in stand on top, with the return visit one click away', async () => {
  const jobs = [
    { jobId: 7, jobNumber: 1042, customerName: 'Maria Lopez', since: instant('2026-11-21T08:00:00Z') },
  ];
  vi.stubGlobal('fetch', async (url: string) =>
    Response.json({
      items: String(url).includes('parts-in') ? jobs : [],
      redoable: [],
      total: 0,
      next: null,
    }),
  );
  await show('dispatcher', true);
  const link = await screen.findByRole('link', { name: 'Schedule the return visit' });
  expect(link.getAttribute('href')).toContain('/jobs/7?plan=');
});
