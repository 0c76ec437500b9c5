import { useState } from 'react';
import { useMedia } from '../../ui/use-media.ts';

export type Room = ReturnType<typeof useRoom>;

/**
 * What there is room for, in CSS pixels, so that zoom counts: below 1100 the tray waits as a strip until somebody opens
 * it, below 768 (1440 at 200 %) names get less room and what is opened lies over the lanes instead of beside them.
 */
export function useRoom() {
  const isNarrow = useMedia('(width < 1100px)');
  const isSlim = useMedia('(width < 768px)');
  const [opened, setOpened] = useState<{ readonly isNarrow: boolean; readonly open: boolean } | null>(null);
  // A choice made in one layout says nothing about the other.
  const isTrayOpen = opened?.isNarrow === isNarrow ? opened.open : !isNarrow;
  return { isSlim, isNarrow, isTrayOpen, openTray: (open: boolean) => setOpened({ isNarrow, open }) };
}
