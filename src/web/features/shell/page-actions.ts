/**
 * What the page on screen can do, for the palette: its keys (`usePageKeys`) are pressed where the focus was, its buttons
 * and tabs by their own names. So whatever a page learns is in the palette at once, and costs its first load nothing.
 */
import type { PageKeys } from '../../parts/page-keys.ts';

export type PageAction = {
  readonly id: string;
  readonly label: string;
  readonly shortcut?: string;
  readonly act: () => void;
};

/** Names of keys as the overview writes them. */
const KEY_NAMES: Readonly<Record<string, string>> = { Space: ' ', Esc: 'Escape', Del: 'Delete' };
const MODIFIERS = new Set(['Ctrl', '⌘', 'Shift', 'Alt']);
const ONE_KEY = /^(.|Space|Esc|Delete|Enter|F\d+)$/;

/** "Shift F10" as the event it means; null for several keys, arrows and gestures of the mouse. */
export function keyOf(keys: string): KeyboardEventInit | null {
  const parts = keys.split(' ');
  const key = parts.pop()!;
  if (!ONE_KEY.test(key) || /[←→↑↓,]/.test(key) || !parts.every((one) => MODIFIERS.has(one))) return null;
  return {
    key: KEY_NAMES[key] ?? (key.length === 1 ? key.toLowerCase() : key),
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('⌘'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
    bubbles: true,
    cancelable: true,
  };
}

/** @param words what was typed, in lower case; of buttons only those that are meant are listed */
export function pageActions(keys: PageKeys | null, words: string): PageAction[] {
  const byKey = keyActions(keys, words);
  return words.length < 2 ? byKey : [...byKey, ...buttonsNamed(words)];
}

export function keyActions(keys: PageKeys | null, words: string): PageAction[] {
  return (keys?.rows ?? []).flatMap(([label, shortcut]) => {
    const event = keyOf(shortcut);
    if (!event || !label.toLowerCase().includes(words)) return [];
    return [
      { id: `key ${shortcut}`, label, shortcut, act: () => onPage((focused) => press(focused, event)) },
    ];
  });
}

const press = (focused: Element, event: KeyboardEventInit) =>
  focused.dispatchEvent(new KeyboardEvent('keydown', event));

const MOST_BUTTONS = 6;
/** Not what is done to single rows: those have names of their own, and a place. */
const BUTTONS = ['button', '[role="tab"]']
  .map((one) => `:is(header, main) ${one}:not([role="grid"] *, [role="row"] *, [role="dialog"] *, li *)`)
  .join();

function buttonsNamed(words: string): PageAction[] {
  const found = new Map<string, PageAction>();
  for (const button of document.querySelectorAll<HTMLButtonElement>(BUTTONS)) {
    const label = (button.ariaLabel ?? button.textContent).replace(/\s+/g, ' ').trim();
    const isThere = button.getClientRects().length > 0 && !button.disabled && button.ariaDisabled !== 'true';
    if (!isThere || !label.toLowerCase().includes(words) || found.has(label)) continue;
    found.set(label, { id: `button ${label}`, label, act: () => onPage(() => button.click()) });
  }
  return [...found.values()].slice(0, MOST_BUTTONS);
}

/** Once the palette has closed and the focus is where it was; a page without any is waited for a third of a second. */
function onPage(act: (focused: Element) => void, frame = 0): void {
  requestAnimationFrame(() => {
    const focused = document.activeElement ?? document.body;
    const isCovered =
      document.querySelector('[data-base-ui-inert]') !== null || focused.closest('[role="dialog"]');
    const isOnItsWay = focused === document.body && frame < 20;
    if ((isCovered && frame < 60) || isOnItsWay) onPage(act, frame + 1);
    else act(focused);
  });
}
