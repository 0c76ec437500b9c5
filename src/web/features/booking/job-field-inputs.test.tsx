import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import { FormProvider, useForm } from 'react-hook-form';
import { expect, it } from 'vitest';
import { day } from '#domain/time.ts';
import { setupQueries } from '../../data/setup.ts';
import { type BookingDraft, emptyDraft } from './booking-draft.ts';
import { exampleSetup, requiredField } from './example-setup.ts';
import { JobFieldInputs } from './job-field-inputs.tsx';

const fields = [
  { ...requiredField, id: 1, key: 'dog', label: 'Dog', kind: 'YesNo' as const },
  { ...requiredField, id: 2, key: 'floors', label: 'Floors', kind: 'Number' as const },
  { ...requiredField, id: 3, key: 'later', label: 'Asked later', requiredAtBooking: false },
  { ...requiredField, id: 4, key: 'gone', label: 'Gone', active: false },
  { ...requiredField, id: 5, key: 'permit', label: 'Permit', owner: 'project' as const },
];
let typed: BookingDraft['customFields'];

function Form() {
  const form = useForm<BookingDraft>({ defaultValues: emptyDraft(day('2026-11-20')) });
  typed = form.watch('customFields');
  return (
    <FormProvider {...form}>
      <JobFieldInputs zone="America/New_York" />
    </FormProvider>
  );
}

it('only a job’s fields needed to book are asked, each by its kind; an answered one is passed over by Enter', () => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(setupQueries.get().queryKey, { ...exampleSetup, customFields: fields });
  const { container } = render(
    <QueryClientProvider client={client}>
      <Form />
    </QueryClientProvider>,
  );
  const stops = () => [...container.querySelectorAll<HTMLElement>('[data-stop=fields]')];
  expect(stops()).toHaveLength(2);
  expect(screen.getByRole('radiogroup', { name: /Dog/ })).toBeTruthy();
  fireEvent.click(screen.getByRole('radio', { name: 'Yes' }));
  fireEvent.change(screen.getByLabelText(/Floors/), { target: { value: '3' } });
  expect(typed).toEqual({ dog: 'Yes', floors: '3' });
  expect(stops().every((stop) => stop.matches('[data-done]'))).toBe(true);
});
