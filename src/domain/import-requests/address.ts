/**
 * Addresses as files write them, taken apart. Nothing is looked up and nothing is corrected: what is not written is
 * missing, and the row says so.
 */

import { fold } from '../address-key.ts';
import { ADDRESS_LENGTHS } from '../lengths.ts';

export type Address = {
  /** `235 Fairmount Ave`; of a crossing both streets, `Groveland St & River St`. */
  readonly street: string;
  readonly unit: string;
  readonly city: string;
  /** Two letters, upper case, when that is what stands there. */
  readonly state: string;
  readonly zip: string;
  readonly isIntersection: boolean;
};

export const NO_ADDRESS: Address = {
  street: '',
  unit: '',
  city: '',
  state: '',
  zip: '',
  isIntersection: false,
};

const INTERSECTION = /^(?:the )?(?:intersection|corner|crossing)(?: of)? (.+)$/i;
/** The word, then a number or one letter: "100 Suite St" has none. */
const UNIT =
  /(?:^|[ ,]+)((?:(?:apt|apartment|unit|suite|ste|floor|fl|room|rm)\.? ?#? ?|# ?)(?:\d[\w-]*|[a-z](?:-?\d+)?))$/i;
const ZIP = /(?:^|\s)(\d{5}(?:-\d{4})?)$/;
/** Only real ones: the last word of "Santa Fe" is none. */
const STATE =
  /(?:^|\s)(A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])$/i;

/** `A & B`, `A and B`, `A @ B`, with or without "INTERSECTION of" in front; null when it is one street. */
function crossing(street: string): string | null {
  const named = INTERSECTION.exec(street);
  const [first, second, ...more] = (named?.[1] ?? street).split(/ & | and | @ /i);
  if (!first || !second || more.length > 0) return null;
  // "12 Black and White Rd" has a house number: only a text without one, or one that says so, is a crossing.
  return named || !/^\d/.test(street) ? `${first} & ${second}` : null;
}

/** Cuts the match of `pattern` off the end of the last piece; the piece goes when nothing is left of it. */
function cutEnd(pieces: string[], pattern: RegExp): string {
  const last = pieces.at(-1) ?? '';
  const match = pattern.exec(last);
  if (!match) return '';
  const rest = last.slice(0, match.index).trim();
  pieces.splice(-1, 1, ...(rest === '' ? [] : [rest]));
  return match[1]!;
}

/** The street of an address, with the unit cut off its end. */
export function streetParts(text: string): Pick<Address, 'street' | 'unit' | 'isIntersection'> {
  const folded = fold(text);
  const both = crossing(folded);
  if (both) return { street: both, unit: '', isIntersection: true };
  const unit = UNIT.exec(folded);
  return unit
    ? { street: folded.slice(0, unit.index), unit: unit[1]!, isIntersection: false }
    : { street: folded, unit: '', isIntersection: false };
}

/**
 * `235 Fairmount Ave  Hyde Park  MA  02136` or `22 Elm St, Apt 4, Quincy, MA 02169`: pieces are parted by two spaces or
 * a comma. Where nothing parts street and city, both stay in `street`: a guess would be wrong for "12 Hyde Park Ave".
 */
export function parseAddress(text: string): Address {
  const pieces = text
    .trim()
    .split(/\s{2,}|\s*,\s*/)
    .map(fold)
    .filter((piece) => piece !== '');
  if (pieces.length === 0) return NO_ADDRESS;
  const country = pieces.length > 2 && /^(usa?|united states)$/i.test(pieces.at(-1)!);
  if (country) pieces.pop();
  const zip = cutEnd(pieces, ZIP);
  // A state stands alone, or before a zip: the "St" of "12 Elm St" is none.
  const isState = pieces.length > 1 || zip !== '';
  const state = isState ? cutEnd(pieces, STATE).toUpperCase() : '';
  const unit = UNIT.test(pieces[1] ?? '') ? pieces.splice(1, 1)[0]! : '';
  const city = pieces.length > 1 ? pieces.pop()! : '';
  const street = streetParts(pieces.join(' '));
  return { ...street, unit: street.unit || unit, city, state, zip };
}

type Tell = (
  code: 'address.disagrees' | 'address.too_long',
  params: Readonly<Record<string, string | number>>,
) => void;

/** The whole address, completed by the columns of its parts; where both say something different it is told. */
export function completedAddress(whole: Address, columns: Address, tell: Tell): Address {
  for (const field of ['city', 'state', 'zip'] as const) {
    const [one, other] = [whole[field], columns[field]];
    if (one !== '' && other !== '' && one.toLowerCase() !== other.toLowerCase())
      tell('address.disagrees', { field, address: one, column: other.slice(0, 60) });
  }
  const { street, unit, isIntersection } = whole.street === '' ? columns : whole;
  return {
    street,
    unit,
    isIntersection,
    city: whole.city || columns.city,
    state: whole.state || columns.state,
    zip: whole.zip || columns.zip,
  };
}

/** Every part that is longer than what is kept: cut, it would be another place. */
export function tellTooLong(address: Address, tell: Tell): void {
  for (const [field, max] of Object.entries(ADDRESS_LENGTHS))
    if (address[field as keyof typeof ADDRESS_LENGTHS].length > max) tell('address.too_long', { field, max });
}
