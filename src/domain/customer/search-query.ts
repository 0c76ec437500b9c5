/** What somebody types into the one box, as words to look for. Phone, name, e-mail and address may be mixed. */
import { numberKeys } from './duplicate-keys.ts';
import { lettersForgiven, typingDistance } from './edit-distance.ts';
import { localWords } from './search-terms.ts';
import { phoneDigits, plainEmail, waysToSay } from './words.ts';

/** Word beginnings that belong together: all of them must be found. */
type Way = readonly string[];
/** One thing typed: found if any of its ways is. */
export type Wanted = {
  readonly kind: 'word' | 'digits' | 'email';
  readonly typed: string;
  readonly ways: readonly Way[];
};
export type SearchQuery = { readonly wanted: readonly Wanted[] };

const MOST_WORDS = 8;
const PHONE = /(?:\+?1[\s.-]?)?\(?\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4}(?!\d)|(?<!\d)\d{3}[.-]\d{4}(?!\d)/g;
/** Nothing but a number somebody is in the middle of dictating. */
const ONLY_DIGITS = /^[\d\s()+./-]*\d[\d\s()+./-]*$/;

/** Empty when nothing to look for is in it. */
export function parseSearch(typed: string): SearchQuery {
  const text = typed.trim();
  const digits = text.replace(/\D/g, '');
  // "12 3" is a house and an apartment, not a number.
  if (ONLY_DIGITS.test(text) && (digits.length >= 6 || !/\d\s+\d/.test(text))) {
    return { wanted: digits === '' ? [] : [numberWanted(text)] };
  }
  const numbers = text.match(PHONE) ?? [];
  const rest = text.replace(PHONE, ' ').split(/\s+/).filter(Boolean);
  const words = rest.flatMap((token): Wanted[] => {
    if (/.@/.test(token)) return [{ kind: 'email', typed: token, ways: [[plainEmail(token)]] }];
    return waysToSay(token).map((ways) => ({
      kind: /^\d+$/.test(ways[0]![0]!) ? 'digits' : 'word',
      typed: ways[0]![0]!,
      ways,
    }));
  });
  return { wanted: [...numbers.map(numberWanted), ...words].slice(0, MOST_WORDS) };
}

/** A leading 1 may be the country's or the number's own; `12 02169` a house and a zip. */
function numberWanted(text: string): Wanted {
  const all = text.replace(/\D/g, '');
  const own = all.length > 4 && all.startsWith('1') ? all.slice(1) : all;
  const typed = phoneDigits(all);
  const ways = [...new Set([typed, all, own])].map((one) => [one]);
  const houseAndZip = /^(\d{1,5})\s+(\d{5})$/.exec(text.trim());
  return { kind: 'digits', typed, ways: houseAndZip ? [...ways, houseAndZip.slice(1)] : ways };
}

/** The words to look for neighbours of, when nothing is found as it was typed. */
export function mistakable(query: SearchQuery): string[] {
  const words = query.wanted.flatMap(({ kind, typed }) =>
    kind === 'word' ? [typed] : kind === 'email' ? localWords(typed.split('@')[0]!.toLowerCase()) : [],
  );
  return [...new Set(words)].filter((word) => lettersForgiven(word) > 0);
}

const MOST_NEIGHBOURS = 16;

/** The words among `known` that `typed` may have been meant to be, or to become, the nearest first. */
export const neighboursOf = (typed: string, known: readonly string[]): string[] =>
  known
    .map((word) => ({ word, distance: typingDistance(typed, word) }))
    .filter(({ distance }) => distance <= lettersForgiven(typed))
    .sort((a, b) => a.distance - b.distance || a.word.length - b.word.length)
    .slice(0, MOST_NEIGHBOURS)
    .map(({ word }) => word);

/** Whole words any of which may have been meant, or beginnings as typed. */
export type Loose = { readonly beginnings: readonly Way[]; readonly words: readonly string[] };

/**
 * The same question with typing errors forgiven: letters by the words we know, a whole phone number by one digit.
 * null: there is nothing in it that could be forgiven.
 */
export function loosened(
  query: SearchQuery,
  neighbours: ReadonlyMap<string, readonly string[]>,
): readonly Loose[] | null {
  let isLooser = false;
  const loose = query.wanted.flatMap(({ kind, typed, ways }): Loose[] => {
    if (kind === 'digits') {
      // The keys say half of the number; `rankOf` drops those with more than a digit wrong.
      const words = typed.length === 7 || typed.length === 10 ? numberKeys(typed) : [];
      if (words.length > 0) isLooser = true;
      return [{ beginnings: ways, words }];
    }
    const parts = kind === 'email' ? localWords(typed.split('@')[0]!.toLowerCase()) : [typed];
    return parts.map((part) => {
      const words = neighbours.get(part) ?? [];
      if (words.length > 0) isLooser = true;
      return { beginnings: kind === 'email' ? [[part]] : ways, words };
    });
  });
  return isLooser ? loose : null;
}
