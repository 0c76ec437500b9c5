import { type RefObject, useLayoutEffect, useState } from 'react';
import type { GridHandle } from './grid-host.tsx';

/** px the grid has for names and lanes, followed while `isWanted`; 0 before it is drawn, and when nobody asks. */
export function useLanesWidth(handle: RefObject<GridHandle | null>, isWanted: boolean): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const scroller = isWanted ? handle.current?.grid.scroller : undefined;
    if (!scroller) return;
    const measure = () => setWidth(scroller.clientWidth);
    // Before the first frame, which is then as wide as it stays.
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(scroller);
    return () => sizes.disconnect();
  }, [handle, isWanted]);
  return width;
}
