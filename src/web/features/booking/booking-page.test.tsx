import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Customer, CustomerSummary } from '#contract/customer.ts';
import type { Setup } from '#contract/setup.ts';
import { msOf } from '#domain/time.ts';
import { exampleAppointment, exampleJob } from '../../data/live/example-board.ts';
import { sessionQueries } from '../../data/session.ts';
import { setupQueries } from '../../data/setup.ts';
import { clock } from '../../lib/clock.ts';
import { dismissToast, toastsShown } from '../../ui/toast-store.ts';
import { UiRoot } from '../../ui/ui-root.tsx';
import { BookingPage } from './booking-page.tsx';
import { exampleCustomer, exampleSetup, exampleUser, requiredField } from './example-setup.ts';

// A whole call in jsdom is many roles to compute; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 30_000 });

const realMs = clock.ms;
const summaryOf = ({ id, name, type, doNotService, locations }: Customer): CustomerSummary => ({
  id,
  name,
  type,
  doNotService,
  phone: '6175550142',
  email: '',
  address: '12 Main St, Quincy',
  locationCount: locations.length,
  jobCount: 0,
  tagIds: [],
});
const written = {
  operationId: 77,
  merged: false,
  cards: [
    {
      job: exampleJob(),
      appointments: [exampleAppointment()],
      invoice: { id: 5, number: 1042, syncStatus: 'Pending', totalCents: 0, currency: 'USD' },
    },
  ],
  notes: [],
};
const refused =
  (status: number, code: string, fields: object[] = []) =>
  () =>
    Response.json({ status, code, params: {}, fields, requestId: 'req-7f3a' }, { status });
const booked = () => Response.json(written, { status: 201 });

type Booking = { body: Record<string, unknown>; key: string | null };
let customer: Customer;
let bookings: Booking[];
let answers: (() => Response | Promise<Response>)[];

beforeEach(() => {
  clock.ms = () => msOf('2026-11-20T12:00:00.000Z' as never);
  // jsdom does not scroll; the router asks it to at every page.
  vi.stubGlobal('scrollTo', () => {});
  customer = exampleCustomer();
  bookings = [];
  answers = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (url === '/api/jobs' && init.method === 'POST') {
      const headers = init.headers as Record<string, string>;
      bookings.push({ body: JSON.parse(String(init.body)), key: headers['Idempotency-Key'] ?? null });
      return (answers.shift() ?? booked)();
    }
    if (url.startsWith('/api/customers?')) {
      const found = decodeURIComponent(url).toLowerCase().includes('lop') ? [summaryOf(customer)] : [];
      return Response.json({ items: found, next: null, total: null });
    }
    if (url === '/api/customers/7') return Response.json(customer);
    if (url.startsWith('/api/jobs?')) return Response.json({ items: [], next: null, total: 0 });
    throw new Error(`Nobody answers ${url}`);
  });
});
afterEach(() => {
  clock.ms = realMs;
  for (const { id } of toastsShown()) dismissToast(id);
  vi.unstubAllGlobals();
});

async function show(props: Partial<Parameters<typeof BookingPage>[0]> = {}, setup: Setup = exampleSetup) {
  const client = new QueryClient({
    defaultOptions: { mutations: { retry: false }, queries: { retry: false } },
  });
  client.setQueryData(setupQueries.get().queryKey, setup);
  client.setQueryData(sessionQueries.user().queryKey, exampleUser);
  const root = createRootRoute({ component: Outlet });
  const page = (path: string, text: string) =>
    createRoute({ getParentRoute: () => root, path, component: () => <p>{text}</p> });
  const book = createRoute({
    getParentRoute: () => root,
    path: '/book',
    component: () => (
      <BookingPage
        customerId={undefined}
        locationId={undefined}
        phone={undefined}
        query={undefined}
        {...props}
      />
    ),
  });
  const router = createRouter({
    routeTree: root.addChildren([
      book,
      page('/jobs', 'Jobs'),
      page('/jobs/$id', 'A job'),
      page('/customers/$id', 'A customer'),
    ]),
    history: createMemoryHistory({ initialEntries: ['/book'] }),
  });
  render(
    <QueryClientProvider client={client}>
      <UiRoot>
        {/* The test's own small router is not the app's registered one. */}
        <RouterProvider router={router as never} />
      </UiRoot>
    </QueryClientProvider>,
  );
  await screen.findByRole('form', { name: 'Booking' });
  return router;
}

const searchBox = () =>
  screen.getByRole<HTMLInputElement>('combobox', { name: 'Phone, name, e-mail or address' });
const field = (name: RegExp) => screen.getByRole<HTMLInputElement>('combobox', { name });
const sentence = () => screen.getByTestId('confirm-sentence').textContent;
const press = (key: string, more: object = {}) =>
  act(async () => void fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more }));
