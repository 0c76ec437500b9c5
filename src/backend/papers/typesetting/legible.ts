/** What of a text can be set: the rest is replaced by a mark that a reader sees, never left out without a word. */
import { withoutDirectionMarks } from '#domain/direction-marks.ts';
import { faceOf } from './faces.ts';

/** U+FFFD, a question mark in a diamond: "there was a character here". */
export const UNREADABLE = '\uFFFD';

const CONTROL_OR_HALF = /[\p{Cc}\p{Cs}]/gu;
/** Joiners and selectors of variants: without a look of their own, they change their neighbours'. */
const INVISIBLE = /^\p{Default_Ignorable_Code_Point}$/u;
const JOINER_OF_LETTERS = /^[\u200c\u200d]$/;
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Without control characters, which neither a font nor a workbook can hold. Line feeds stay, tabs become spaces. */
export const withoutControls = (text: string, mark: string): string =>
  withoutDirectionMarks(text)
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(CONTROL_OR_HALF, (one) => (one === '\n' ? one : mark));

/** Most of what stands on papers: nothing to look up. */
const PLAIN = /^[\x20-\x7e]*$/;

/** One mark for each thing a reader would have seen: a family of emoji is one. */
export function legible(text: string): string {
  if (PLAIN.test(text)) return text;
  let out = '';
  for (const { segment } of characters.segment(withoutControls(text, UNREADABLE).normalize('NFC'))) {
    let set = '';
    for (const one of segment) {
      if (one === '\n' || JOINER_OF_LETTERS.test(one)) set += one;
      else if (!INVISIBLE.test(one)) set += faceOf(one.codePointAt(0)!) === null ? UNREADABLE : one;
    }
    // What is left of an emoji of several is one mark, not one and a joiner and one.
    out += set.startsWith(UNREADABLE) ? UNREADABLE : set;
  }
  return out;
}
