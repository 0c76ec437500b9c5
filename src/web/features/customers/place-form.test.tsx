import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type CustomerLocation, newLocation } from '#contract/customer.ts';
import { renderInOffice } from '../../parts/render-in-office.fixture.tsx';
import { PlaceForm } from './place-form.tsx';

vi.setConfig({ testTimeout: 30_000 });

const place: CustomerLocation = {
  ...newLocation.parse({ street: '12 Main St', zip: '02169' }),
  id: 71,
  version: 4,
  customerId: 7,
  active: true,
  zoneId: null,
  point: null,
};
type Sent = { changes: object; location?: { zoneId?: number | null } };
let sent: Sent[];
const added = () => sent.flatMap(({ location }) => (location ? [{ location }] : []));
beforeEach(() => {
  sent = [];
  vi.stubGlobal('scrollTo', () => {});
  // jsdom has none, and a choice from a list makes one.
  vi.stubGlobal('PointerEvent', MouseEvent);
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    sent.push(JSON.parse(String(init.body)));
    return new Promise<Response>(() => {});
  });
});
afterEach(() => vi.unstubAllGlobals());

let shown: CustomerLocation | null;
const Form = () => <PlaceForm customerId={7} place={shown} onClose={() => {}} />;
async function show(of: CustomerLocation | null = place) {
  shown = of;
  const router = createRouter({
    routeTree: createRootRoute({ component: Form }),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  renderInOffice(<RouterProvider router={router as never} />);
  return screen.findByRole('textbox', { name: 'Map pin' });
}
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save' }));

it('a pin is pasted from a map and the place gets a clock of its own; nothing else is sent', async () => {
  await show();
  type('Map pin', '42.3601, -71.0589');
  type('Time zone', 'America/Chicago');
  save();
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]!.changes).toEqual({
    latitude: 42.3601,
    longitude: -71.0589,
    timeZone: 'America/Chicago',
  });
});

it('a pin that cannot be read is said at its field and is not saved as none', async () => {
  await show();
  type('Map pin', 'behind the church');
  save();
  await screen.findByText(/Latitude and longitude, as a map gives them/);
  expect(sent).toEqual([]);
});

it('hours are added by line, typed as on the phone, and sent as days and minutes', async () => {
  await show();
  fireEvent.click(screen.getByRole('button', { name: 'Add hours' }));
  fireEvent.click(screen.getByRole('button', { name: 'Fri' }));
  type('Until, line 1', '4p');
  save();
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]!.changes).toEqual({
    businessHours: [1, 2, 3, 4].map((weekday) => ({ weekday, startMinute: 540, endMinute: 960 })),
  });
});

it('hours that cannot be read are said and not saved', async () => {
  await show();
  fireEvent.click(screen.getByRole('button', { name: 'Add hours' }));
  type('Until, line 1', 'tea time');
  save();
  await screen.findByText(/At least one day, and times as/);
  expect(sent).toEqual([]);
});

it('a place whose address was found says where, and that a pin goes before it', async () => {
  await show({ ...place, point: { latitude: 42.25, longitude: -71.0023, source: 'address' } });
  await screen.findByText(/Without one, drives count from its address, found at 42.25, -71.0023\./);
});

it.each([
  ['the zone of its ZIP unless somebody says otherwise', null, undefined],
  ['no zone where somebody says so', 'No zone', null],
])('a new place is in %s', async (_name, chosen, zoneId) => {
  await show(null);
  fireEvent.change(screen.getByRole('textbox', { name: /^Street/ }), { target: { value: '9 New St' } });
  if (chosen) {
    const zone = screen.getByRole('combobox', { name: 'Dispatch zone' });
    zone.focus();
    fireEvent.keyDown(zone, { key: 'ArrowDown' });
    const usual = await screen.findByRole('option', { name: 'As others in its ZIP' });
    const option = screen.getByRole('option', { name: chosen });
    await waitFor(() => expect(document.activeElement).toBe(usual));
    fireEvent.keyDown(usual, { key: 'ArrowDown' });
    await waitFor(() => expect(document.activeElement).toBe(option));
    fireEvent.keyDown(option, { key: 'Enter' });
    await waitFor(() => expect(zone.textContent).toBe(chosen));
  }
  fireEvent.click(screen.getByRole('button', { name: 'Add location' }));
  await waitFor(() => expect(added()).toHaveLength(1));
  expect(added()[0]!.location.zoneId).toBe(zoneId);
});
