/** What the whole page may do to a drag while it lasts: it is not only over the grid that a pointer moves or lifts. */
export interface Hand {
  readonly onMove: (event: PointerEvent) => void;
  readonly onUp: (event: PointerEvent) => void;
  /** Escape, a call that takes the window's focus, a pointer the system took away. */
  readonly onCancel: () => void;
  readonly onScroll: () => void;
}

/** @returns how to stop listening */
export function listenWhileInHand(
  scroller: HTMLElement,
  { onMove, onUp, onCancel, onScroll }: Hand,
): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onCancel();
  };
  const change = (name: 'addEventListener' | 'removeEventListener') => {
    window[name]('pointermove', onMove as EventListener);
    window[name]('pointerup', onUp as EventListener);
    window[name]('pointercancel', onCancel);
    window[name]('blur', onCancel);
    window[name]('keydown', onKey as EventListener, true);
    scroller[name]('scroll', onScroll);
  };
  change('addEventListener');
  return () => change('removeEventListener');
}
