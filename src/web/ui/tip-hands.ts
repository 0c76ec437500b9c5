/** Which marked element (`data-tip`) is to be explained now, from what pointer and keys do anywhere on the page. */
import type { TipSide } from './tooltip.tsx';

export type Tip = { readonly element: Element; readonly text: string; readonly side: TipSide };

/** Passing over a row of buttons says nothing; resting on one does. */
const REST_MS = 400;

const isSide = (side: string | undefined): side is TipSide =>
  side === 'top' || side === 'right' || side === 'bottom' || side === 'left';

function tipOf(target: EventTarget | null): Tip | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;
  // Marked without words: what a screen reader says of it.
  const text = element?.dataset.tip || element?.ariaLabel;
  if (!element || !text) return null;
  const side = element.dataset.tipSide;
  return { element, text, side: isSide(side) ? side : 'bottom' };
}

/** Calls `show` with the tip to show, null for none. Returns how to stop. */
export function watchTips(page: Document, show: (tip: Tip | null) => void): () => void {
  let near: Element | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let byKeys = false;

  /** The words of the one that is shown may be over while somebody rests on it: what was missing is there now. */
  const changed = new MutationObserver(() => {
    const tip = tipOf(near);
    if (tip?.element === near) show(tip);
    else hide();
  });
  const open = (tip: Tip) => {
    changed.observe(tip.element, { attributeFilter: ['data-tip', 'aria-label'] });
    show(tip);
  };
  const hide = () => {
    clearTimeout(timer);
    changed.disconnect();
    show(null);
  };
  const come = (tip: Tip | null, delay: number) => {
    if (tip?.element === near) return;
    near = tip?.element ?? null;
    hide();
    if (tip) timer = setTimeout(() => tip.element.isConnected && open(tip), delay);
  };
  const listeners: { readonly [Name in keyof DocumentEventMap]?: (event: DocumentEventMap[Name]) => void } = {
    // A finger has no hover: it would leave the words standing over what it touched.
    pointerover: ({ target, pointerType }) => pointerType !== 'touch' && come(tipOf(target), REST_MS),
    pointerdown: () => {
      byKeys = false;
      hide();
    },
    focusin: ({ target }) => byKeys && come(tipOf(target), 0),
    focusout: () => byKeys && come(null, 0),
    keydown: ({ key }) => {
      byKeys = true;
      if (key === 'Escape') hide();
    },
    scroll: hide,
  };
  const all = Object.entries(listeners) as [string, EventListener][];
  for (const [name, listener] of all) page.addEventListener(name, listener, { capture: true, passive: true });
  return () => {
    hide();
    for (const [name, listener] of all) page.removeEventListener(name, listener, { capture: true });
  };
}
