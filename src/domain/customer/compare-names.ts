/** Whether two names are one person's (or company's), and what is different about them. */
import { editDistance } from './edit-distance.ts';
import { isFirstName, isNickname } from './nicknames.ts';
import { plainLetters } from './words.ts';

export type NameLikeness =
  | 'same'
  | 'swapped'
  | 'nickname'
  | 'typo'
  | 'initial'
  /** A family: one word is the same, the other is another. */
  | 'part'
  | 'different'
  /** One of both has no name yet. */
  | 'unknown';

const NO_WORDS = new Set([
  'the',
  'and',
  'of',
  'mr',
  'mrs',
  'ms',
  'dr',
  'jr',
  'sr',
  'inc',
  'llc',
  'co',
  'corp',
  'ltd',
]);

/** The words that tell somebody apart: `O'Brien, Mr. Pat` is obrien, pat. */
export const nameWords = (name: string): string[] =>
  plainLetters(name)
    .replace(/['’.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !NO_WORDS.has(word));

type WordLikeness = 'same' | 'nickname' | 'typo' | 'initial';
const STRENGTH: readonly WordLikeness[] = ['same', 'nickname', 'typo', 'initial'];

function compareWords(a: string, b: string): WordLikeness | null {
  if (a === b) return 'same';
  if (isNickname(a, b)) return 'nickname';
  if ((a.length === 1 || b.length === 1) && a[0] === b[0]) return 'initial';
  // Mary is not Mark typed badly: both are names people have.
  if (isFirstName(a) && isFirstName(b)) return null;
  const shorter = Math.min(a.length, b.length);
  const forgiven = shorter < 3 ? 0 : shorter < 5 ? 1 : 2;
  return editDistance(a, b) <= forgiven ? 'typo' : null;
}

/** Order-free: each word of the shorter name finds its best partner in the longer one. */
export function compareNames(one: string, other: string): NameLikeness {
  const [short, long] = [nameWords(one), nameWords(other)].sort((a, b) => a.length - b.length) as [
    string[],
    string[],
  ];
  if (short.length === 0) return 'unknown';
  const free = new Set(long.keys());
  const partners: { at: number; likeness: WordLikeness | null }[] = [];
  for (const word of short) {
    let best: { at: number; likeness: WordLikeness } | null = null;
    for (const at of free) {
      const likeness = compareWords(word, long[at]!);
      if (likeness && (!best || STRENGTH.indexOf(likeness) < STRENGTH.indexOf(best.likeness))) {
        best = { at, likeness };
      }
    }
    if (best) free.delete(best.at);
    partners.push(best ?? { at: -1, likeness: null });
  }
  const found = partners.filter(({ likeness }) => likeness !== null);
  if (found.length === 0) return 'different';
  // A middle name may be left out; a surname alone is a family.
  if (found.length < short.length || (short.length === 1 && long.length > 1)) return 'part';
  if (long.length - short.length > 1) return 'part';
  const worst = STRENGTH[Math.max(...found.map(({ likeness }) => STRENGTH.indexOf(likeness!)))]!;
  if (worst !== 'same') return worst;
  return found.every(({ at }, index) => index === 0 || at > found[index - 1]!.at) ? 'same' : 'swapped';
}
