/**
 * A finger that rests picks up, a finger that moves scrolls: the board and the tray stay scrollable by a swipe that
 * begins on a bar or card. The browser would take the finger for scrolling as soon as it moves, so what is in hand has
 * to say no to that (`keepFromScrolling`), and be asked from the touch's beginning: a listener added later comes too late.
 */

/** Long enough for a swipe to have begun, short enough not to be waited for. */
const restsMs = 250;
/** A resting finger trembles. */
const slopPx = 8;

/** Calls `held` once the finger of `event` has rested. @returns how to give up waiting */
export function onLongPress(event: PointerEvent, held: () => void): () => void {
  const { pointerId, clientX, clientY } = event;
  const isMine = (next: PointerEvent) => next.pointerId === pointerId;
  const onMove = (next: PointerEvent) => {
    if (isMine(next) && Math.hypot(next.clientX - clientX, next.clientY - clientY) > slopPx) stop();
  };
  // The press itself is still on its way up to the window; a second finger is a pinch.
  const onDown = (next: PointerEvent) => {
    if (!isMine(next)) stop();
  };
  const timer = setTimeout(() => {
    stop();
    held();
  }, restsMs);
  const change = (name: 'addEventListener' | 'removeEventListener') => {
    window[name]('pointermove', onMove as EventListener);
    window[name]('pointerdown', onDown as EventListener);
    window[name]('pointerup', stop);
    window[name]('pointercancel', stop);
  };
  const stop = () => {
    clearTimeout(timer);
    change('removeEventListener');
  };
  change('addEventListener');
  return stop;
}

/** While something is in hand, fingers on `el` neither scroll nor open the browser's menu. @returns how to end it */
export function keepFromScrolling(el: HTMLElement, inHand: () => boolean): () => void {
  const refuse = (event: Event) => {
    if (inHand() && event.cancelable) event.preventDefault();
  };
  const refuseMenu = (event: Event) => {
    if (!inHand()) return;
    event.preventDefault();
    event.stopPropagation();
  };
  el.addEventListener('touchmove', refuse, { passive: false });
  el.addEventListener('contextmenu', refuseMenu, true);
  return () => {
    el.removeEventListener('touchmove', refuse);
    el.removeEventListener('contextmenu', refuseMenu, true);
  };
}
