import { useEffect, useRef } from 'react';

export type ShortcutOptions = {
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
export function matchesShortcut(event: KeyboardEvent, combo: string): boolean {
  const parts = combo.split('+');
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

/** Binds a key for as long as the component is shown; single letters are silent while one types. */
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
      event.preventDefault();
      latest.current(event);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [combo, enabled, whileTyping]);
}
