/** What somebody typed to find rows of a list: words in any order, each of which has to be there. */
import { type Filter, likeWord } from '#db/filter.ts';
import { plainLetters } from '#domain/customer/words.ts';

/** More are left out: each is a pass over the rows. */
const MOST_WORDS = 8;

/** Lower case without accents and punctuation, single spaces: of what is stored, and of what is looked for in it. */
export const plainWords = (text: string): string =>
  plainLetters(text)
    .replace(/[^\p{L}\p{N}@.]+/gu, ' ')
    .trim();

/**
 * @param typed with single spaces, folded like the texts it is looked for in
 * @param condition when a row has the word that stands in the placeholder, its `%` and `_` marked as letters
 */
export function addWords(
  { add }: Pick<Filter, 'add'>,
  typed: string,
  condition: (placeholder: string) => string,
): void {
  for (const word of typed.split(' ').filter(Boolean).slice(0, MOST_WORDS)) add(likeWord(word), condition);
}
