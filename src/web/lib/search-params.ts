/**
 * The page's state in its URL, readable and typable: `?day=2026-11-21&bu=1,2`. The router's own way would write
 * strings that look like numbers in quotes and lists as JSON. Unknown or broken values are left out, never an error:
 * an old bookmark must open.
 */
import { type Day, type Instant, isDay, isInstant, isZone } from '#domain/time.ts';

export type RawSearch = Readonly<Record<string, unknown>>;

export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: RawSearch): string {
  const parts = Object.entries(search).flatMap(([key, value]) => {
    const written = Array.isArray(value) ? value.join(',') : value;
    if (written === undefined || written === null || written === '') return [];
    const encoded = encodeURIComponent(String(written)).replaceAll('%2C', ',').replaceAll('%3A', ':');
    return [`${encodeURIComponent(key)}=${encoded.replaceAll('%2F', '/')}`];
  });
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

// The router hands in what was parsed from the URL (text) and what a link gave (already typed): both are read.

export const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

export const dayIn = (value: unknown): Day | undefined =>
  typeof value === 'string' && isDay(value) ? value : undefined;

export const instantIn = (value: unknown): Instant | undefined =>
  typeof value === 'string' && isInstant(value) ? value : undefined;

export const zoneIn = (value: unknown): string | undefined =>
  typeof value === 'string' && isZone(value) ? value : undefined;

const partsOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [value];

export function idsIn(value: unknown): number[] | undefined {
  const ids = partsOf(value)
    .map(Number)
    .filter((id) => Number.isSafeInteger(id) && id > 0);
  return ids.length > 0 ? ids : undefined;
}

export const idIn = (value: unknown): number | undefined => idsIn(value)?.[0];

export function wordsIn<W extends string>(value: unknown, known: readonly W[]): W[] | undefined {
  const words = known.filter((word) => partsOf(value).includes(word));
  return words.length > 0 ? words : undefined;
}

/** A list of names that only the page knows, such as hidden columns; `none`: an empty one. */
export const namesIn = (value: unknown): string[] | undefined =>
  value === undefined || value === ''
    ? undefined
    : partsOf(value)
        .filter((one) => one !== 'none')
        .map(String);

export const wordIn = <W extends string>(value: unknown, known: readonly W[]): W | undefined =>
  known.find((word) => word === value);
