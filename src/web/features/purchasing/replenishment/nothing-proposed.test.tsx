import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { Nothing } from './nothing-proposed.tsx';

it('what was raised is pending: it says that it is still to be sent, and leads there', async () => {
  vi.stubGlobal('scrollTo', () => {});
  const router = createRouter({
    routeTree: createRootRoute({ component: () => <Nothing wasRaised isFiltered={false} /> }),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  render(<RouterProvider router={router as never} />);
  expect(await screen.findByText(/have not got these orders yet: send them/)).toBeTruthy();
  const to = decodeURIComponent(screen.getByRole('link').getAttribute('href')!);
  expect(to).toMatch(/^\/purchase-orders\?status=.*Pending/);
});
