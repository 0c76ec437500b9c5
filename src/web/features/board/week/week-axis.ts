import type { Day, Instant } from '#domain/time.ts';
import type { BoardSettings } from '../board-settings.ts';
import { pxPerHourOf } from '../grid/geometry.ts';
import type { GridViewport } from '../grid/types.ts';
import { axisDays, dayHours } from './axis-days.ts';

/** A day narrower than this shows nothing any more, px: then the week is scrolled. */
const LEAST_DAY_PX = 76;

/**
 * @param width of the lanes, px
 * @param zoom px per hour of the day; 0: as wide as the lanes
 */
export function weekAxis(
  first: Day,
  zone: string,
  shifts: readonly { readonly start: Instant; readonly end: Instant }[],
  width: number,
  zoom: BoardSettings['weekPxPerHour'],
): Required<Pick<GridViewport, 'days' | 'pxPerHour'>> {
  const days = axisDays(first, zone, dayHours(shifts, zone));
  const fitPx = pxPerHourOf(days, Math.max(width, 7 * LEAST_DAY_PX));
  return { days, pxPerHour: Math.max(fitPx, zoom) };
}
