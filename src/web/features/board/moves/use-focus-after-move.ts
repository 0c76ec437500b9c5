import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { barIdOf } from '../day/bars.ts';
import type { GridHandle } from '../grid-host.tsx';
import type { Move } from './move-request.ts';

/**
 * After "Move to…" the focus belongs to the bar, wherever it is now: the card or bar it was opened from may be gone.
 * Waits while a command or a question is open, and gives up when the visit did not move after all.
 */
export function useFocusAfterMove(handle: RefObject<GridHandle | null>, isBusy: boolean) {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null || isBusy || document.querySelector('[role="dialog"]')) return;
    const barId = wanted.current;
    wanted.current = null;
    // After the closing dialog gave the focus back to where it came from.
    requestAnimationFrame(() => handle.current?.grid.focus(barId));
  });
  return useCallback((visitId: number, move: Move) => {
    if (move.kind === 'move' || move.kind === 'join') wanted.current = barIdOf(visitId, move.to);
  }, []);
}
