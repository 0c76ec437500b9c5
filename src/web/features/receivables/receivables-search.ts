import type { AgeingRow } from '#contract/receivable.ts';
import { AGED_BY, type AgedBy, OPEN_PARTS, type OpenPart } from '#domain/receivables/ageing.ts';
import type { Day } from '#domain/time.ts';
import type { AgeingFilters } from '../../data/receivables.ts';
import { dayIn, idsIn, namesIn, type RawSearch, textIn, wordIn } from '../../lib/search-params.ts';

/** `?day=2026-11-21&of=unit&by=invoice&whose=40-USD`: the list's state, and whose documents stand open below it. */
export type ReceivablesSearch = {
  /** Left out: today, and it moves on. */
  day?: Day | undefined;
  of?: 'unit' | undefined;
  by?: AgedBy | undefined;
  only?: OpenPart | undefined;
  bu?: number[] | undefined;
  q?: string | undefined;
  /** Customer and currency. */
  whose?: string | undefined;
  sort?: string | undefined;
  hide?: string[] | undefined;
};

export const isFiltered = ({ only, bu, q }: ReceivablesSearch): boolean =>
  [only, bu, q].some((value) => value !== undefined);

/** What the address says, broken or unknown parts left out. */
export const searchIn = (address: RawSearch): ReceivablesSearch => ({
  day: dayIn(address.day),
  of: wordIn(address.of, ['unit'] as const),
  by: wordIn(address.by, AGED_BY),
  only: wordIn(address.only, OPEN_PARTS),
  bu: idsIn(address.bu),
  q: textIn(address.q),
  whose: textIn(address.whose),
  sort: textIn(address.sort),
  hide: namesIn(address.hide),
});

export const filtersOf = ({ day, of, by, only, bu, q }: ReceivablesSearch): AgeingFilters => ({
  asOf: day,
  of,
  by,
  only,
  businessUnitIds: bu,
  q,
});

export const rowKey = ({ id, currency }: Pick<AgeingRow, 'id' | 'currency'>): string => `${id}-${currency}`;

/** Of a `whose` in the address; null: none, or nothing one can read. */
export function openedIn(whose: string | undefined): { customerId: number; currency: string } | null {
  const [, id, currency] = /^([1-9]\d{0,14})-([A-Z]{3})$/.exec(whose ?? '') ?? [];
  return id === undefined || currency === undefined ? null : { customerId: Number(id), currency };
}

/** Where a row leads: a customer's documents below the list, a business unit's customers in it. */
export const searchOpening = (
  search: ReceivablesSearch,
  row: Pick<AgeingRow, 'id' | 'currency'>,
): ReceivablesSearch =>
  search.of === 'unit'
    ? { ...search, of: undefined, bu: [row.id], whose: undefined }
    : { ...search, whose: rowKey(row) };
