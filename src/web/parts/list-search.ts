/** What the addresses of all lists share: spans of days, the sort, the hidden columns, whether anything is narrowed. */
import { addDays, type Day, type Span, startOfDay } from '#domain/time.ts';
import type { TableSort } from '../ui/data-column.ts';

/** The instants between which some days lie in that zone: from `first` to `last`, or that one day. */
export function spanOf(first: Day | undefined, last: Day | undefined, zone: string): Span | undefined {
  if (first === undefined) return undefined;
  const end = last === undefined || last < first ? first : last;
  return { start: startOfDay(first, zone), end: startOfDay(addDays(end, 1), zone) };
}

/** A column's id in the address, with a minus for the other way round. */
export const sortOf = (text: string | undefined): TableSort | null =>
  text === undefined ? null : { id: text.replace(/^-/, ''), desc: text.startsWith('-') };

export const sortText = (sort: TableSort | null): string | undefined =>
  sort === null ? undefined : `${sort.desc ? '-' : ''}${sort.id}`;

/** Anything but what a list's address says beside its filters: its order, its columns, an open form. */
export const isFiltered = (search: object): boolean =>
  Object.entries(search).some(([key, value]) => value !== undefined && !BESIDE.has(key));
const BESIDE: ReadonlySet<string> = new Set(['sort', 'hide', 'new']);

/** The last day of a range of two: alone, the first is one day. */
export const lastDayOf = (first: Day | undefined, last: Day | undefined): Day | undefined =>
  first === undefined ? undefined : (last ?? first);
