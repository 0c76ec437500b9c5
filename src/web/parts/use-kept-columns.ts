/** Which columns a person hides in a list: kept in this browser; the address says otherwise where a view or link does. */
import { useCallback, useState } from 'react';

const keyOf = (page: string) => `truckroll.hidden-columns.${page}`;

/** What was kept, or the list's own choice. */
function read(page: string, atFirst: readonly string[]): readonly string[] {
  const kept = localStorage.getItem(keyOf(page));
  return kept === null ? atFirst : kept.split(',').filter(Boolean);
}

/** @param inUrl the address's choice, which comes first. @returns the hidden columns, and the way to keep another choice */
export function useKeptColumns(
  page: string,
  atFirst: readonly string[],
  inUrl: readonly string[] | undefined,
): [readonly string[], (hidden: readonly string[]) => void] {
  const [kept, setKept] = useState(() => read(page, atFirst));
  const keep = useCallback(
    (hidden: readonly string[]) => {
      localStorage.setItem(keyOf(page), hidden.join(','));
      setKept(hidden);
    },
    [page],
  );
  return [inUrl ?? kept, keep];
}
