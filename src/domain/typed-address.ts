/** An address typed in one line while the caller says it, with or without commas. */
import { STREET_ENDINGS } from './address-key.ts';
import { type Address, parseAddress } from './import-requests/address.ts';

/** The street ends with one of these; what follows before state or zip is the city. */
const STREET_THEN_CITY =
  /^(\d\S*\s.+?\s(?:st|street|ave?|avenue|rd|road|dr|drive|ln|lane|blvd|boulevard|way|ct|court|pl|place|ter|terrace|pkwy|hwy|cir|circle|sq|square|row|path)\b\.?)\s+(.+)$/i;
const UNIT_FIRST = /^((?:(?:apt|unit|suite|ste|floor|fl|room|rm)\.?\s*#?\s*|#\s*)[\w-]+)\s+(.+)$/i;

/** Streets of one word that many towns have, and what ends the names of others. */
const STREET_WORDS = new Set([
  ...['broadway', 'bowery', 'esplanade', 'way', 'row', 'path'],
  ...Object.entries(STREET_ENDINGS).flat(),
]);

/**
 * A place said without a house number is a city as people mean it: one word (“Springfield”), or several before a state
 * or zip (“South Boston 02127”). “Elm Street” and “Broadway” stay streets, so do several words alone: who types “Hyde
 * Park” may go on with “Ave”. A crossing or a unit tells a street, too.
 */
function isCityAlone({ street, unit, city, state, zip, isIntersection }: Address): boolean {
  if (city !== '' || unit !== '' || isIntersection || !/^\p{L}[^\d#]*$/u.test(street)) return false;
  const words = street.toLowerCase().replaceAll('.', '').split(' ');
  // “St Louis” begins with what else ends a street.
  if (words.some((word, at) => STREET_WORDS.has(word) && (at > 0 || words.length === 1))) return false;
  return words.length === 1 || state !== '' || zip !== '';
}

const capitals = (text: string): string =>
  text === text.toLowerCase() ? text.replaceAll(/(^|[\s-])(\p{L})/gu, (all) => all.toUpperCase()) : text;

/** “9 Finch Rd Quincy MA”: two letters behind a street and a city are the state, without a comma or zip, too. */
function stateAtTheEnd(parsed: Address): Address {
  if (parsed.city !== '' || parsed.state !== '' || parsed.zip !== '') return parsed;
  const words = /^(.*\S)\s+(\p{L}{2})$/u.exec(parsed.street);
  if (!words) return parsed;
  const apart = parseAddress(`${words[1]}, ${words[2]}`);
  return apart.state !== '' && STREET_THEN_CITY.test(apart.street) ? apart : parsed;
}

/**
 * The parts as far as they are typed. Without commas the city is only told from the street when a state or zip follows:
 * “12 Hyde Park Ave” has none.
 */
export function typedAddress(text: string): Omit<Address, 'isIntersection'> {
  const parsed = stateAtTheEnd(parseAddress(text));
  const { isIntersection: _, ...address } = parsed;
  if (isCityAlone(parsed)) return { ...address, street: '', city: capitals(address.street) };
  const split =
    address.city === '' && (address.zip || address.state) ? STREET_THEN_CITY.exec(address.street) : null;
  const unit = split ? UNIT_FIRST.exec(split[2]!) : null;
  return {
    ...address,
    street: capitals(split?.[1] ?? address.street),
    unit: unit?.[1] ?? address.unit,
    city: capitals(unit?.[2] ?? split?.[2] ?? address.city),
  };
}
