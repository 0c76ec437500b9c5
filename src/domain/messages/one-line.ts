/**
 * Words of people and records as they may stand in a message: on one line, without what a reader does not see. A line
 * break in a name would be a header of its own in a subject; marks that turn the direction of reading make one address
 * look like another.
 */
/** Control characters, line and paragraph separators. */
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu;
/** Marks of direction, joiners and blanks of no width, the mark of byte order. */
const UNSEEN = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const MOST = 120;

/** For a header: what would end its line is a blank, and words that look encoded (`=?utf-8?…`) are not decoded. */
export const headerWords = (words: string): string => words.replace(BREAKS, ' ').replaceAll('=?', '= ?');

/** Words in Hebrew or Arabic stand apart, so that the numbers beside them keep their place. */
export function oneLine(words: string): string {
  const line = words.replace(BREAKS, ' ').replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
  const letters = [...line];
  const short = letters.length > MOST ? `${letters.slice(0, MOST - 1).join('')}…` : line;
  return RIGHT_TO_LEFT.test(short) ? `\u2068${short}\u2069` : short;
}
