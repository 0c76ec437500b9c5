import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { Combobox, type ComboboxProps } from './combobox.tsx';
import { Field } from './field.tsx';

type Customer = { id: number; name: string };
const customers: Customer[] = [
  { id: 1, name: 'Maria Lopez' },
  { id: 2, name: 'Luis Lopez' },
  { id: 3, name: 'J. Okafor' },
];
const searchByName = async (query: string) =>
  customers.filter((c) => c.name.toLowerCase().includes(query.toLowerCase()));

function CustomerField(props: Partial<ComboboxProps<Customer>>) {
  const [customer, setCustomer] = useState<Customer | null>(null);
  return (
    <>
      <Field label="Customer">
        <Combobox
          value={customer}
          onValueChange={setCustomer}
          search={searchByName}
          itemKey={(c) => c.id}
          itemText={(c) => c.name}
          {...props}
        />
      </Field>
      <output>{customer ? `chosen ${customer.id}` : 'nobody'}</output>
    </>
  );
}
const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Customer' });
const type = (text: string) => {
  field().focus();
  // Without inputType Base UI takes it for autofill and does not open.
  fireEvent.input(field(), { target: { value: text }, inputType: 'insertText' });
};

it('typing finds, the first match is lit, Enter takes it and its name stands in the field', async () => {
  render(<CustomerField />);
  type('lop');
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
  await waitFor(() => expect(field().getAttribute('aria-activedescendant')).toBeTruthy());
  fireEvent.keyDown(field(), { key: 'Enter' });
  await waitFor(() => expect(screen.getByText('chosen 1')).toBeTruthy());
  expect(field().value).toBe('Maria Lopez');
});

it('Enter straight after the last letter takes the first of what is found then, not of what was found before', async () => {
  render(<CustomerField />);
  type('lop');
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
  type('oka');
  fireEvent.keyDown(field(), { key: 'Enter' });
  await waitFor(() => expect(screen.getByText('chosen 3')).toBeTruthy());
  expect(field().value).toBe('J. Okafor');
});

it('someone new is the last row, reached with the keyboard like the others', async () => {
  const made: string[] = [];
  render(<CustomerField create={{ label: (q) => `+ New customer “${q}”`, onCreate: (q) => made.push(q) }} />);
  type('Zoe');
  const offer = await screen.findByRole('option', { name: '+ New customer “Zoe”' });
  await waitFor(() => expect(field().getAttribute('aria-activedescendant')).toBe(offer.id));
  fireEvent.keyDown(field(), { key: 'Enter' });
  await waitFor(() => expect(made).toEqual(['Zoe']));
  expect(screen.getByText('nobody')).toBeTruthy();
});

it('an answer to older text never replaces the answer to newer text', async () => {
  const answers: Record<string, (found: Customer[]) => void> = {};
  const search = (query: string) =>
    new Promise<Customer[]>((resolve) => {
      answers[query] = resolve;
    });
  render(<CustomerField search={search} minLength={1} />);
  type('lo');
  await waitFor(() => expect(answers.lo).toBeDefined());
  type('oka');
  await waitFor(() => expect(answers.oka).toBeDefined());
  answers.oka!([customers[2]!]);
  await screen.findByRole('option', { name: 'J. Okafor' });
  answers.lo!([customers[0]!]);
  await Promise.resolve();
  expect(screen.getAllByRole('option').map((o) => o.textContent)).toEqual(['J. Okafor']);
});

it('a search that fails says so and keeps what was typed', async () => {
  render(<CustomerField search={() => Promise.reject(new Error('offline'))} />);
  type('lop');
  await screen.findByText('The search did not answer. Type on to try again.');
  expect(field().value).toBe('lop');
});
