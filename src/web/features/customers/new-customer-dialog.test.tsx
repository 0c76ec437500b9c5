import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { renderInOffice } from '../../parts/render-in-office.fixture.tsx';
import { dismissToast, toastsShown } from '../../ui/toast-store.ts';
import { NewCustomerDialog } from './new-customer-dialog.tsx';

vi.setConfig({ testTimeout: 30_000 });

const known = { id: 7, name: 'Maria Lopez', phone: '+16175550142', address: '12 Main St', active: true };
let sent: Record<string, unknown>[];
let answer: () => Response;
beforeEach(() => {
  sent = [];
  answer = () =>
    Response.json(
      {
        operationId: 70,
        merged: false,
        customer: { id: 9, version: 1, name: 'Jo Park', locations: [], contacts: [] },
      },
      { status: 201 },
    );
  vi.stubGlobal('scrollTo', () => {});
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (url.startsWith('/api/customers/matches?'))
      return Response.json({ items: url.includes('Lopez') ? [{ customer: known, score: 0.9 }] : [] });
    if (url === '/api/operations/undo')
      return Response.json(
        {
          type: 'about:blank',
          title: 'Changed since',
          status: 409,
          code: 'undo.changed_since',
          params: { changes: [] },
          requestId: 'r1',
          fields: [],
        },
        { status: 409 },
      );
    sent.push(JSON.parse(String(init.body)));
    return answer();
  });
});
afterEach(() => {
  for (const { id } of toastsShown()) dismissToast(id);
  vi.unstubAllGlobals();
});

async function show(typed: string) {
  const root = createRootRoute({ component: Outlet });
  const page = (path: string, component: () => React.ReactNode) =>
    createRoute({ getParentRoute: () => root, path, component });
  const router = createRouter({
    routeTree: root.addChildren([
      page('/customers', () => <NewCustomerDialog typed={typed} onClose={() => {}} />),
      page('/customers/$id', () => <p>A customer</p>),
    ]),
    history: createMemoryHistory({ initialEntries: ['/customers'] }),
  });
  renderInOffice(<RouterProvider router={router as never} />);
  await screen.findByRole('dialog', { name: 'New customer' });
  return router;
}
const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const add = () => fireEvent.click(screen.getByRole('button', { name: 'Add customer' }));

it('begins with what was searched for, needs no place, and leads to their page', async () => {
  const router = await show('jo park 617 555 0199');
  add();
  await screen.findByText('A customer');
  expect(sent).toEqual([
    {
      name: 'Jo Park',
      type: 'Residential',
      contacts: [{ kind: 'Phone', value: '617 555 0199' }],
      locations: [],
    },
  ]);
  expect(router.state.location.pathname).toBe('/customers/9');
});

it('with an address in one line they have their first place', async () => {
  await show('jo park');
  type('Address in one line', '5 elm st quincy ma 02169');
  add();
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]!.locations).toEqual([
    { street: '5 Elm St', unit: '', city: 'Quincy', state: 'MA', zip: '02169' },
  ]);
});

it('what is missing or wrong is said at its field, and nothing is sent', async () => {
  await show('');
  type('Phone', '12');
  type('E-mail', 'nobody');
  type('City', 'Quincy');
  add();
  await screen.findByText('What is the customer’s name?');
  expect(screen.getByText('This is not an e-mail address.')).toBeTruthy();
  expect(screen.getByText('Where is it? Street and number.')).toBeTruthy();
  expect(sent).toEqual([]);
});

it('who is likely the same is shown while typing, and is one click away', async () => {
  const router = await show('Maria Lopez');
  type('Phone', '617 555 0142');
  fireEvent.click(await screen.findByRole('button', { name: 'It is them' }));
  await screen.findByText('A customer');
  expect(router.state.location.pathname).toBe('/customers/7');
  expect(sent).toEqual([]);
});

it('an undo refused after the form is gone is told all the same', async () => {
  await show('jo park');
  add();
  await screen.findByText('A customer');
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('Not undone')).toBeTruthy();
});

it('what the server would refuse is not sent: too long is said once, the field has the focus, and shortened it is right', async () => {
  await show('jo park');
  type(/^Name/, 'J'.repeat(121));
  type('City', 'Q'.repeat(61));
  type('Street and number', '5 Elm St');
  add();
  const name = screen.getByRole('textbox', { name: /^Name/ });
  const city = screen.getByRole('textbox', { name: 'City' });
  await waitFor(() => expect(document.activeElement).toBe(name));
  expect(screen.getByText('121 of 120 characters. Shorten it by 1.')).toBeTruthy();
  expect(screen.queryByText(/This is too long/)).toBeNull();
  expect(sent).toEqual([]);
  type(/^Name/, 'Jo Park');
  type('City', 'Quincy');
  await waitFor(() => expect([name, city].some((field) => field.hasAttribute('aria-invalid'))).toBe(false));
  expect(screen.queryByText(/too long/)).toBeNull();
  add();
  await screen.findByText('A customer');
});

it('what only the server knew stands at its field until that is changed', async () => {
  answer = () =>
    Response.json(
      {
        type: 'about:blank',
        title: 'Not valid',
        status: 400,
        code: 'request.invalid',
        params: {},
        requestId: 'r1',
        fields: [{ path: 'name', code: 'taken', message: 'is taken' }],
      },
      { status: 400 },
    );
  await show('jo park');
  add();
  await screen.findByText('Somebody has this already.');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /^Name/ })));
  type(/^Name/, 'Jo Parker');
  await waitFor(() => expect(screen.queryByText('Somebody has this already.')).toBeNull());
});
