import type { FieldValues, Path, UseFormSetError } from 'react-hook-form';
import { problemOf } from '../lib/api.ts';
import { fieldErrorText } from '../lib/field-error-text.ts';

/** Puts a refusal on the fields it names. @returns the problem when something of it belongs above the button, else null */
export function placeServerErrors<Values extends FieldValues>(
  setError: UseFormSetError<Values>,
  error: unknown,
): unknown {
  const fields = problemOf(error)?.fields ?? [];
  for (const one of fields) {
    const name = one.path.split('.').at(-1) ?? one.path;
    setError(name as Path<Values>, { type: 'server', message: fieldErrorText(one) });
  }
  return fields.length > 0 ? null : error;
}
