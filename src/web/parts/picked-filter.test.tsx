import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PickedCustomer, PickedProject } from './picked-filter.tsx';
import { renderInOffice } from './render-in-office.fixture.tsx';

vi.setConfig({ testTimeout: 30_000 });
// jsdom has no PointerEvent; Base UI makes one when Enter takes an option.
Object.assign(document.defaultView!, { PointerEvent: MouseEvent });

const lopez = { id: 7, name: 'Maria Lopez', phone: '', address: '12 Main St', locationCount: 1 };
beforeEach(() => {
  vi.stubGlobal('fetch', async (url: string) => {
    const { pathname, searchParams } = new URL(url, 'http://here');
    if (pathname === '/api/customers/7') return Response.json(lopez);
    if (pathname === '/api/customers') return Response.json({ items: [lopez], next: null, total: null });
    if (pathname === '/api/projects/9') return Response.json({ project: { id: 9, name: 'Boiler room' } });
    const items = searchParams.get('q') ? [{ id: 9, number: 31, name: 'Boiler room' }] : [];
    return Response.json({ items, next: null, total: items.length });
  });
});
afterEach(() => vi.unstubAllGlobals());

function Filters() {
  const [customer, setCustomer] = useState<number | undefined>();
  const [project, setProject] = useState<number | undefined>();
  return (
    <>
      <PickedCustomer id={customer} onChange={setCustomer} />
      <PickedProject id={project} onChange={setProject} />
      <output>{JSON.stringify({ customer, project })}</output>
    </>
  );
}
const state = () => document.querySelector('output')!.textContent;

it.each([
  ['Customer', 'Find a customer', 'lop', /Maria Lopez/, '{"customer":7}'],
  ['Project', 'Find a project', 'boi', /Boiler room/, '{"project":9}'],
] as const)(
  '%s: one is found by typing, named on the chip, and taken off again',
  async (label, box, typed, found, set) => {
    renderInOffice(<Filters />);
    const chip = await screen.findByRole('button', { name: `${label} Any` });
    fireEvent.click(chip);
    const input = await screen.findByRole('combobox', { name: box });
    input.focus();
    fireEvent.input(input, { target: { value: typed }, inputType: 'insertText' });
    await screen.findByRole('option', { name: found });
    fireEvent.keyDown(input, { key: 'Enter' });
    await waitFor(() => expect(state()).toBe(set));
    await waitFor(() => expect(chip.textContent).toMatch(found));
    fireEvent.click(await screen.findByRole('button', { name: `Any ${label.toLowerCase()}` }));
    await waitFor(() => expect(state()).toBe('{}'));
  },
);
