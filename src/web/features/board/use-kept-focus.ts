import { type RefObject, useEffect, useRef } from 'react';
import type { GridHandle } from './grid-host.tsx';

const OVERLAYS = '[role="dialog"], [role="alertdialog"], [role="menu"], [data-base-ui-focus-guard]';
/** Some give the focus back themselves; only what nobody takes is taken. */
const OTHERS_FIRST_MS = 100;

/**
 * What had the focus may vanish: a card that was dropped, a toast whose Undo was pressed, a drawer whose visit somebody
 * else removed, a dialog that was left, a day that went on at midnight. What had it before a dialog gets it back, else the
 * lanes where they last had it; without this it would be at the top of the page. Clicking into nothing is not vanishing.
 */
export function useKeptFocus(handle: RefObject<GridHandle | null>): void {
  const last = useRef<Element | null>(null);
  /** The last one that was not in something laid over the page. */
  const below = useRef<HTMLElement | null>(null);
  const rescue = useRef(() =>
    setTimeout(() => {
      const lost = last.current !== null && !last.current.isConnected;
      if (!lost || document.activeElement !== document.body || document.querySelector('[role="dialog"]'))
        return;
      if (below.current?.isConnected) below.current.focus({ preventScroll: true });
      else handle.current?.grid.refocus();
    }, OTHERS_FIRST_MS),
  );
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      last.current = target as Element;
      if (target instanceof HTMLElement && !target.closest(OVERLAYS)) below.current = target;
    };
    const left = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget === null) rescue.current();
    };
    document.addEventListener('focusin', note);
    document.addEventListener('focusout', left);
    return () => {
      document.removeEventListener('focusin', note);
      document.removeEventListener('focusout', left);
    };
  }, []);
  // Not every browser tells that an element with the focus was removed: looked at after each change of the page too.
  useEffect(() => {
    if (last.current && !last.current.isConnected) rescue.current();
  });
}
