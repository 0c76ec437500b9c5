import { useEffect, useState } from 'react';

export type AsyncSearch<Item> = (query: string, signal: AbortSignal) => Promise<readonly Item[]>;
export type SearchState<Item> = { items: readonly Item[]; status: 'idle' | 'searching' | 'done' | 'failed' };

const PAUSE_MS = 120;

/**
 * The answers to what is being typed: waits for a pause in typing, drops answers to older text, and keeps
 * the last ones on show while the next are under way, so that the list does not blink.
 */
export function useAsyncSearch<Item>(
  search: AsyncSearch<Item>,
  query: string,
  enabled: boolean,
  /** of typing, before it asks; 0 for a list that is already here */
  pauseMs = PAUSE_MS,
): SearchState<Item> {
  const [state, setState] = useState<SearchState<Item>>({ items: [], status: 'idle' });
  useEffect(() => {
    if (!enabled) {
      setState({ items: [], status: 'idle' });
      return;
    }
    const aborter = new AbortController();
    setState((last) => ({ items: last.items, status: 'searching' }));
    const ask = () =>
      search(query, aborter.signal).then(
        (items) => !aborter.signal.aborted && setState({ items, status: 'done' }),
        () => !aborter.signal.aborted && setState({ items: [], status: 'failed' }),
      );
    if (pauseMs === 0) {
      void ask();
      return () => aborter.abort();
    }
    const timer = setTimeout(ask, pauseMs);
    return () => {
      clearTimeout(timer);
      aborter.abort();
    };
  }, [search, query, enabled, pauseMs]);
  return state;
}
