import {
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
} from 'react';
import { keepFromScrolling, onLongPress } from '../grid/long-press.ts';

/** How far the pointer goes before a press becomes a drag; the same as on the grid, so that clicks stay clicks. */
const THRESHOLD_PX = 4;

/**
 * A card under the mouse becomes a drag once it is pulled, one under a finger once the finger rests: a swipe scrolls the
 * tray. `wasDragged` tells the click that follows a drag from one that was meant.
 * @param begin what takes the card in hand; null when this person may not
 */
export function useTrayDrag(
  tray: RefObject<HTMLElement | null>,
  begin: ((visitId: number, event: PointerEvent) => void) | null,
) {
  const pressed = useRef<{ visitId: number; x: number; y: number } | null>(null);
  const dragged = useRef(false);
  const isDown = useRef(false);
  const latest = useRef(begin);
  useEffect(() => {
    latest.current = begin;
  });
  useEffect(() => {
    const move = (event: PointerEvent) => {
      const start = pressed.current;
      if (!start || Math.hypot(event.clientX - start.x, event.clientY - start.y) < THRESHOLD_PX) return;
      pressed.current = null;
      dragged.current = true;
      latest.current?.(start.visitId, event);
    };
    const end = () => {
      pressed.current = null;
      isDown.current = false;
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
    const scroll = tray.current && keepFromScrolling(tray.current, () => isDown.current && dragged.current);
    return () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
      scroll?.();
    };
  }, [tray]);
  const press = useCallback((visitId: number, { nativeEvent: event }: ReactPointerEvent) => {
    dragged.current = false;
    if (event.button !== 0 || latest.current === null) return;
    isDown.current = true;
    if (event.pointerType !== 'touch') {
      pressed.current = { visitId, x: event.clientX, y: event.clientY };
      return;
    }
    onLongPress(event, () => {
      dragged.current = true;
      latest.current?.(visitId, event);
    });
  }, []);
  const wasDragged = useCallback(() => dragged.current, []);
  return { press, wasDragged };
}
