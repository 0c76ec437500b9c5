import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { expect, it } from 'vitest';
import { Field } from './field.tsx';
import { TextArea } from './text-area.tsx';
import { TextField } from './text-field.tsx';

it('a field is found by its label and reads out its error and its hint', () => {
  render(
    <Field label="Reason" error="Say why, in a few words" hint="The customer does not see this" required>
      <TextField name="reason" />
    </Field>,
  );
  const input = screen.getByRole('textbox', { name: /^Reason/ });
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(input.getAttribute('aria-required')).toBe('true');
  const described = input.getAttribute('aria-describedby')!.split(' ');
  expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
    'Say why, in a few words',
    'The customer does not see this',
  ]);
});

it('a field without an error points at nothing', () => {
  render(
    <Field label="Summary" hideLabel>
      <TextArea />
    </Field>,
  );
  const area = screen.getByRole('textbox', { name: 'Summary' });
  expect(area.hasAttribute('aria-describedby')).toBe(false);
  expect(area.hasAttribute('aria-invalid')).toBe(false);
});

const pasted = 'x'.repeat(93);
const described = (control: HTMLElement) =>
  (control.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent);

function Held({ most }: { most: number }) {
  const [value, setValue] = useState('');
  return (
    <Field label="Summary" hint="For the technician">
      <TextArea maxLength={most} value={value} onChange={({ target }) => setValue(target.value)} />
    </Field>
  );
}

it('more than fits stays as it was pasted, and the field says by how much it is too long', () => {
  render(<Held most={80} />);
  const area = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Summary' });
  expect(area.maxLength).toBe(-1);
  fireEvent.change(area, { target: { value: pasted } });
  expect(area.value).toBe(pasted);
  expect(area.getAttribute('aria-invalid')).toBe('true');
  expect(described(area)).toEqual(['For the technician', '93 of 80 characters. Shorten it by 13.']);
  fireEvent.change(area, { target: { value: pasted.slice(13) } });
  expect(area.hasAttribute('aria-invalid')).toBe(false);
  expect(screen.queryByRole('alert')).toBeNull();
});

function Filled() {
  const { register, reset } = useForm({ defaultValues: { name: '' } });
  const [, again] = useState(0);
  const empty = () => {
    reset();
    again(1);
  };
  return (
    <>
      <TextField aria-label="Name" maxLength={80} before="$" {...register('name')} />
      <button type="button" onClick={empty}>
        Empty
      </button>
    </>
  );
}

it('a form that holds its text itself is told too, and no more once it is emptied', () => {
  render(<Filled />);
  const input = screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' });
  fireEvent.input(input, { target: { value: pasted } });
  expect(screen.getByRole('alert').textContent).toBe('93 of 80 characters. Shorten it by 13.');
  expect(input.value).toBe(pasted);
  fireEvent.click(screen.getByRole('button', { name: 'Empty' }));
  expect(input.value).toBe('');
  expect(screen.queryByRole('alert')).toBeNull();
});

function Refused({ error }: { error: string | undefined }) {
  const [value, setValue] = useState(pasted);
  return (
    <Field label="Name" error={error}>
      <TextField maxLength={80} value={value} onChange={({ target }) => setValue(target.value)} />
    </Field>
  );
}

it('what was sent too long says once what is wrong, and by how much', () => {
  render(<Refused error="This is too long or too many." />);
  const input = screen.getByRole('textbox', { name: 'Name' });
  expect(screen.queryByText('This is too long or too many.')).toBeNull();
  expect(described(input)).toEqual(['93 of 80 characters. Shorten it by 13.']);
  fireEvent.change(input, { target: { value: 'Maria' } });
  expect(described(input)).toEqual(['This is too long or too many.']);
});

it('a long text scrolls in its field: what saves it stays in sight below', () => {
  render(<TextArea aria-label="Note" defaultValue={pasted.repeat(100)} />);
  // jsdom lays nothing out: the limit itself is looked at.
  expect(screen.getByRole('textbox', { name: 'Note' }).className).toMatch(/(^| )max-h-/);
});
