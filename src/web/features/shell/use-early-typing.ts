import { useEffect } from 'react';

/**
 * Keys pressed before the search box is there, or has the focus, belong in it: people type on as soon as they have
 * pressed Ctrl K, and on a page just loaded the palette's code may still be on its way.
 */
export function useEarlyTyping(
  open: boolean,
  edit: (next: (query: string) => string) => void,
  close: () => void,
): void {
  useEffect(() => {
    if (!open) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (document.activeElement?.matches('[cmdk-input]')) return;
      if (event.key.length === 1) edit((query) => query + event.key);
      else if (event.key === 'Backspace') edit((query) => query.slice(0, -1));
      else if (event.key === 'Escape') close();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [open, edit, close]);
}
