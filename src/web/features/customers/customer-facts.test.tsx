import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Customer } from '#contract/customer.ts';
import { instant } from '#domain/time.ts';
import { customerQueries } from '../../data/customers.ts';
import { sessionQueries } from '../../data/session.ts';
import { setupQueries } from '../../data/setup.ts';
import { UiRoot } from '../../ui/ui-root.tsx';
import { CustomerFacts } from './customer-facts.tsx';

vi.setConfig({ testTimeout: 30_000 });

const customer: Customer = {
  id: 7,
  version: 3,
  name: 'Maria Lopez',
  type: 'Residential',
  doNotService: false,
  tagIds: [],
  externalKey: null,
  memo: '',
  active: true,
  createdOn: instant('2024-05-01T12:00:00Z'),
  modifiedOn: instant('2024-05-01T12:00:00Z'),
  locations: [],
  contacts: [],
};
const LISTS = [
  'businessUnits',
  'jobTypes',
  'technicians',
  'campaigns',
  'tags',
  'reasons',
  'zones',
  'skills',
  'taxZones',
  'customFields',
];
const setup = { companyName: 'North Air', ...Object.fromEntries(LISTS.map((name) => [name, []])) };
const user = {
  id: 1,
  name: 'Mia',
  email: 'm@demo.test',
  tenantId: 1,
  companyName: '',
  roles: ['csr'],
  rights: [],
  businessUnitIds: null,
};

let writes: { changes: object; expected: object[] }[];
let answers: (() => Response)[];
const saved = (changes: Partial<Customer>) =>
  Response.json({ operationId: 5, merged: false, customer: { ...customer, version: 9, ...changes } });
const problem = (status: number, code: string, params: object, fields: object[] = []) =>
  Response.json({ status, code, params, fields, requestId: 'req-1' }, { status });

beforeEach(() => {
  writes = [];
  answers = [];
  vi.stubGlobal('scrollTo', () => {});
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (init.method === 'PATCH') {
      writes.push(JSON.parse(String(init.body)));
      return answers.shift()!();
    }
    if (url === '/api/history/customer/7') {
      const changes = [{ field: 'name', before: 'Maria Lopez', after: 'Maria Gomez' }];
      const at = '2026-11-21T14:00:00.000Z';
      const entry = {
        version: 4,
        at,
        actorId: 3,
        actorName: 'Jo Park',
        verb: 'customer.updated',
        created: false,
        operationId: 4,
      };
      return Response.json({ kind: 'customer', id: 7, entries: [{ ...entry, changes }] });
    }
    throw new Error(`Nobody answers ${url}`);
  });
});
afterEach(() => vi.unstubAllGlobals());

