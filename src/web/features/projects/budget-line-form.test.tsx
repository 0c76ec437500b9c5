import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { BudgetLineView } from '#contract/project.ts';
import { UiRoot } from '../../ui/ui-root.tsx';
import { BudgetLineForm } from './budget-line-form.tsx';

const line = {
  id: 7,
  version: 1,
  projectId: 3,
  position: 0,
  label: 'Boiler',
  kind: 'Material',
  quantity: 20_000,
  amountCents: 54_000,
  active: true,
} as BudgetLineView;

beforeEach(() => {
  // jsdom does not scroll; the router asks it to at every page.
  vi.stubGlobal('scrollTo', () => {});
});

async function show(onClose = () => {}) {
  const root = createRootRoute({ component: Outlet });
  const nothing = () => {};
  const form = createRoute({
    getParentRoute: () => root,
    path: '/',
    component: () => (
      <table>
        <tbody>
          <BudgetLineForm line={line} withAmount busy={false} onSave={nothing} onClose={onClose} />
        </tbody>
      </table>
    ),
  });
  const other = createRoute({ getParentRoute: () => root, path: '/jobs', component: () => <p>Jobs</p> });
  const router = createRouter({
    routeTree: root.addChildren([form, other]),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  render(
    <UiRoot>
      {/* The test's own small router is not the app's registered one. */}
      <RouterProvider router={router as never} />
    </UiRoot>,
  );
  await screen.findByLabelText('Amount');
  return () => act(async () => void router.navigate({ to: '/jobs' } as never));
}

it('a line that was opened and not changed is left without a question', async () => {
  const leave = await show();
  await leave();
  expect(await screen.findByText('Jobs')).toBeTruthy();
});

it('a changed one asks', async () => {
  const leave = await show();
  fireEvent.change(screen.getByLabelText('Amount'), { target: { value: '600' } });
  await leave();
  expect(await screen.findByRole('dialog', { name: 'Leave without saving?' })).toBeTruthy();
});

it('Escape leaves an unchanged line at once, and asks on a changed one: nothing typed is gone unasked', async () => {
  const close = vi.fn();
  await show(close);
  const amount = screen.getByLabelText('Amount');
  fireEvent.change(amount, { target: { value: '600' } });
  fireEvent.keyDown(amount, { key: 'Escape' });
  expect(await screen.findByRole('dialog', { name: 'Leave without saving?' })).toBeTruthy();
  expect(close).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Keep as it is' }));
  expect(close).not.toHaveBeenCalled();
  fireEvent.change(amount, { target: { value: '540.00' } });
  fireEvent.keyDown(amount, { key: 'Escape' });
  expect(close).toHaveBeenCalledOnce();
});
