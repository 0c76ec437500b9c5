import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { NeededColumns } from './needed-columns.tsx';

const items = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

it('of requests what every file must have is named before the check, and what has a column', () => {
  render(<NeededColumns kind="service-requests" mapping={{ 'SR #': 'externalId', note: 'ignore' }} />);
  expect(items()).toEqual([
    'Request number · has a column',
    'Opened · no column yet',
    'Full address or Street · no column yet',
  ]);
});

it.each([
  ['customers', ['Name, Last name, or Company']],
  ['locations', ['Customer’s key or Customer’s name', 'Full address or Street']],
  ['contacts', ['Customer’s key or Customer’s name', 'Phone, Mobile, or E-mail']],
  ['jobs', ['Customer’s key or Customer’s name', 'Job type', 'Scheduled start']],
] as const)('of %s one of each is enough', (kind, needed) => {
  render(<NeededColumns kind={kind} mapping={{}} />);
  expect(items()).toEqual(needed.map((words) => `${words} · no column yet`));
});

it('a column for one of them is a column for all', () => {
  render(<NeededColumns kind="customers" mapping={{ Firm: 'company' }} />);
  expect(items()).toEqual(['Name, Last name, or Company · has a column']);
});
