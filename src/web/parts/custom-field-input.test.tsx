import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import type { CustomField } from '../lib/custom-fields.ts';
import { CustomFieldInput } from './custom-field-input.tsx';

// jsdom has no PointerEvent; Base UI makes one when Enter takes an option.
Object.assign(document.defaultView!, { PointerEvent: MouseEvent });

let kept: string;
function Form({ initial, required, ...of }: Partial<CustomField> & { initial: string; required: boolean }) {
  const [value, setValue] = useState(initial);
  kept = value;
  const field: CustomField = {
    id: 7,
    owner: 'job',
    key: 'roof',
    label: 'Roof access',
    kind: 'Text',
    choices: ['Ladder', 'Hatch'],
    requiredAtBooking: required,
    active: true,
    ...of,
  };
  return (
    <CustomFieldInput
      field={field}
      value={value}
      onValueChange={setValue}
      zone="America/New_York"
      required={required}
    />
  );
}
const show = (kind: CustomField['kind'], initial = '', required = true) =>
  render(<Form kind={kind} initial={initial} required={required} />);

it('yes or no is two radios under the field’s name, and a third only where nothing has to be said', () => {
  show('YesNo');
  const group = screen.getByRole('radiogroup', { name: /Roof access/ });
  expect(group.getAttribute('aria-required')).toBe('true');
  expect(screen.getAllByRole('radio')).toHaveLength(2);
  fireEvent.click(screen.getByRole('radio', { name: 'No' }));
  expect(kept).toBe('No');
});

it('what need not be said can be taken back', () => {
  show('YesNo', 'Yes', false);
  fireEvent.click(screen.getByRole('radio', { name: 'Not said' }));
  expect(kept).toBe('');
});

it('a choice offers what the set-up lists, and what is no choice any more only to be seen', async () => {
  show('Choice', 'Crane');
  const field = screen.getByRole('combobox', { name: /Roof access/ });
  expect(field.textContent).toBe('Crane');
  field.focus();
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  const crane = await screen.findByRole('option', { name: /Crane/ });
  expect(crane.getAttribute('aria-disabled')).toBe('true');
  expect(screen.getByRole('option', { name: 'Ladder' })).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(crane));
  const hatch = screen.getByRole('option', { name: 'Hatch' });
  fireEvent.keyDown(crane, { key: 'ArrowUp' });
  await waitFor(() => expect(document.activeElement).toBe(hatch));
  fireEvent.keyDown(hatch, { key: 'Enter' });
  await waitFor(() => expect(kept).toBe('Hatch'));
});

it('a day is asked for as a day, a time on the clock of the place, a number with its keys', () => {
  const { unmount } = show('Date');
  expect((screen.getByLabelText(/Roof access/) as HTMLInputElement).type).toBe('date');
  unmount();
  const number = show('Number');
  expect(screen.getByLabelText(/Roof access/).getAttribute('inputmode')).toBe('decimal');
  number.unmount();
  show('Instant');
  fireEvent.change(screen.getByLabelText(/Roof access/), { target: { value: '2026-11-21T10:00' } });
  expect(kept).toBe('2026-11-21T15:00:00.000Z');
});
