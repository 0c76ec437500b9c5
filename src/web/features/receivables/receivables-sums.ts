import type { Ageing, AgeingRow } from '#contract/receivable.ts';

/** What all of them come to by the server's own sums, a row for each currency: to stand at the foot of their list. */
export const sumsOf = (
  totals: Ageing['totals'],
  items: readonly AgeingRow[],
  [one, many]: readonly [string, string],
): AgeingRow[] =>
  totals.map(({ noTerm: _none, notPosted: _not, ...sums }) => {
    const own = items.filter(({ currency }) => currency === sums.currency);
    const days = own.flatMap(({ oldestDue }) => oldestDue ?? []).sort();
    return {
      ...sums,
      id: 0,
      name: own.length === 1 ? `1 ${one}` : `${own.length} ${many}`,
      oldestDue: days[0] ?? null,
      documents: own.reduce((count, { documents }) => count + documents, 0),
    };
  });