async function show(lockedBecause?: string) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 60_000 } } });
  client.setQueryData(setupQueries.get().queryKey, setup as never);
  client.setQueryData(sessionQueries.user().queryKey, user as never);
  client.setQueryData(customerQueries.detail(7).queryKey, customer);
  function Facts() {
    const { data } = useQuery({ ...customerQueries.detail(7), staleTime: Number.POSITIVE_INFINITY });
    return data && <CustomerFacts customer={data} lockedBecause={lockedBecause} />;
  }
  const router = createRouter({
    routeTree: createRootRoute({ component: Facts }),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  render(
    <QueryClientProvider client={client}>
      <UiRoot>
        <RouterProvider router={router as never} />
      </UiRoot>
    </QueryClientProvider>,
  );
  await screen.findByText('Kind of customer');
  return client;
}
async function open() {
  fireEvent.click(screen.getByRole('button', { name: /^Change name/ }));
  const box = screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' });
  await waitFor(() => expect(document.activeElement).toBe(box));
  return box;
}
const type = (box: HTMLElement, value: string) =>
  act(async () => void fireEvent.input(box, { target: { value } }));
const press = (box: HTMLElement, key: string) => act(async () => void fireEvent.keyDown(box, { key }));

it('a fact is changed where it stands: Enter saves only that, and the focus goes back to it', async () => {
  answers = [() => saved({ name: 'Maria Lopez-Diaz' })];
  await show();
  const box = await open();
  await type(box, 'Maria Lopez-Diaz');
  await press(box, 'Enter');
  const fact = await screen.findByRole('button', { name: 'Change name: Maria Lopez-Diaz' });
  expect(writes).toEqual([
    { changes: { name: 'Maria Lopez-Diaz' }, expected: [{ kind: 'customer', id: 7, version: 3 }] },
  ]);
  await waitFor(() => expect(document.activeElement).toBe(fact));
});

it('Escape leaves it as it was, and nothing typed sends nothing', async () => {
  await show();
  await type(await open(), 'Nobody');
  await press(screen.getByRole('textbox', { name: 'Name' }), 'Escape');
  expect(screen.getByRole('button', { name: 'Change name: Maria Lopez' })).toBeTruthy();
  await press(await open(), 'Enter');
  await screen.findByRole('button', { name: 'Change name: Maria Lopez' });
  expect(writes).toEqual([]);
});

it('what the rule forbids is said at the field before anything is sent', async () => {
  await show();
  const box = await open();
  await type(box, '   ');
  await press(box, 'Enter');
  await waitFor(() => expect(box.getAttribute('aria-invalid')).toBe('true'));
  expect(screen.getByText('This is missing.')).toBeTruthy();
  expect(writes).toEqual([]);
});

it('a refusal of the server lands on the field and the typed text stays', async () => {
  const wrong = { path: 'changes.name', code: 'custom', message: 'is taken' };
  answers = [() => problem(400, 'request.invalid', {}, [wrong])];
  await show();
  const box = await open();
  await type(box, 'Maria X');
  await press(box, 'Enter');
  expect(await screen.findByText('This is taken.')).toBeTruthy();
  expect(box.value).toBe('Maria X');
});

it('it is decided on what stood there when it was opened, not on what arrived meanwhile; then both stand side by side', async () => {
  const stale = {
    kind: 'customer',
    id: 7,
    version: 4,
    fields: [{ field: 'name', now: 'Maria Gomez' }],
    byName: 'Jo Park',
    at: null,
  };
  answers = [() => problem(412, 'request.stale', stale), () => saved({ name: 'Maria Lopez-Diaz' })];
  const client = await show();
  const box = await open();
  await act(async () => {
    client.setQueryData(customerQueries.detail(7).queryKey, { ...customer, version: 4, name: 'Maria Gomez' });
  });
  await type(box, 'Maria Lopez-Diaz');
  await press(box, 'Enter');
  const dialog = await screen.findByRole('dialog', { name: 'Changed in the meantime' });
  expect(writes[0]?.expected).toEqual([{ kind: 'customer', id: 7, version: 3 }]);
  await within(dialog).findByText('Maria Gomez');
  expect(within(dialog).getByText('Maria Lopez-Diaz')).toBeTruthy();
  fireEvent.click(within(dialog).getByRole('button', { name: 'Apply mine' }));
  await screen.findByRole('button', { name: 'Change name: Maria Lopez-Diaz' });
  expect(writes[1]?.expected).toEqual([{ kind: 'customer', id: 7, version: 4 }]);
});

it('Escape in the comparison leaves what was typed where it was typed', async () => {
  const stale = {
    kind: 'customer',
    id: 7,
    version: 4,
    fields: [{ field: 'name', now: 'Maria Gomez' }],
    byName: 'Jo Park',
    at: null,
  };
  answers = [() => problem(412, 'request.stale', stale)];
  await show();
  const box = await open();
  await type(box, 'Maria Lopez-Diaz');
  await press(box, 'Enter');
  const dialog = await screen.findByRole('dialog', { name: 'Changed in the meantime' });
  await press(within(dialog).getByRole('button', { name: 'Apply mine' }), 'Escape');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(box.isConnected && box.value).toBe('Maria Lopez-Diaz');
});

it('taking theirs drops what was typed and shows what is there now', async () => {
  const stale = {
    kind: 'customer',
    id: 7,
    version: 4,
    fields: [{ field: 'name', now: 'Maria Gomez' }],
    byName: 'Jo Park',
    at: null,
  };
  answers = [() => problem(412, 'request.stale', stale)];
  const client = await show();
  const box = await open();
  await act(async () => {
    client.setQueryData(customerQueries.detail(7).queryKey, { ...customer, version: 4, name: 'Maria Gomez' });
  });
  await type(box, 'Mine');
  await press(box, 'Enter');
  fireEvent.click(await screen.findByRole('button', { name: 'Take theirs' }));
  expect(await screen.findByRole('button', { name: 'Change name: Maria Gomez' })).toBeTruthy();
  expect(writes).toHaveLength(1);
});

it('what may not be changed says why, to the keyboard and to readers too', async () => {
  await show('Your role does not change customers.');
  const facts = screen.getAllByRole('button', { name: /Your role does not change customers/ });
  expect(facts).toHaveLength(6);
  expect(facts.every((fact) => fact.getAttribute('aria-disabled') === 'true')).toBe(true);
});
