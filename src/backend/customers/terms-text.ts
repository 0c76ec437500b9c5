/** Search terms in the words of the database: `tsvector` to keep, `tsquery` to ask (0010_customers.sql). */
import type { FoundOn, SearchTerm } from '#domain/customer/search-terms.ts';

/** The database's labels; a key needs none. */
const LABEL: Readonly<Record<FoundOn, string>> = {
  name: 'A',
  phone: 'B',
  email: 'C',
  address: 'D',
  key: 'D',
};
/** The longest word the index takes is 2 kB; nothing anybody types is longer than this. */
const MOST_LETTERS = 200;

const quoted = (word: string): string =>
  `'${word.slice(0, MOST_LETTERS).replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

export function termsText(terms: readonly SearchTerm[]): string {
  const labels = new Map<string, Set<string>>();
  for (const { word, on } of terms) {
    const text = quoted(word);
    labels.set(text, (labels.get(text) ?? new Set()).add(LABEL[on]));
  }
  return [...labels]
    .map(([word, on]) => `${word}:${[...on].map((label, at) => `${at + 1}${label}`).join(',')}`)
    .join(' ');
}

const group = (sign: '&' | '|', parts: readonly string[]): string =>
  parts.length === 1 ? parts[0]! : `(${parts.join(` ${sign} `)})`;

export const all = (parts: readonly string[]): string => group('&', parts);
export const any = (parts: readonly string[]): string => group('|', parts);

/** Words that begin like this, anywhere or only on some facts. */
export const beginning = (word: string, on?: FoundOn): string => `${quoted(word)}:*${on ? LABEL[on] : ''}`;
export const whole = (word: string, on?: FoundOn): string => `${quoted(word)}${on ? `:${LABEL[on]}` : ''}`;
