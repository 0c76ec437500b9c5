import { type RefObject, useEffect, useEffectEvent, useLayoutEffect } from 'react';
import { useShortcut } from '../../../ui/shortcut.ts';
import type { GridViewport } from '../grid/types.ts';
import type { GridHandle } from '../grid-host.tsx';
import type { FirstTime } from '../usual-start.ts';

/** A notch of a wheel is 100 or more, a pinch on a pad comes as many small ones. */
const WHEEL_PER_STEP = 60;

/** Zoom by wheel with Ctrl and by the keys + and −, and the minute that was held back under the pointer. Shows nothing. */
export function ZoomHands({
  handle,
  view,
  held,
  onZoom,
}: {
  handle: RefObject<GridHandle | null>;
  view: GridViewport;
  held: RefObject<FirstTime | null>;
  onZoom: (steps: number, clientX?: number) => void;
}) {
  useShortcut('+', () => onZoom(1));
  // On many keyboards + needs Shift; without, the key is this one.
  useShortcut('=', () => onZoom(1));
  useShortcut('-', () => onZoom(-1));
  const zoom = useEffectEvent(onZoom);
  useEffect(() => {
    const scroller = handle.current?.grid.scroller;
    if (!scroller) return;
    let turned = 0;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      // The browser would zoom the whole page.
      event.preventDefault();
      if (handle.current?.grid.inHand) return;
      if (Math.sign(event.deltaY) !== Math.sign(turned)) turned = 0;
      turned += event.deltaY;
      if (Math.abs(turned) < WHEEL_PER_STEP) return;
      zoom(turned < 0 ? 1 : -1, event.clientX);
      turned = 0;
    };
    scroller.addEventListener('wheel', onWheel, { passive: false });
    return () => scroller.removeEventListener('wheel', onWheel);
  }, [handle]);
  // After the grid has taken the view, and before it is painted.
  useLayoutEffect(() => {
    const hold = held.current;
    held.current = null;
    if (hold && hold.at >= view.start && hold.at < view.end)
      handle.current?.grid.scrollToTime(hold.at, Math.max(hold.share, 0.001));
  }, [view, handle, held]);
  return null;
}
