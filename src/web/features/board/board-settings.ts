/** How a person likes their board: kept in this browser, not in the URL, because a link shows what, not how large. */
import { useCallback, useState } from 'react';
import type { RowHeight } from './grid/types.ts';

export type BoardSettings = {
  readonly pxPerHour: number;
  /** Of the hours of the day, in a week; `FIT`: as wide as the lanes. */
  readonly weekPxPerHour: typeof FIT | (typeof WEEK_ZOOMS)[number];
  readonly rowHeight: RowHeight;
  readonly trayWidth: number;
};

const KEY = 'truckroll.board';
export const FIT = 0;
export const WEEK_ZOOMS = [10, 14, 19, 26] as const;
const DEFAULTS: BoardSettings = { pxPerHour: 76, weekPxPerHour: FIT, rowHeight: 40, trayWidth: 292 };
export const ZOOMS = [32, 48, 60, 76, 96, 120, 160, 240] as const;
export const ROW_HEIGHTS: readonly RowHeight[] = [28, 40, 56];

/** What was kept, as far as it still makes sense. */
export function readSettings(text: string | null): BoardSettings {
  let kept: Partial<Record<keyof BoardSettings, unknown>> = {};
  try {
    const parsed: unknown = JSON.parse(text ?? '{}');
    if (typeof parsed === 'object' && parsed !== null) kept = parsed;
  } catch {
    // Somebody wrote something else under our name: the defaults are fine.
  }
  const { trayWidth } = kept;
  return {
    pxPerHour: ZOOMS.find((zoom) => zoom === kept.pxPerHour) ?? DEFAULTS.pxPerHour,
    weekPxPerHour: WEEK_ZOOMS.find((zoom) => zoom === kept.weekPxPerHour) ?? DEFAULTS.weekPxPerHour,
    rowHeight: ROW_HEIGHTS.find((height) => height === kept.rowHeight) ?? DEFAULTS.rowHeight,
    trayWidth:
      typeof trayWidth === 'number' && trayWidth >= 240 && trayWidth <= 640 ? trayWidth : DEFAULTS.trayWidth,
  };
}

export function useBoardSettings(): [BoardSettings, (changes: Partial<BoardSettings>) => void] {
  const [settings, setSettings] = useState(() => readSettings(localStorage.getItem(KEY)));
  const change = useCallback((changes: Partial<BoardSettings>) => {
    setSettings((before) => {
      const next = { ...before, ...changes };
      localStorage.setItem(KEY, JSON.stringify(next));
      return next;
    });
  }, []);
  return [settings, change];
}
