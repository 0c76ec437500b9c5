import { expect, it } from 'vitest';
import type { Setup } from '#contract/setup.ts';
import { renderInOffice } from '../../parts/render-in-office.fixture.tsx';
import { WhatForFilters } from './order-filters.tsx';
import type { OrdersSearch } from './orders-search.ts';

const setup = { technicians: [{ id: 4, name: 'Ana R.', active: true }] } as unknown as Setup;
const chips = (search: OrdersSearch, isMore: boolean) => {
  renderInOffice(<WhatForFilters search={search} setup={setup} isMore={isMore} onSearch={() => {}} />);
  return [...document.querySelectorAll('button')].map(({ textContent }) => textContent);
};

it('what an order is for is asked when more is asked for', () => {
  expect(chips({}, true)).toEqual(['Job Any', 'Project Any', 'Technician All']);
});
it('else only what the list is narrowed to stands there', () => {
  expect(chips({ technician: 4 }, false)).toEqual(['Technician Ana R.']);
});
