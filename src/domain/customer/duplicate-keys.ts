/**
 * How the few customers are found that a new one may already be, without comparing with all: two records of one person
 * share at least one of phone (but for a digit), e-mail, street or name.
 */
import { addressKey } from '../address-key.ts';
import { nameWords } from './compare-names.ts';
import type { Findable } from './kinds.ts';
import { paperName } from './nicknames.ts';
import { phoneDigits, plainEmail, wordsOf } from './words.ts';

/** The keys a customer is kept under, and a draft is looked for by. They begin with `=`, which no typed word does. */
export function duplicateKeys({ name, contacts, locations }: Findable): string[] {
  const keys = contacts.flatMap(({ kind, value }) =>
    kind === 'Email'
      ? [`=e${plainEmail(value)}`]
      : [`=p${phoneDigits(value)}`, ...numberKeys(phoneDigits(value))],
  );
  // Without the unit and the zip: the one is forgotten, the other typed last.
  for (const place of locations) {
    const street = addressKey({ ...place, unit: '' }).split('|')[0];
    if (street) keys.push(`=a${street}`);
  }
  const words = nameWords(name).map(paperName).sort();
  if (words.length > 0) keys.push(`=n${words.join(' ')}`);
  return [...new Set(keys)].filter((key) => key.length > 2);
}

/**
 * A number with one digit wrong has its first six or its last four right (90 numbers to ask for instead cost 45 ms of CPU
 * among 50,000 customers). Of seven digits, said without the area code, only the end.
 */
export function numberKeys(digits: string): string[] {
  if (digits.length < 7) return [];
  return [...(digits.length === 10 ? [`=h${digits.slice(0, 6)}`] : []), `=t${digits.slice(-4)}`];
}

/** What to look for, the likeliest first: an office's customers may be in one exchange by the thousand. */
export type DuplicateQuestion = {
  /** Phone, e-mail, street or name as it is. */
  readonly same: readonly string[];
  /** A number that ends like this. */
  readonly ends: readonly string[];
  /** A number that begins like this; only with one of `words` beside it, when there are any. */
  readonly begins: readonly string[];
  /** Of the name, and the house's number, as the index keeps them. */
  readonly words: readonly string[];
};

/** Empty lists when nothing that tells is known yet. */
export function duplicateQuestion(draft: Findable): DuplicateQuestion {
  const keys = duplicateKeys(draft);
  const of = (start: string) => keys.filter((key) => key.startsWith(start));
  const houses = draft.locations.flatMap(({ street }) => wordsOf(street).filter((word) => /^\d/.test(word)));
  return {
    same: keys.filter((key) => !/^=[ht]/.test(key)),
    ends: of('=t'),
    begins: of('=h'),
    words: [...new Set([...wordsOf(draft.name), ...houses])],
  };
}
