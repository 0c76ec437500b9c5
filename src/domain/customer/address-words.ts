import { DIRECTIONS, type PlaceAddress, STREET_ENDINGS } from '../address-key.ts';
import { wordsOf } from './words.ts';

const TO_SHORT = new Map([...Object.entries(STREET_ENDINGS), ...Object.entries(DIRECTIONS)]);
/** The usual long form of a short one: `ave` is `avenue`, not `av`. */
const TO_LONG = new Map([...TO_SHORT].reverse().map(([long, short]) => [short, long]));

/**
 * The words a place is found by. Endings and directions in both spellings: "Fairmount Avenue" is typed for
 * "Fairmount Ave" and the other way round.
 */
export function addressWords({ street, unit, city, zip }: PlaceAddress): string[] {
  const words = wordsOf(`${street} ${unit} ${city}`);
  const spelled = words.flatMap((word) => [word, TO_SHORT.get(word) ?? word, TO_LONG.get(word) ?? word]);
  return [...new Set([...spelled, zip.slice(0, 5)])].filter(Boolean);
}
