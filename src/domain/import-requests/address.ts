/**
 * Addresses as files write them, taken apart, and the key by which the same place is found again. Nothing is looked up
 * and nothing is corrected: what is not written is missing, and the row says so.
 */

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

/** Every run of white space one space, none at the ends. */
export const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

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

/** The endings that exporters write in full and short; the key has them short. */
const SHORT: Readonly<Record<string, string>> = {
  street: 'st',
  avenue: 'ave',
  av: 'ave',
  road: 'rd',
  boulevard: 'blvd',
  drive: 'dr',
  lane: 'ln',
  court: 'ct',
  place: 'pl',
  square: 'sq',
  terrace: 'ter',
  parkway: 'pkwy',
  highway: 'hwy',
  circle: 'cir',
  plaza: 'plz',
};

const plain = (text: string): string =>
  fold(
    text
      .normalize('NFKD')
      .replace(/[\u0300-\u036f.'’]/g, '')
      .toLowerCase()
      .replace(/[^a-z0-9&#/-]+/g, ' '),
  );

/** Only the last word: "Saint Mary's St" is not "St Marys St", and "Court St" is not "Ct St". */
const plainStreet = (street: string): string =>
  plain(street).replace(/\w+$/, (ending) => (Object.hasOwn(SHORT, ending) ? SHORT[ending]! : ending));

/**
 * The same for two spellings of one place, and never for two places: street (of a crossing both, in either order), unit
 * without its word, and the zip; city and state only where there is no zip, because one post code's quarter has several
 * names. '' when there is no street.
 */
export function addressKey(address: Omit<Address, 'isIntersection'>): string {
  const streets = address.street.split(' & ').map(plainStreet).sort();
  if (streets.join('') === '') return '';
  const unit = plain(address.unit).replace(/^(apt|apartment|unit|suite|ste|#)? ?#? ?/, '');
  const zip = address.zip.slice(0, 5);
  return [streets.join(' & '), unit, zip || `${plain(address.city)}, ${plain(address.state)}`].join('|');
}

/** One line for people: `12 Elm St Apt 4, Quincy MA 02169`. */
export function addressLine(address: Omit<Address, 'isIntersection'>): string {
  const place = fold(`${address.city} ${address.state} ${address.zip}`);
  const street = fold(`${address.street} ${address.unit}`);
  return place === '' ? street : `${street}, ${place}`;
}
