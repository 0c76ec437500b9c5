/**
 * What the caller says, and the job type it most likely means: “no cool since this morning” is No cool. The words are the
 * type's name and its keywords (set-up), so that each company teaches its own.
 */
import type { Id } from './ids.ts';

type WordedJobType = {
  readonly id: Id;
  readonly name: string;
  /** Phrases separated by commas. */
  readonly keywords: string;
  readonly active: boolean;
};

/** "leaking" and "leaks" are "leak"; "gas" stays. */
const stem = (word: string): string => {
  const cut = word.replace(/(?:ing|ed|es|s)$/, '');
  return cut.length >= 3 ? cut : word;
};
const wordsOf = (text: string): string[] =>
  (
    text
      .toLowerCase()
      .replaceAll(/['’]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map(stem);

const startsAt = (said: readonly string[], phrase: readonly string[]): number =>
  said.findIndex((_, at) => phrase.every((word, index) => said[at + index] === word));

type Heard = { readonly points: number; readonly at: number };

/** In one piece it weighs more than with words between; a phrase of three words more than one of two. */
function heard(said: readonly string[], phrase: readonly string[]): Heard | null {
  if (phrase.length === 0) return null;
  const at = startsAt(said, phrase);
  if (at >= 0) return { points: 3 * phrase.length, at };
  const places = phrase.map((word) => said.indexOf(word));
  if (phrase.length < 2 || places.includes(-1)) return null;
  return { points: 2 * phrase.length - 1, at: Math.min(...places) };
}

/** The job type whose words weigh most, of equal ones the one said first; null when nothing fits. */
export function proposedJobType<T extends WordedJobType>(text: string, jobTypes: readonly T[]): T | null {
  const said = wordsOf(text);
  let best: (Heard & { readonly type: T }) | null = null;
  for (const type of jobTypes) {
    if (!type.active) continue;
    const phrases = [type.name, ...type.keywords.split(',')].map(wordsOf);
    for (const [index, phrase] of phrases.entries()) {
      const found = heard(said, phrase);
      if (!found) continue;
      // The name itself before a keyword that some other type has too.
      const points = found.points + (index === 0 ? 1 : 0);
      if (!best || points > best.points || (points === best.points && found.at < best.at)) {
        best = { points, at: found.at, type };
      }
    }
  }
  return best?.type ?? null;
}
