import { useEffect, useRef } from 'react';

/** Whether Alt, Ctrl or ⌘ is held right now: a drop then adds a technician. Read at the drop, so a ref, no state. */
export function useAddingKey() {
  const held = useRef(false);
  useEffect(() => {
    const read = (event: PointerEvent | KeyboardEvent) => {
      held.current = event.altKey || event.ctrlKey || event.metaKey;
    };
    // Before the grid's own listeners, which ask for the answer.
    const names = ['pointermove', 'pointerup', 'keydown', 'keyup'] as const;
    for (const name of names) window.addEventListener(name, read, { capture: true });
    return () => {
      for (const name of names) window.removeEventListener(name, read, { capture: true });
    };
  }, []);
  return held;
}
