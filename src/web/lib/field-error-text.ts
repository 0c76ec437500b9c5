/**
 * A sentence for one field of a problem (`fields` of 400 and 422), from its code. `message` is read for `custom` only:
 * the phrase of a refinement of the contract, the same here and on the server; and for how long a text may be, which a form
 * knows and the server does not say.
 */

import type { CustomFieldFault } from '#domain/custom-field.ts';
import { problemOf } from './api.ts';
import { errorText, refusalText } from './refusal-text.ts';

type FieldProblem = { readonly path: string; readonly code: string; readonly message: string };

const SENTENCES: Readonly<Record<string, string>> = {
  invalid_type: 'Fill this in.',
  invalid_value: 'Choose one of the list.',
  invalid_format: 'This is not in the right form.',
  too_big: 'This is too long or too many.',
  too_small: 'This is too short or missing.',
  unrecognized_keys: 'The server does not know this field. Reload the page.',
  taken: 'Somebody has this already.',
  required: 'Fill this in.',
  name_taken: 'There is one of this name already.',
  name_taken_hidden: 'One of this name is there but not in use: bring it back, or choose another name.',
  number_taken: 'There is one of this number already.',
  number_taken_hidden: 'One of this number is there but not in use: bring it back, or choose another number.',
  same_taken: 'There is one of these already.',
  same_taken_hidden: 'One of these is there but not in use: bring it back.',
  unknown: 'The set-up does not know this.',
  missing: 'This is not there any more. Choose again.',
  cursor: 'This part of the list is not there any more. Open the list again.',
  not_storable: 'There is a character in this that cannot be kept. Type it anew.',
};
/** What is wrong with a company's own field, after its name: "Floor is not one of the list". */
export const CUSTOM_FIELD_PHRASES: Readonly<Record<CustomFieldFault, string>> = {
  required: 'is needed',
  not_number: 'is not a number, like 12 or 3.5',
  not_day: 'is not a day',
  not_time: 'is not a day and a time',
  not_choice: 'is not one of the list',
  not_yes_no: 'is neither yes nor no',
};
const isCustomFieldFault = (code: string): code is CustomFieldFault =>
  Object.hasOwn(CUSTOM_FIELD_PHRASES, code);
const FLAWS = new Set(['too_short', 'too_long', 'too_common', 'too_obvious', 'current_wrong']);

export function fieldErrorText({ path, code, message }: FieldProblem): string {
  if (FLAWS.has(code)) return refusalText('password.unacceptable', { flaw: code });
  if (code === 'invalid_format' && /e-?mail/i.test(path)) return 'This is not an e-mail address.';
  const [, most] = /<=(\d+) characters/.exec(message) ?? [];
  if (code === 'too_big' && most)
    return `This is too long: at most ${Number(most).toLocaleString('en-US')} characters.`;
  if (code === 'custom' && message) return `This ${message}.`;
  if (!(code in SENTENCES) && isCustomFieldFault(code)) return `This ${CUSTOM_FIELD_PHRASES[code]}.`;
  return SENTENCES[code] ?? 'This is not right.';
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
