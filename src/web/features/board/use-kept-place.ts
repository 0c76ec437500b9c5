import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import type { GridHandle } from './grid-host.tsx';
import type { FirstTime } from './usual-start.ts';

const KEY = 'truckroll.board-place';
/** Nothing before it: 0 leaves a little room. */
const AT_THE_EDGE = Number.EPSILON;

type Place = { readonly board: string; readonly at: number; readonly row: number };

/**
 * Where the board stood when the page was loaded anew: the time at the left and the lane at the top, not pixels, for by then
 * the zoom, the height of rows or the first hour may be others. The router restores pixels, and only those of the same axis
 * (`data-scroll-restoration-id` in grid-view.ts).
 * @param board says whether it is the same one: its day, zone and view
 */
export function useKeptPlace(handle: RefObject<GridHandle | null>, board: string): FirstTime | null {
  const [kept] = useState(() => take(board));
  useLayoutEffect(() => {
    const grid = handle.current?.grid;
    if (kept && grid) grid.scroller.scrollTop = kept.row * grid.view.rowHeight;
  }, [handle, kept]);
  useEffect(() => {
    const keep = () => {
      const grid = handle.current?.grid;
      if (!grid) return;
      const { view, scroller } = grid;
      const { at } = grid.timeAt(scroller.getBoundingClientRect().left + view.labelWidth);
      const place: Place = { board, at, row: scroller.scrollTop / view.rowHeight };
      try {
        sessionStorage.setItem(KEY, JSON.stringify(place));
      } catch {
        // A browser that keeps nothing opens the board at its usual start.
      }
    };
    addEventListener('pagehide', keep);
    return () => removeEventListener('pagehide', keep);
  }, [handle, board]);
  return kept && { at: kept.at, share: AT_THE_EDGE };
}

/** Once: what is opened later in this page begins as usual. */
function take(board: string): Place | null {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    const place = JSON.parse(text ?? 'null') as Partial<Place> | null;
    const isWhole = Number.isFinite(place?.at) && Number.isFinite(place?.row);
    return isWhole && place?.board === board ? (place as Place) : null;
  } catch {
    return null;
  }
}
