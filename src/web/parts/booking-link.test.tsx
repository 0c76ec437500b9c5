import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Role } from '#domain/roles.ts';
import { signedIn } from '../data/signed-in.fixture.ts';
import { BookingLink } from './booking-link.tsx';

const some = [{ id: 1, name: 'One', active: true }];
const COMPLETE = { businessUnits: some, jobTypes: some, campaigns: some };

async function show(role: Role, setup: object): Promise<HTMLElement> {
  vi.stubGlobal('scrollTo', () => {});
  const client = signedIn(role, setup);
  const router = createRouter({
    routeTree: createRootRoute({
      component: () => (
        <p data-testid="way">
          <BookingLink />
        </p>
      ),
    }),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
  return screen.findByTestId('way');
}

it('once there is something to book with, who may book is led there', async () => {
  await show('csr', COMPLETE);
  expect(screen.getByRole('link', { name: 'Book a job' }).getAttribute('href')).toBe('/book');
});

it.each(['businessUnits', 'jobTypes', 'campaigns'])(
  'without any %s an admin is led to the set-up instead',
  async (list) => {
    await show('admin', { ...COMPLETE, [list]: some.map((one) => ({ ...one, active: false })) });
    expect(screen.queryByRole('link', { name: 'Book a job' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Set up the company' }).getAttribute('href')).toBe('/settings');
  },
);

it('who may not set up is told who does', async () => {
  expect((await show('csr', { ...COMPLETE, jobTypes: [] })).textContent).toMatch(/^An administrator sets/);
  expect(screen.queryByRole('link')).toBeNull();
});

it('accounting is offered nothing', async () => {
  expect((await show('accounting', COMPLETE)).textContent).toBe('');
});
