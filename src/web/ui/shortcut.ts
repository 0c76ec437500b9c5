import { type KeyboardEvent as ReactKeyboardEvent, useEffect, useRef } from 'react';

type ShortcutOptions = {
  /** fires also while the person types into a field (default only with Ctrl/⌘ or for F-keys) */
  whileTyping?: boolean | undefined;
  enabled?: boolean | undefined;
};

const isMac = () => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

/** "Mod+K" as this keyboard writes it: "Ctrl K", on a Mac "⌘ K". */
export function shortcutLabel(combo: string): string {
  return combo.replace('Mod', isMac() ? '⌘' : 'Ctrl').replaceAll('+', ' ');
}

/**
 * Whether an event is a combination such as "Mod+K", "Shift+?", "R", "F8" (Mod: Ctrl, on a Mac ⌘).
 * Shift counts only with letters and named keys: on many keyboards "?" needs it anyway.
 */
function matchesShortcut(event: KeyboardEvent, combo: string): boolean {
  // A plus that nothing follows is the key.
  const parts = combo.split(/\+(?=.)/);
  const key = parts.at(-1)!;
  const mod = isMac() ? event.metaKey : event.ctrlKey;
  const other = isMac() ? event.ctrlKey : event.metaKey;
  const symbol = key.length === 1 && !/[a-z0-9]/i.test(key);
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    mod === parts.includes('Mod') &&
    !other &&
    event.altKey === parts.includes('Alt') &&
    (symbol || event.shiftKey === parts.includes('Shift'))
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Ctrl/⌘+Enter in a dialog, which `useShortcut` leaves alone: sends what is there. For `onKeyDown`. */
export const onSendKey =
  (send: (event: ReactKeyboardEvent<HTMLElement>) => void) => (event: ReactKeyboardEvent<HTMLElement>) => {
    // React's events rise through portals, too: a key in a dialog opened from here is the dialog's.
    if (!event.currentTarget.contains(event.target as Node)) return;
    if (event.defaultPrevented || event.nativeEvent.repeat) return;
    if (!matchesShortcut(event.nativeEvent, 'Mod+Enter')) return;
    event.preventDefault();
    send(event);
  };

/** A dialog lies over the page and has made it inert (Base UI marks what it makes so). */
export const isCovered = () =>
  document.querySelector('[data-base-ui-inert]') !== null &&
  document.querySelector('[role$="dialog"][data-open]') !== null;

/**
 * Binds a key of the page for as long as the component is shown; single letters are silent while one types, and all
 * but the F-keys under a dialog: Ctrl+Z there would take back a step nobody sees.
 */
export function useShortcut(combo: string, act: (event: KeyboardEvent) => void, options?: ShortcutOptions) {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  const enabled = options?.enabled ?? true;
  const whileTyping = options?.whileTyping ?? /Mod|^F\d+$/.test(combo);
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.isComposing) return;
      if (!matchesShortcut(event, combo) || (!whileTyping && isTyping(event.target))) return;
      if (isCovered() && !/^F\d+$/.test(combo)) return;
      event.preventDefault();
      latest.current(event);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [combo, enabled, whileTyping]);
}