const book = () => press('Enter', { ctrlKey: true });

async function find(text: string) {
  fireEvent.change(searchBox(), { target: { value: text } });
  await screen.findByRole('option', { name: /New customer/ });
}
async function choose(name: RegExp, text: string) {
  field(name).focus();
  fireEvent.input(field(name), { target: { value: text }, inputType: 'insertText' });
  await waitFor(() => expect(field(name).getAttribute('aria-activedescendant')).toBeTruthy());
  fireEvent.keyDown(field(name), { key: 'Enter' });
}
async function fillIn() {
  await find('lop');
  await press('Enter');
  await waitFor(() => expect(document.activeElement).toBe(field(/Job type/)));
  await choose(/Job type/, 'no c');
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByLabelText('Summary for the technician')),
  );
  fireEvent.input(document.activeElement!, { target: { value: 'outdoor unit hums' } });
  await press('Enter');
  expect(document.activeElement).toBe(field(/Campaign/));
  await choose(/Campaign/, 'goo');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('radio', { name: /^8–10/ })));
  await press('3');
}

describe('a known caller, by keyboard alone', () => {
  it('is found while typing, and Enter leads through the call to one sentence', async () => {
    await show();
    await waitFor(() => expect(document.activeElement).toBe(searchBox()));
    await fillIn();
    expect(sentence()).toBe('No cool for Maria Lopez, 12 Main St, today 12–2.');
    await book();
    await waitFor(() => expect(bookings).toHaveLength(1));
    expect(bookings[0]?.body).toMatchObject({
      customer: { id: 7 },
      location: { id: 8 },
      jobTypeId: 11,
      businessUnitId: 1,
      priority: 'High',
      campaignId: 41,
      summary: 'outdoor unit hums',
      appointment: { start: '2026-11-20T17:00:00.000Z', end: '2026-11-20T18:30:00.000Z' },
    });
  });

  it('afterwards the number is said, with Undo and the way to the job, and the next call can begin', async () => {
    await show();
    await fillIn();
    await book();
    expect(await screen.findByText('Job 1042 booked')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Open job 1042' })).toBeTruthy();
    expect(screen.getAllByRole('button', { name: 'Undo' }).length).toBeGreaterThan(0);
    await waitFor(() => expect(document.activeElement).toBe(searchBox()));
    expect(searchBox().value).toBe('');
    expect(sentence()).toBe('A job for nobody yet, no window yet.');
  });

  it('Enter before the answer is there waits for it and takes the only one', async () => {
    await show();
    await waitFor(() => expect(document.activeElement).toBe(searchBox()));
    fireEvent.change(searchBox(), { target: { value: 'lopez' } });
    await press('Enter');
    await waitFor(() => expect(screen.getByRole('radio', { name: /12 Main St/ })).toBeTruthy());
  });
});

describe('a new caller', () => {
  it('begins with what was typed, and goes with the booking', async () => {
    await show();
    await find('jo park 617 555 0199');
    await press('Enter');
    const name = await screen.findByLabelText<HTMLInputElement>(/^Name/);
    await waitFor(() => expect(document.activeElement).toBe(name));
    expect(name.value).toBe('Jo Park');
    expect(screen.getByLabelText<HTMLInputElement>('Phone').value).toBe('617 555 0199');
    fireEvent.input(screen.getByLabelText(/Street and number/), { target: { value: '5 Elm St' } });
    await choose(/Job type/, 'leak');
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByLabelText('Summary for the technician')),
    );
    await choose(/Campaign/, 'ref');
    fireEvent.click(screen.getByRole('radio', { name: /^2–4/ }));
    expect(sentence()).toBe('Leak repair for Jo Park, 5 Elm St, today 2–4.');
    await book();
    await waitFor(() => expect(bookings).toHaveLength(1));
    expect(bookings[0]?.body).toMatchObject({
      customer: { new: { name: 'Jo Park', contacts: [{ kind: 'Phone', value: '617 555 0199' }] } },
      location: { ofNewCustomer: 0 },
    });
  });
});

describe('what is missing', () => {
  it('is said at each field, nothing is sent, and the focus is at the first', async () => {
    await show({}, { ...exampleSetup, customFields: [requiredField] });
    await book();
    expect(await screen.findByText('Choose who is calling, or add a new customer.')).toBeTruthy();
    for (const text of [
      'Choose what kind of job it is.',
      'Choose a window.',
      'PO contact is needed to book.',
    ]) {
      expect(screen.getByText(text)).toBeTruthy();
    }
    expect(bookings).toEqual([]);
    await waitFor(() => expect(document.activeElement).toBe(searchBox()));
  });
});

