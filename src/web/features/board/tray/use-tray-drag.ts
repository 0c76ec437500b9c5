import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useRef } from 'react';

/** How far the pointer goes before a press becomes a drag; the same as on the grid, so that clicks stay clicks. */
const THRESHOLD_PX = 4;

/**
 * A card under the pointer becomes a drag once it is pulled. `wasDragged` tells the click that follows a drag from
 * one that was meant. Touch: a long press scrolls on, so only mouse and pen drag; "Move to…" is there for fingers.
 */
export function useTrayDrag(begin: (visitId: number, event: PointerEvent) => void) {
  const pressed = useRef<{ visitId: number; x: number; y: number } | null>(null);
  const dragged = useRef(false);
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
      latest.current(start.visitId, event);
    };
    const end = () => {
      pressed.current = null;
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
    return () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
    };
  }, []);
  const press = useCallback((visitId: number, event: ReactPointerEvent) => {
    dragged.current = false;
    if (event.button !== 0 || event.pointerType === 'touch') return;
    pressed.current = { visitId, x: event.clientX, y: event.clientY };
  }, []);
  const wasDragged = useCallback(() => dragged.current, []);
  return { press, wasDragged };
}
