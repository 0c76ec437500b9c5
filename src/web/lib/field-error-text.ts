/** A sentence for one field of a problem (`fields` of 400 and 422), from its code; the server's own words as a last resort. */

import { problemOf } from './api.ts';
import { errorText, refusalText } from './refusal-text.ts';

export type FieldProblem = { readonly path: string; readonly code: string; readonly message: string };

const SENTENCES: Readonly<Record<string, string>> = {
  invalid_type: 'Fill this in.',
  invalid_value: 'Choose one of the list.',
  invalid_format: 'This is not in the right form.',
  too_big: 'This is too long or too many.',
  too_small: 'This is too short or missing.',
  unrecognized_keys: 'The server does not know this field. Reload the page.',
  taken: 'Somebody has this already.',
};
const FLAWS = new Set(['too_short', 'too_long', 'too_common', 'too_obvious', 'current_wrong']);

export function fieldErrorText({ path, code, message }: FieldProblem): string {
  if (FLAWS.has(code)) return refusalText('password.unacceptable', { flaw: code });
  if (code === 'invalid_format' && /e-?mail/i.test(path)) return 'This is not an e-mail address.';
  if (code === 'custom' && message) return `This ${message}.`;
  return SENTENCES[code] ?? (message || 'This is not right.');
}

/** Where a problem belongs: on the fields a form has, the rest above its button. */
export function splitProblem(
  error: unknown,
  known: readonly string[],
): { fields: ReadonlyMap<string, string>; rest: string[] } {
  const problem = problemOf(error);
  const fields = new Map<string, string>();
  const elsewhere: string[] = [];
  for (const one of problem?.fields ?? []) {
    const field = known.find((name) => one.path === name || one.path.endsWith(`.${name}`));
    if (field) fields.set(field, fieldErrorText(one));
    else elsewhere.push(`${one.path}: ${fieldErrorText(one)}`);
  }
  const rest = fields.size > 0 && elsewhere.length === 0 ? [] : [errorText(error), ...elsewhere];
  return { fields, rest: error === null || error === undefined ? [] : rest };
}
