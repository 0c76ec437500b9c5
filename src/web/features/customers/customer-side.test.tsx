import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { renderInOffice } from '../../parts/render-in-office.fixture.tsx';
import { CustomerSide } from './customer-side.tsx';

// jsdom has no PointerEvent; Base UI makes one when Enter takes an option.
Object.assign(document.defaultView!, { PointerEvent: MouseEvent });
vi.setConfig({ testTimeout: 30_000 });

let asked: string[];
let written: unknown[];
const at = '2026-11-21T14:00:00.000Z';
const note = (ownerKind: string, ownerId: number, text: string) => ({
  id: 31,
  version: 1,
  ownerKind,
  ownerId,
  text,
  pinned: true,
  authorId: 2,
  authorName: 'Jo Park',
  createdOn: at,
  modifiedOn: at,
  active: true,
});

beforeEach(() => {
  asked = [];
  written = [];
  vi.stubGlobal('scrollTo', () => {});
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (init.method === 'POST') {
      const body = JSON.parse(String(init.body));
      written.push(body);
      const made = note(body.ownerKind, body.ownerId, body.text);
      return Response.json({ operationId: 5, merged: false, note: made }, { status: 201 });
    }
    const { pathname, searchParams } = new URL(url, 'http://here');
    const of = `${searchParams.get('ownerKind')} ${searchParams.get('ownerId')}`;
    asked.push(`${pathname} ${of}`);
    const items =
      pathname === '/api/notes' && of === 'location 71' ? [note('location', 71, 'Key under the mat')] : [];
    return Response.json({ items, total: items.length, next: null });
  });
});
afterEach(() => vi.unstubAllGlobals());

const Side = () => (
  <CustomerSide id={7} locations={[{ id: 71, street: '12 Main St' }]} zone="America/New_York" />
);
function show() {
  const router = createRouter({
    routeTree: createRootRoute({ component: Side }),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  renderInOffice(<RouterProvider router={router as never} />);
}

it('a note is written on the customer, and pinned for whoever takes the next call', async () => {
  show();
  const box = await screen.findByRole('textbox', { name: 'New note' });
  fireEvent.change(box, { target: { value: 'Pays by check only' } });
  fireEvent.click(screen.getByRole('checkbox', { name: 'Pin on top' }));
  fireEvent.click(screen.getByRole('button', { name: /Add note/ }));
  await waitFor(() =>
    expect(written).toEqual([
      { ownerKind: 'customer', ownerId: 7, text: 'Pays by check only', pinned: true },
    ]),
  );
});

it('a location has notes and files of its own beside those of its customer', async () => {
  show();
  await screen.findByText('No notes yet.');
  const of = screen.getByRole('combobox', { name: 'Notes of' });
  of.focus();
  fireEvent.keyDown(of, { key: 'ArrowDown' });
  const customer = await screen.findByRole('option', { name: 'Customer' });
  const place = screen.getByRole('option', { name: '12 Main St' });
  await waitFor(() => expect(document.activeElement).toBe(customer));
  fireEvent.keyDown(customer, { key: 'ArrowDown' });
  await waitFor(() => expect(document.activeElement).toBe(place));
  fireEvent.keyDown(place, { key: 'Enter' });
  await screen.findByText('Key under the mat');
  fireEvent.click(screen.getByRole('tab', { name: /Files/ }));
  await screen.findByText('No files yet.');
  expect(asked).toContain('/api/files location 71');
});

it('a half-written note is not taken away by another place or tab without a question', async () => {
  show();
  const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'New note' });
  fireEvent.change(box, { target: { value: 'Pays by' } });
  const of = screen.getByRole('combobox', { name: 'Notes of' });
  of.focus();
  fireEvent.keyDown(of, { key: 'ArrowDown' });
  const customer = await screen.findByRole('option', { name: 'Customer' });
  await waitFor(() => expect(document.activeElement).toBe(customer));
  fireEvent.keyDown(customer, { key: 'ArrowDown' });
  const place = screen.getByRole('option', { name: '12 Main St' });
  await waitFor(() => expect(document.activeElement).toBe(place));
  fireEvent.keyDown(place, { key: 'Enter' });
  fireEvent.click(await screen.findByRole('button', { name: 'Keep as it is' }));
  expect(box.value).toBe('Pays by');
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Leave' })).toBeNull());
  fireEvent.click(screen.getByRole('tab', { name: /Files/ }));
  fireEvent.click(await screen.findByRole('button', { name: 'Leave' }));
  await screen.findByText('No files yet.');
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Leave' })).toBeNull());
  // Nothing is written any more.
  fireEvent.click(screen.getByRole('tab', { name: /History/ }));
  expect(screen.getByRole('tab', { name: /History/ }).ariaSelected).toBe('true');
  expect(screen.queryByRole('button', { name: 'Leave' })).toBeNull();
});