describe('one intention books once', () => {
  it('a second Ctrl+Enter while the first is under way does nothing', async () => {
    let answer: (response: Response) => void = () => {};
    answers = [() => new Promise<Response>((resolve) => (answer = resolve))];
    await show();
    await fillIn();
    await book();
    await book();
    await waitFor(() => expect(bookings).toHaveLength(1));
    await book();
    await act(async () => answer(booked()));
    await screen.findByText('Job 1042 booked');
    expect(bookings).toHaveLength(1);
  });

  it('after a lost connection the same booking goes out under the same key', async () => {
    answers = [() => Promise.reject(new TypeError('network'))];
    await show();
    await fillIn();
    await book();
    expect(await screen.findByText(/cannot be reached/)).toBeTruthy();
    await book();
    await waitFor(() => expect(bookings).toHaveLength(2));
    expect(bookings[0]?.key).toBeTruthy();
    expect(bookings[1]?.key).toBe(bookings[0]?.key);
  });

  it('after a refusal it is a new intention, or the refusal would be repeated for ever', async () => {
    answers = [refused(422, 'job.inactive_reference')];
    await show();
    await fillIn();
    await book();
    await screen.findByText(/no longer in use/);
    await book();
    await waitFor(() => expect(bookings).toHaveLength(2));
    expect(bookings[1]?.key).not.toBe(bookings[0]?.key);
  });
});

describe('a refusal', () => {
  it('lands on the field it is about, and what was typed stays', async () => {
    answers = [
      refused(400, 'request.invalid', [{ path: 'customerPo', code: 'too_big', message: 'too long' }]),
    ];
    await show();
    await fillIn();
    await book();
    const po = screen.getByLabelText('Customer PO');
    await waitFor(() => expect(po.getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getByLabelText<HTMLTextAreaElement>('Summary for the technician').value).toBe(
      'outdoor unit hums',
    );
    expect(sentence()).toContain('Maria Lopez');
  });

  it('do not service is said before anything is sent', async () => {
    customer = exampleCustomer({ doNotService: true });
    await show({ customerId: 7 });
    expect(await screen.findByText('Do not service.')).toBeTruthy();
    const button = screen.getByRole('button', { name: /^Book/ });
    await waitFor(() => expect(button.getAttribute('aria-disabled')).toBe('true'));
    await book();
    expect(bookings).toEqual([]);
  });
});

describe('the address starts the call', () => {
  it('?customer= takes the customer and their only place, and asks for the job type', async () => {
    await show({ customerId: 7 });
    await waitFor(() => expect(sentence()).toBe('A job for Maria Lopez, 12 Main St, no window yet.'));
    await waitFor(() => expect(document.activeElement).toBe(field(/Job type/)));
  });

  it('?phone= looks the number up', async () => {
    await show({ phone: '6175550142' });
    expect(searchBox().value).toBe('(617) 555-0142');
    expect(await screen.findByRole('option', { name: /New customer/ })).toBeTruthy();
  });
});

it('windows that are over say so and cannot be chosen', async () => {
  clock.ms = () => msOf('2026-11-20T16:52:00.000Z' as never);
  await show();
  const gone = screen.getByRole<HTMLInputElement>('radio', { name: /^8–10/ });
  expect(gone.disabled).toBe(true);
  expect(gone.closest('label')?.title).toBe('Past: it is 11:52 on Fri 20 Nov, the window ended at 10:00.');
});

it('leaving with something typed asks, and staying keeps it', async () => {
  const router = await show();
  await fillIn();
  await act(async () => void router.navigate({ to: '/jobs' } as never));
  const dialog = await screen.findByRole('dialog');
  fireEvent.click(within(dialog).getByRole('button', { name: 'Keep as it is' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sentence()).toContain('Maria Lopez');
});

it('Enter leads through the lines of a new customer, then on to the job', async () => {
  await show();
  await find('jo park');
  await press('Enter');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^Name/)));
  const lines = ['Phone', 'E-mail', 'Street and number *', 'Unit', 'City', 'State', 'ZIP'];
  for (const label of lines) {
    await press('Enter');
    expect(document.activeElement).toBe(screen.getByLabelText(label));
  }
  await press('Enter');
  expect(document.activeElement).toBe(field(/Job type/));
});

it('in the windows, left and right go through the days and digits take a window', async () => {
  await show({ customerId: 7 });
  await waitFor(() => expect(document.activeElement).toBe(field(/Job type/)));
  act(() => screen.getByRole('radio', { name: /^8–10/ }).focus());
  await press('ArrowRight');
  await press('2');
  expect(sentence()).toContain('tomorrow 10–12');
  await press('ArrowLeft');
  expect(sentence()).toContain('today 10–12');
  await press('ArrowLeft');
  expect(sentence()).toContain('today 10–12');
});
