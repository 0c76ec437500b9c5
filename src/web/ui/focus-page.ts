import { useEffect, useRef } from 'react';

/** Where nothing has the focus any more, the page has it: not what stands before the menu. */
export function focusPageIfLost(): void {
  if (document.activeElement === document.body)
    document.getElementById('page')?.focus({ preventScroll: true });
}

/** @param state what the buttons on screen follow from: with a change of it the one that was pressed may be gone */
export function useFocusKept(state: string | boolean): void {
  const was = useRef(state);
  useEffect(() => {
    if (was.current === state) return;
    was.current = state;
    focusPageIfLost();
  }, [state]);
}
