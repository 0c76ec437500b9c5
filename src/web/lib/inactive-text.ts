/** What is chosen and no longer in use, by name. */

import { fieldWord } from './field-words.ts';
import { recordWord } from './record-words.ts';
import { capital, type Params, textOf } from './refusal-params.ts';

/** By name where the refusal tells it: "Job type and Campaign". */
function listOf(inactive: unknown): string {
  const names = (Array.isArray(inactive) ? inactive : []).flatMap((one: unknown) => {
    if (typeof one === 'string') return [fieldWord(one).toLowerCase()];
    const { kind, field, name } = (one ?? {}) as Params;
    return textOf(name) ?? (kind ? recordWord(kind) : field ? fieldWord(String(field)).toLowerCase() : []);
  });
  return names.length > 0 ? new Intl.ListFormat('en-US').format(names) : 'something it refers to';
}

/** `inactive` of a refusal: records with their names, or fields. */
export const inactiveSentence = (inactive: unknown): string =>
  `${capital(listOf(inactive))} is no longer in use. Choose another.`;
