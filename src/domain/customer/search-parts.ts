/** Nobody has all of what was typed: which part of it to look for instead, and what is left out. */
import type { SearchQuery, Wanted } from './search-query.ts';

/** Said between the words that tell. */
const BETWEEN = new Set(['a', 'an', 'and', 'at', 'by', 'for', 'from', 'in', 'near', 'of', 'on', 'the', 'to']);

export type SearchPart = {
  readonly kept: SearchQuery;
  /** As typed; empty: only words that tell nothing were left out. */
  readonly left: readonly string[];
  /** Typing errors are forgiven again in it. */
  readonly isWhole: boolean;
};

/**
 * In the order to try them: all but “on” and “the”; then without one of the words; a number or an e-mail is the last to
 * go, because it tells most. Nothing for a single word: there is no rest. Each is a question to the index: as many as a search has
 * words (`parseSearch`), and one.
 */
export function partsOf({ wanted }: SearchQuery): readonly SearchPart[] {
  const telling = wanted.filter(({ kind, typed }) => kind !== 'word' || !BETWEEN.has(typed));
  if (telling.length === 0) return [];
  const whole = { kept: { wanted: telling }, left: [], isWhole: true };
  const without = (one: Wanted): SearchPart => ({
    kept: { wanted: telling.filter((other) => other !== one) },
    left: [one.typed],
    isWhole: false,
  });
  const words = telling.filter(({ kind }) => kind === 'word');
  const others = telling.filter(({ kind }) => kind !== 'word');
  return [
    ...(telling.length < wanted.length ? [whole] : []),
    ...(telling.length > 1 ? [...words, ...others].map(without) : []),
  ];
}
