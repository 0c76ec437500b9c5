/** What the addresses of all lists share: spans of days, the sort, the hidden columns. */
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
