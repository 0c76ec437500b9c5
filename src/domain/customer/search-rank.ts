/** Which of a customer's facts was found, and how well: for the order of the hits and for what each says. */
import type { PlaceAddress } from '../address-key.ts';
import { addressWords } from './address-words.ts';
import { editDistance, typingDistance } from './edit-distance.ts';
import type { Findable } from './kinds.ts';
import type { SearchQuery, Wanted } from './search-query.ts';
import { phoneWords } from './search-terms.ts';
import { plainEmail, plainLetters, WHOLE_NUMBER, waysToSay, wordsOf } from './words.ts';

export const MATCHED_ON = ['phone', 'email', 'name', 'address'] as const;
type MatchedOn = (typeof MATCHED_ON)[number];
/** `text`: the fact as it is kept, a place in one line. `isExact`: as it was typed, no letter forgiven. */
type SearchMatch = { readonly on: MatchedOn; readonly text: string; readonly isExact: boolean };
type Ranked = { readonly match: SearchMatch | null; readonly rank: number };

/** Not what was meant. */
const NOBODY: Ranked = { match: null, rank: Number.MAX_SAFE_INTEGER };

type Fact = { readonly on: MatchedOn; readonly text: string; readonly words: readonly string[] };

/** A place in one line. */
const addressLine = ({ street, unit, city }: PlaceAddress): string =>
  [[street, unit].filter(Boolean).join(' '), city].filter(Boolean).join(', ');

function factsOf(customer: Findable): Fact[] {
  return [
    { on: 'name', text: customer.name, words: wordsOf(customer.name) },
    ...customer.contacts.map(({ kind, value }): Fact => {
      if (kind !== 'Email') return { on: 'phone', text: value, words: phoneWords(value) };
      const whole = plainEmail(value);
      return { on: 'email', text: value, words: [whole, ...whole.split(/[^\p{L}]+/u).filter(Boolean)] };
    }),
    ...customer.locations.map(
      (place): Fact => ({ on: 'address', text: addressLine(place), words: addressWords(place) }),
    ),
  ];
}

/** What goes on after a whole number that was typed is an extension. */
const wrongIn = ({ kind }: Wanted, part: string, { on }: Fact, word: string): number =>
  kind === 'digits' && on === 'phone' && part.length >= WHOLE_NUMBER
    ? word.startsWith(part)
      ? 0
      : editDistance(part, word)
    : typingDistance(part, word);

/** Letters wrong in the best reading of one thing typed in one fact. */
function distanceTo(wanted: Wanted, fact: Fact): number {
  const ways = wanted.kind === 'email' && fact.on !== 'email' ? waysToSay(wanted.typed).flat() : wanted.ways;
  return Math.min(
    ...ways.map((way) =>
      way.reduce(
        (sum, part) => sum + Math.min(...fact.words.map((word) => wrongIn(wanted, part, fact, word)), 9),
        0,
      ),
    ),
  );
}

/**
 * Rank: smaller is better. Whole phone or e-mail first, then the beginning of the name, words of the name, other words;
 * each letter forgiven weighs more than any of these.
 */
export function rankOf(query: SearchQuery, customer: Findable): Ranked {
  const facts = factsOf(customer);
  let letters = 0;
  let told: { fact: Fact; distance: number; order: number } | null = null;
  for (const wanted of query.wanted) {
    let nearest: { fact: Fact; distance: number; order: number } | null = null;
    for (const fact of facts) {
      const distance = distanceTo(wanted, fact);
      const isWhole =
        distance === 0 && fact.words[0] === wanted.typed && (fact.on === 'phone' || fact.on === 'email');
      const order = isWhole ? 0 : fact.on === 'name' ? 1 : fact.on === 'address' ? 2 : 3;
      if (
        !nearest ||
        distance < nearest.distance ||
        (distance === nearest.distance && order < nearest.order)
      ) {
        nearest = { fact, distance, order };
      }
    }
    if (!nearest) continue;
    if (wanted.kind === 'digits' && wanted.typed.length >= 7 && nearest.distance > 1) return NOBODY;
    letters += nearest.distance;
    // What tells most is told: a number before a name, an address before the first name it was found with.
    if (!told || tells(nearest) < tells(told)) told = nearest;
  }
  if (!told) return NOBODY;
  const { fact, order } = told;
  const startsName = plainLetters(customer.name).startsWith(plainLetters(query.wanted[0]!.typed));
  const kind = order === 0 ? 0 : startsName ? 1 : fact.on === 'name' ? 2 : 3;
  return {
    match: { on: fact.on, text: fact.text, isExact: letters === 0 },
    rank: letters * 10 + kind,
  };
}
const tells = ({ fact, order }: { fact: Fact; order: number }): number =>
  order === 0 ? 0 : { phone: 1, email: 2, address: 3, name: 4 }[fact.on];
