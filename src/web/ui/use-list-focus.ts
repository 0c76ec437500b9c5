import { type KeyboardEvent, type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { isCovered } from './shortcut.ts';

type ListFocus = {
  /** Around the toolbar and the rows. */
  frame: RefObject<HTMLElement | null>;
  rowKeys: readonly string[];
  /** The rows are being read: those there were may come back. */
  loading: boolean;
  moveTo: (index: number) => void;
};

const searchIn = (frame: HTMLElement | null) => frame?.querySelector<HTMLInputElement>('input[type=search]');

/** ArrowDown while nothing on the page has the focus, as after it was opened or clicked beside everything. */
function useFirstRowFromPage(hasRows: boolean, moveTo: (index: number) => void): void {
  useEffect(() => {
    if (!hasRows) return;
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'ArrowDown' || event.target !== document.body || event.defaultPrevented) return;
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isCovered()) return;
      event.preventDefault();
      moveTo(0);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [hasRows, moveTo]);
}

/**
 * Search box and rows as one for the keyboard: ArrowDown goes from the box, or from where nothing has the focus, to
 * the first row, ArrowUp from the first row back to the box. A row that had the focus and is gone gives it to the one in its place, or to the box when none is left,
 * never to the page.
 */
export function useListFocus({ frame, rowKeys, loading, moveTo }: ListFocus) {
  useFirstRowFromPage(rowKeys.length > 0, moveTo);
  const held = useRef<{ key: string; index: number } | null>(null);
  const keys = useRef(rowKeys);
  useLayoutEffect(() => {
    keys.current = rowKeys;
    const at = held.current;
    if (!at) return;
    const same = rowKeys.indexOf(at.key);
    if (same >= 0) at.index = same;
    // Somebody put it elsewhere meanwhile.
    if (document.activeElement !== document.body) {
      if (!frame.current?.contains(document.activeElement)) held.current = null;
      return;
    }
    if (rowKeys.length === 0) {
      if (loading) return;
      searchIn(frame.current)?.focus();
      held.current = null;
      return;
    }
    const index = Math.min(at.index, rowKeys.length - 1);
    frame.current
      ?.querySelector<HTMLElement>(`tr[aria-rowindex="${index + 2}"]`)
      ?.focus({ preventScroll: true });
  }, [frame, rowKeys, loading]);
  const hold = useCallback((key: string) => {
    held.current = { key, index: Math.max(0, keys.current.indexOf(key)) };
  }, []);
  const release = useCallback(() => {
    held.current = null;
  }, []);
  return {
    /** For the frame, before the rows' own keys: those that leave the box or the rows. */
    onKeyDownCapture: (event: KeyboardEvent<HTMLElement>) => {
      const element = event.target as HTMLElement;
      // A filter's list is somewhere else in the page.
      if (!frame.current?.contains(element)) return;
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.key === 'ArrowDown' && element.matches('input[type=search]') && rowKeys.length > 0) moveTo(0);
      else if (event.key === 'ArrowUp' && element.matches('tr[aria-rowindex="2"]')) {
        const box = searchIn(frame.current);
        if (!box) return;
        box.focus();
      } else return;
      event.preventDefault();
      event.stopPropagation();
    },
    /** A row has the focus now. */
    hold,
    /** It goes elsewhere by the person's own hand: a row that is taken away tells React of no blur. */
    release,
  };
}
