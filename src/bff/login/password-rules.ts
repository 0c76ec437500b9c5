/**
 * What a new password must be (R24): twelve characters or more, of any kind, not one that is tried first. No
 * composition rules, no trimming, no expiry. Judged only when chosen, never at sign-in.
 */
import { ProblemError } from '#contract/problem.ts';
import { COMMON_WORDS, KEY_RUNS } from './common-passwords.ts';

const MIN_CHARACTERS = 12;
/** Beyond this a password is somebody filling memory. Characters, counted as people do. */
const MAX_CHARACTERS = 256;

type PasswordFlaw = 'too_short' | 'too_long' | 'too_common' | 'too_obvious';

/**
 * @param context words anybody who knows the person would try: name, e-mail, company
 * @param path the field the form shows the flaw at
 * Throws `password.unacceptable` with the flaw as `params.flaw`.
 */
export function checkNewPassword(password: string, context: readonly string[], path: string): void {
  const flaw = flawOf(password, context);
  if (!flaw) return;
  const params = { flaw, minCharacters: MIN_CHARACTERS, maxCharacters: MAX_CHARACTERS };
  throw new ProblemError('password.unacceptable', params, [{ path, code: flaw, message: '' }]);
}

export function flawOf(password: string, context: readonly string[]): PasswordFlaw | null {
  const length = [...password].length;
  if (length < MIN_CHARACTERS) return 'too_short';
  if (length > MAX_CHARACTERS) return 'too_long';
  const core = coreOf(password);
  if (COMMON_WORDS.has(core) || COMMON_WORDS.has(bare(password)) || isKeyRun(bare(password) || password)) {
    return 'too_common';
  }
  return isMadeOf(bare(password), wordsOf(context)) ? 'too_obvious' : null;
}

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  $: 's',
  '@': 'a',
};

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The word behind the decoration: `P@ssw0rd-2026!` → `password`, `testtesttest` → `test`. */
function coreOf(password: string): string {
  const undecorated = password.toLowerCase().replace(/^[^\p{L}@$]+|[^\p{L}@$]+$/gu, '');
  const letters = [...undecorated].map((char) => LEET[char] ?? char).join('');
  const word = bare(letters);
  for (let size = 1; size <= word.length / 2; size++) {
    if (word.length % size === 0 && word.slice(0, size).repeat(word.length / size) === word) {
      return word.slice(0, size);
    }
  }
  return word;
}

/** One character over and over, two or three in turn, or a walk along the keys. */
function isKeyRun(text: string): boolean {
  if (new Set(text).size <= 3) return true;
  const reversed = [...text].reverse().join('');
  return KEY_RUNS.some((run) => {
    const twice = run + run;
    return twice.includes(text) || twice.includes(reversed);
  });
}

const wordsOf = (context: readonly string[]): string[] =>
  context
    .flatMap((text) => [bare(text), ...text.split(/[\s@._-]+/).map(bare)])
    .concat('truckroll')
    .filter((word) => word.length >= 4);

/** Whether less than five characters remain when the words are taken out. */
function isMadeOf(text: string, words: readonly string[]): boolean {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  let rest = text;
  for (const word of longestFirst) rest = rest.replaceAll(word, '');
  return rest.length < text.length && rest.replace(/\p{N}/gu, '').length < 5;
}
