/** Vendors that may be one: told while a new one is typed, and never a refusal, since branches of one firm are several. */
import { editDistance, lettersForgiven } from '../customer/edit-distance.ts';
import { plainLetters } from '../customer/words.ts';

/** What firms put behind their names, and leave out as often. */
const LEGAL = new Set([
  'the',
  'and',
  'inc',
  'incorporated',
  'llc',
  'llp',
  'lp',
  'co',
  'company',
  'corp',
  'corporation',
  'ltd',
  'limited',
  'plc',
  'gmbh',
]);

/** `The Johnstone Supply Co., Inc.` is johnstone, supply. */
function wordsOfFirm(name: string): string[] {
  const all = plainLetters(name)
    .replace(/['’.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const telling = all.filter((word) => !LEGAL.has(word));
  return telling.length > 0 ? telling : all;
}

const isSameWord = (a: string, b: string): boolean =>
  a === b || editDistance(a, b) <= Math.min(lettersForgiven(a), lettersForgiven(b));

/**
 * Whether two names may be one firm's: all words of the shorter begin the longer, a slip of typing forgiven in each
 * (`Fergusen`, `Ferguson Supply Boston`). A single letter is still being typed.
 */
export function isAlike(one: string, other: string): boolean {
  const [short, long] = [wordsOfFirm(one), wordsOfFirm(other)].sort((a, b) => a.length - b.length) as [
    string[],
    string[],
  ];
  if (short.join('').length < 3) return false;
  return short.every((word, at) => isSameWord(word, long[at]!)) || isSameWord(short.join(''), long.join(''));
}
