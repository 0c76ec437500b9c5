import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import {
  book,
  choose,
  desk,
  field,
  fillIn,
  freshDesk,
  press,
  sentence,
  show,
  summary,
} from './booking-desk.driver.tsx';
import { exampleCustomer } from './example-setup.ts';

freshDesk();

const [place] = exampleCustomer().locations;
const placeOfTom = (id: number, street: string) => ({ ...place!, id, customerId: 9, street });
const tom = (...streets: string[]) =>
  exampleCustomer({
    id: 9,
    name: 'Tom Tenant',
    locations: streets.map((street, at) => placeOfTom(90 + at, street)),
  });
const elsewhere = () => screen.getByRole('button', { name: 'At another customer’s' });

it('a landlord books at a tenant’s place: whose it is, which of theirs, and the landlord pays', async () => {
  desk.host = tom('5 Pier Rd', '6 Pier Rd');
  await show();
  await fillIn();
  act(() => elsewhere().focus());
  fireEvent.click(elsewhere());
  await waitFor(() => expect(document.activeElement).toBe(field(/Whose place/)));
  expect(screen.getByText(/^Maria Lopez pays\./)).toBeTruthy();
  await choose(/Whose place/, 'tenant');
  await waitFor(() => expect(sentence()).toContain('5 Pier Rd at Tom Tenant'));
  fireEvent.click(await screen.findByRole('radio', { name: /6 Pier Rd/ }));
  expect(sentence()).toContain('for Maria Lopez, 6 Pier Rd at Tom Tenant');
  await book();
  await waitFor(() => expect(desk.bookings).toHaveLength(1));
  expect(desk.bookings[0]!.body).toMatchObject({
    customer: { id: 7 },
    location: { id: 91 },
    billToCustomerId: 7,
  });
});

it('one place is taken at once and the call goes on; back at their own it is the caller’s again', async () => {
  desk.host = tom('5 Pier Rd');
  await show({ customerId: 7 });
  await waitFor(() => expect(document.activeElement).toBe(summary()));
  fireEvent.click(elsewhere());
  await choose(/Whose place/, 'tenant');
  await waitFor(() => expect(sentence()).toContain('5 Pier Rd at Tom Tenant'));
  fireEvent.click(screen.getByRole('button', { name: 'Back to their own locations' }));
  await waitFor(() => expect(sentence()).toContain('Maria Lopez, 12 Main St'));
  expect(sentence()).not.toContain('Tom Tenant');
});

it('booked without saying whose place it is, the field says so and has the focus', async () => {
  await show();
  await fillIn();
  fireEvent.click(elsewhere());
  await book();
  await waitFor(() => expect(field(/Whose place/).getAttribute('aria-invalid')).toBe('true'));
  expect(document.activeElement).toBe(field(/Whose place/));
  expect(desk.bookings).toHaveLength(0);
  await press('Escape');
});
