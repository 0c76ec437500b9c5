/**
 * The key by which the same place is found again: by the import, by "is this customer already here", by whoever keeps a
 * location. One function, so that a place booked at the phone and the same place in a file are one.
 */

export type PlaceAddress = {
  /** `235 Fairmount Ave`; of a crossing both streets, `Groveland St & River St`. */
  readonly street: string;
  readonly unit: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
};

/** Every run of white space one space, none at the ends. */
export const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The endings that exporters write in full and short; the key has them short. */
export const STREET_ENDINGS: Readonly<Record<string, string>> = {
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

export const DIRECTIONS: Readonly<Record<string, string>> = { north: 'n', south: 's', east: 'e', west: 'w' };
const shortened = (words: Readonly<Record<string, string>>, word: string): string =>
  Object.hasOwn(words, word) ? words[word]! : word;

/**
 * Only the last word is an ending: "Saint Mary's St" is not "St Marys St", and "Court St" is not "Ct St". A direction is
 * one at the very end, or where a name and an ending still follow: "12 North St" is not "12 N St".
 */
function plainStreet(street: string): string {
  const words = plain(street).split(' ');
  const last = words.length - 1;
  const trailing = last > 1 && /^[nsew]$/.test(shortened(DIRECTIONS, words[last]!)) ? 1 : 0;
  return words
    .map((word, at) => {
      if (at === last - trailing) return shortened(STREET_ENDINGS, word);
      const isDirection = at === last || (at <= 1 && at + 2 <= last - trailing);
      return isDirection ? shortened(DIRECTIONS, word) : word;
    })
    .join(' ');
}

/**
 * The same for two spellings of one place, and never for two places: street (of a crossing both, in either order), unit
 * without its word, and the zip; city and state only where there is no zip, because one post code's quarter has several
 * names. '' when there is no street.
 */
export function addressKey(address: PlaceAddress): string {
  const streets = address.street.split(' & ').map(plainStreet).sort();
  if (streets.join('') === '') return '';
  const unit = plain(address.unit).replace(/^(apt|apartment|unit|suite|ste|#)? ?#? ?/, '');
  const zip = address.zip.slice(0, 5);
  return [streets.join(' & '), unit, zip || `${plain(address.city)}, ${plain(address.state)}`].join('|');
}
