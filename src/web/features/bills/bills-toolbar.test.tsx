import { fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Setup } from '#contract/setup.ts';
import type { Day } from '#domain/time.ts';
import { renderInOffice } from '../../parts/render-in-office.fixture.tsx';
import type { BillsSearch } from './bills-search.ts';
import { BillsToolbar } from './bills-toolbar.tsx';

const setup = { businessUnits: [{ id: 1, name: 'HVAC', active: true }] } as unknown as Setup;
const show = (search: BillsSearch) =>
  renderInOffice(
    <BillsToolbar search={search} setup={setup} today={'2026-11-23' as Day} onSearch={() => {}} />,
  );
const chips = () => [...document.querySelectorAll('button')].map(({ textContent }) => textContent);

it('what is rarely asked for stays behind a button, so that the toolbar keeps one row', () => {
  show({});
  expect(chips()).not.toContain('Business unit All');
  fireEvent.click(screen.getByRole('button', { name: 'More filters' }));
  expect(chips()).toEqual(expect.arrayContaining(['Books All', 'Business unit All']));
  expect(chips()).not.toContain('More filters');
});

it('what the list is narrowed to is never hidden', () => {
  show({ bu: [1] });
  expect(chips()).toContain('Business unit HVAC');
  expect(chips()).not.toContain('Books All');
});
