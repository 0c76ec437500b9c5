import { render, screen } from '@testing-library/react';
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
