import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { barIdOf } from '../day/bars.ts';
import type { GridHandle } from '../grid-host.tsx';
import type { Move } from './move-request.ts';

/**
 * After "Move to…" the focus belongs to the bar, wherever it is now: the card or bar it was opened from may be gone. So
 * it does after a question ("Book over it?"), whose dialog would give it back to what stands at the old place by then.
 * Waits while a command or a question is open, and gives up when the visit did not move after all.
 */
export function useFocusAfterMove(
  handle: RefObject<GridHandle | null>,
  { isBusy, isAsking }: { isBusy: boolean; isAsking: boolean },
) {
  const wanted = useRef<string | null>(null);
  /** Where the last move leads, in case something is asked about it. */
  const sent = useRef<string | null>(null);
  useEffect(() => {
    if (isAsking && sent.current !== null) wanted.current = sent.current;
    if (isBusy || isAsking) return;
    sent.current = null;
    if (wanted.current === null || document.querySelector('[role="dialog"]')) return;
    const barId = wanted.current;
    wanted.current = null;
    // After the closing dialog gave the focus back to where it came from.
    requestAnimationFrame(() => {
      const { activeElement } = document;
      const grid = handle.current?.grid;
      const isElsewhere = activeElement?.closest('[data-shell="panel"], [data-shell="bar"]') != null;
      const isInTray = activeElement?.closest('[data-tray]') != null;
      // Somebody quick is in the drawer already when the answer comes: they stay there.
      if (!isElsewhere || isInTray) grid?.focus(barId);
    });
  });
  const followBar = useCallback((visitId: number, move: Move) => {
    wanted.current = barAfter(visitId, move);
  }, []);
  const followAsked = useCallback((visitId: number, move: Move) => {
    sent.current = barAfter(visitId, move);
  }, []);
  return { followBar, followAsked };
}

const barAfter = (visitId: number, move: Move): string | null =>
  move.kind === 'move' || move.kind === 'join' || move.kind === 'park' ? barIdOf(visitId, move.to) : null;
