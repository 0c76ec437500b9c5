/** A booking page with a server that answers what a test tells it to, and the hands of who takes the call. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { Customer } from '#contract/customer.ts';
import type { CustomerOverview } from '#contract/customer-overview.ts';
import type { Setup } from '#contract/setup.ts';
import { msOf } from '#domain/time.ts';
import { sessionQueries } from '../../data/session.ts';
import { setupQueries } from '../../data/setup.ts';
import { clock } from '../../lib/clock.ts';
import { dismissToast, toastsShown } from '../../ui/toast-store.ts';
import { UiRoot } from '../../ui/ui-root.tsx';
import { booked, capacity, original, overview, recentCall, summaryOf } from './booking-answers.fixture.ts';
import { BookingPage } from './booking-page.tsx';
import { exampleCustomer, exampleSetup, exampleUser } from './example-setup.ts';

const realMs = clock.ms;
type Booking = { body: Record<string, unknown>; key: string | null };
type Desk = {
  customer: Customer;
  /** Somebody else, found by “tenant”; null: nobody. */
  host: Customer | null;
  /** What was sent, in order. */
  bookings: Booking[];
  /** To the next bookings, before they are simply booked. */
  answers: (() => Response | Promise<Response>)[];
  /** The questions for windows, in order. */
  windowsAsked: string[];
  lastCanceled: CustomerOverview['lastCanceled'];
  /** The customer's card is answered once this is settled. */
  cardAfter: Promise<void>;
};
const empty = (): Desk => ({
  customer: exampleCustomer(),
  host: null,
  bookings: [],
  answers: [],
  windowsAsked: [],
  lastCanceled: null,
  cardAfter: Promise.resolve(),
});
export const desk: Desk = empty();

/** Before and after each test of the file that calls it. */
export function freshDesk(): void {
  // A whole call in jsdom is many roles to compute; on a busy machine that takes its time.
  vi.setConfig({ testTimeout: 30_000 });
  beforeEach(() => {
    clock.ms = () => msOf('2026-11-20T12:00:00.000Z' as never);
    // jsdom does not scroll; the router asks it to at every page.
    vi.stubGlobal('scrollTo', () => {});
    // jsdom has none, and a choice from a list makes one.
    vi.stubGlobal('PointerEvent', MouseEvent);
    Object.assign(desk, empty());
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      if (url === '/api/jobs' && init.method === 'POST') {
        const headers = init.headers as Record<string, string>;
        desk.bookings.push({ body: JSON.parse(String(init.body)), key: headers['Idempotency-Key'] ?? null });
        return (desk.answers.shift() ?? booked)();
      }
      if (url.startsWith('/api/customers?')) {
        if (desk.host && url.includes('tenant'))
          return Response.json({ items: [summaryOf(desk.host)], next: null, total: null });
        const found = decodeURIComponent(url).toLowerCase().includes('lop') ? [summaryOf(desk.customer)] : [];
        const part = url.includes('smth') ? { notFound: ['smth'] } : {};
        return Response.json({ items: found, next: null, total: null, ...part });
      }
      if (url === '/api/jobs/5') return Response.json(original);
      if (url === '/api/customers/7') {
        await desk.cardAfter;
        return Response.json(desk.customer);
      }
      if (url.startsWith('/api/customers/404')) {
        const problem = { status: 404, code: 'record.not_found', params: { kind: 'customer' } };
        return Response.json({ ...problem, requestId: 'R1' }, { status: 404 });
      }
      if (desk.host && url === `/api/customers/${desk.host.id}`) return Response.json(desk.host);
      if (url === '/api/customers/7/overview')
        return Response.json(overview(desk.customer, desk.lastCanceled));
      if (url.startsWith('/api/capacity/windows?')) {
        desk.windowsAsked.push(url);
        return Response.json(capacity);
      }
      if (url.startsWith('/api/calls?'))
        return Response.json({ items: [recentCall], next: null, total: null });
      if (url === '/api/calls') return Response.json({ operationId: 78, call: recentCall }, { status: 201 });
      if (url.startsWith('/api/locations/zone?')) {
        return Response.json({ zoneId: url.endsWith('=02169') ? 41 : null });
      }
      if (url.startsWith('/api/customers/matches?')) return Response.json({ items: [] });
      if (url.startsWith('/api/jobs?')) return Response.json({ items: [], next: null, total: 0 });
      throw new Error(`Nobody answers ${url}`);
    });
  });
  afterEach(() => {
    clock.ms = realMs;
    for (const { id } of toastsShown()) dismissToast(id);
    vi.unstubAllGlobals();
  });
}

