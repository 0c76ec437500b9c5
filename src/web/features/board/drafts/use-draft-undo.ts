import { type RefObject, useEffect, useEffectEvent } from 'react';
import type { DraftStep } from '#domain/schedule/drafts/draft-move.ts';
import { barIdOf } from '../day/bars.ts';
import type { GridHandle } from '../grid-host.tsx';

const IN_A_FIELD = 'input, textarea, select, [contenteditable="true"]';

type Change = () => DraftStep | null;

/**
 * Ctrl+Z takes back the draft's last move, with Shift it comes again: before the shell hears the key, whose undo is of
 * steps on the live board. null: not this person's to change; the key then does nothing at all. The focus goes to the
 * bar that came back: the one it was on may be the neighbour of a bar that had been taken off.
 */
export function useDraftUndo({
  takeBack,
  doAgain,
  handle,
}: {
  takeBack: Change | null;
  doAgain: Change | null;
  handle: RefObject<GridHandle | null>;
}): void {
  const act = useEffectEvent((isAgain: boolean) => {
    const { activeElement } = document;
    const step = (isAgain ? doAgain : takeBack)?.();
    const isOnBoard = activeElement === document.body || activeElement?.closest('.tr-grid, [data-tray]');
    const barId = step && isOnBoard ? barThatComes(step, isAgain) : null;
    // Once the step is on the board.
    if (barId !== null) requestAnimationFrame(() => void handle.current?.grid.focus(barId));
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      const isMod = (event.ctrlKey || event.metaKey) && !event.altKey;
      const isAgain = (key === 'z' && event.shiftKey) || key === 'y';
      if (!isMod || event.repeat || (key !== 'z' && key !== 'y')) return;
      if (event.target instanceof Element && event.target.closest(IN_A_FIELD)) return;
      if (document.querySelector('[role$="dialog"][data-open]')) return;
      event.preventDefault();
      act(isAgain);
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}

/** In a holding lane too. null: nobody comes to a visit by this step, and its bar keeps the focus by itself. */
function barThatComes({ moves }: DraftStep, isAgain: boolean): string | null {
  for (const { appointmentId, crew, lane } of moves) {
    const standsIn = lane && (isAgain ? lane.to : lane.from);
    if (standsIn != null) return barIdOf(appointmentId, standsIn);
    if (!crew) continue;
    const [before, after] = isAgain ? [crew.from, crew.to] : [crew.to, crew.from];
    const coming = after.find((id) => !before.includes(id));
    if (coming !== undefined) return barIdOf(appointmentId, coming);
  }
  return null;
}
