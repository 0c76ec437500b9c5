import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { UiRoot } from '../ui/ui-root.tsx';
import { FormFrame } from './form-frame.tsx';

beforeEach(() => {
  // jsdom does not scroll; the router asks it to at every page.
  vi.stubGlobal('scrollTo', () => {});
});

async function show(isDirty: boolean) {
  const close = vi.fn();
  const root = createRootRoute();
  const page = createRoute({
    getParentRoute: () => root,
    path: '/',
    component: () => (
      <FormFrame
        id="form"
        title="New contact"
        action="Add contact"
        busy={false}
        isDirty={isDirty}
        error={null}
        onSubmit={() => {}}
        onClose={close}
      >
        <input aria-label="Number" />
      </FormFrame>
    ),
  });
  const router = createRouter({
    routeTree: root.addChildren([page]),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  render(
    <UiRoot>
      {/* The test's own small router is not the app's registered one. */}
      <RouterProvider router={router as never} />
    </UiRoot>,
  );
  await screen.findByRole('dialog', { name: 'New contact' });
  return close;
}

it('a form with nothing typed closes at once', async () => {
  const close = await show(false);
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(close).toHaveBeenCalledOnce();
});

it.each(['Cancel', 'Close'])('%s asks before what was typed is thrown away', async (name) => {
  const close = await show(true);
  fireEvent.click(screen.getByRole('button', { name }));
  expect(await screen.findByRole('dialog', { name: 'Leave without saving?' })).toBeTruthy();
  expect(close).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Leave' }));
  expect(close).toHaveBeenCalledOnce();
});