export async function show(
  props: Partial<Parameters<typeof BookingPage>[0]> = {},
  setup: Setup = exampleSetup,
  address = '/book',
) {
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
    component: function Book() {
      const { recall } = book.useSearch() as { recall?: number };
      return (
        <BookingPage
          customerId={undefined}
          locationId={undefined}
          phone={undefined}
          query={undefined}
          original={recall === undefined ? undefined : { kind: 'recall', jobId: recall }}
          {...props}
        />
      );
    },
  });
  const router = createRouter({
    routeTree: root.addChildren([
      book,
      page('/jobs', 'Jobs'),
      page('/jobs/$id', 'A job'),
      page('/customers/$id', 'A customer'),
    ]),
    history: createMemoryHistory({ initialEntries: [address] }),
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

export const searchBox = () =>
  screen.getByRole<HTMLInputElement>('combobox', { name: 'Phone, name, e-mail or address' });
export const field = (name: RegExp) => screen.getByRole<HTMLInputElement>('combobox', { name });
export const sentence = () => screen.getByTestId('confirm-sentence').textContent;
export const press = (key: string, more: object = {}) =>
  act(async () => void fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more }));
export const book = () => press('Enter', { ctrlKey: true });

export async function find(text: string) {
  fireEvent.change(searchBox(), { target: { value: text } });
  await screen.findByRole('option', { name: /New customer/ });
}
export async function choose(name: RegExp, text: string) {
  field(name).focus();
  fireEvent.input(field(name), { target: { value: text }, inputType: 'insertText' });
  await waitFor(() => expect(field(name).getAttribute('aria-activedescendant')).toBeTruthy());
  fireEvent.keyDown(field(name), { key: 'Enter' });
}
/** From a short list that opens, by the keyboard: `to` stands right below `from`. */
export async function chooseOption(list: HTMLElement, from: string, to: string) {
  list.focus();
  fireEvent.keyDown(list, { key: 'ArrowDown' });
  const usual = await screen.findByRole('option', { name: from });
  const option = screen.getByRole('option', { name: to });
  await waitFor(() => expect(document.activeElement).toBe(usual));
  fireEvent.keyDown(usual, { key: 'ArrowDown' });
  await waitFor(() => expect(document.activeElement).toBe(option));
  fireEvent.keyDown(option, { key: 'Enter' });
  await waitFor(() => expect(list.textContent).toBe(to));
}
export const summary = () => screen.getByLabelText<HTMLTextAreaElement>(/What is wrong/);
export const firstBest = () => screen.getAllByRole<HTMLInputElement>('radio', { name: /Today 12/ })[0]!;
export const says = (text: string) => fireEvent.input(summary(), { target: { value: text } });
export async function fillIn() {
  await find('lop');
  await press('Enter');
  await waitFor(() => expect(document.activeElement).toBe(summary()));
  says('no cool, outdoor unit hums');
  await waitFor(() => expect(field(/Job type/).value).toBe('No cool'));
  await press('Enter');
  expect(document.activeElement).toBe(field(/Campaign/));
  await choose(/Campaign/, 'goo');
  await screen.findAllByRole('radio', { name: /Today 12/ });
  firstBest().focus();
  await press('Enter');
}
