import { expect, it } from 'vitest';
import { z } from 'zod';
import { fieldErrorText } from './field-error-text.ts';

it.each(['required', 'missing', 'cursor', 'not_storable', 'too_big', 'a_code_of_a_newer_server'])(
  'a field refused as %s is told in a sentence of ours, never in the server’s words',
  (code) => {
    const said = fieldErrorText({ path: 'customFields.po', code, message: 'expected string to have >=1' });
    expect(said).toMatch(/^[A-Z].*\.$/);
    expect(said).not.toContain('expected');
  },
);

it('a rule of the contract says its own phrase', () => {
  const field = { path: 'timeZone', code: 'custom', message: 'is not a time zone' };
  expect(fieldErrorText(field)).toBe('This is not a time zone.');
});

it('a text too long for its rule is told how long it may be', () => {
  const [issue] = z.string().max(4000).safeParse('x'.repeat(4001)).error!.issues;
  expect(fieldErrorText({ path: 'memo', code: issue!.code, message: issue!.message })).toBe(
    'This is too long: at most 4,000 characters.',
  );
});
