/** One step of zoom: within the day, within the week, and from one to the other. */
import type { RefObject } from 'react';
import { type Day, dayOf, instantFromMs } from '#domain/time.ts';
import { type BoardSettings, FIT, WEEK_ZOOMS, ZOOMS } from '../board-settings.ts';
import { pxPerHourOf } from '../grid/geometry.ts';
import type { BoardGrid, GridViewport } from '../grid/types.ts';
import type { FirstTime } from '../usual-start.ts';

export type ZoomHost = {
  readonly grid: BoardGrid;
  readonly zone: string;
  readonly settings: BoardSettings;
  readonly onSettings: (changes: Partial<BoardSettings>) => void;
  readonly onView: (view: 'day' | 'week', of?: Day, how?: { readonly replace: boolean }) => void;
  /** The minute that stays where it is, for whoever draws the next view. */
  readonly held: RefObject<FirstTime | null>;
};

/** What a step leads to; null: there is no further one. */
export type ZoomStep =
  | { readonly view: 'day'; readonly pxPerHour: (typeof ZOOMS)[number] }
  | { readonly view: 'week'; readonly weekPxPerHour: BoardSettings['weekPxPerHour'] };

/**
 * @param view as it is drawn
 * @param lanesPx width of the lanes
 * @param steps positive: closer
 */
export function zoomStep(
  view: Pick<GridViewport, 'days' | 'pxPerHour'>,
  settings: BoardSettings,
  lanesPx: number,
  steps: number,
): ZoomStep | null {
  if (!view.days) {
    const at = (ZOOMS as readonly number[]).indexOf(settings.pxPerHour) + steps;
    if (at < 0) return { view: 'week', weekPxPerHour: WEEK_ZOOMS.at(-1)! };
    const pxPerHour = ZOOMS[at];
    return pxPerHour === undefined ? null : { view: 'day', pxPerHour };
  }
  const fitPx = pxPerHourOf(view.days, lanesPx);
  // Those that show no more than all seven days show the same.
  const zooms = [FIT, ...WEEK_ZOOMS.filter((zoom) => zoom > fitPx * 1.1)] as const;
  const at = Math.max(0, zooms.indexOf(settings.weekPxPerHour)) + steps;
  if (at < 0) return null;
  const weekPxPerHour = zooms[at];
  return weekPxPerHour === undefined ? { view: 'day', pxPerHour: ZOOMS[0] } : { view: 'week', weekPxPerHour };
}

/** @param clientX what is there stays there; left out: the middle of the lanes */
export function zoomBy(host: ZoomHost, steps: number, clientX?: number): void {
  const { grid, settings, zone, held, onSettings, onView } = host;
  const { view } = grid;
  const { left } = grid.scroller.getBoundingClientRect();
  const lanesPx = grid.scroller.clientWidth - view.labelWidth;
  const step = zoomStep(view, settings, lanesPx, steps);
  if (!step) return;
  const at = grid.timeAt(clientX ?? left + view.labelWidth + lanesPx / 2);
  held.current = at;
  const { view: next, ...changes } = step;
  onSettings(changes);
  const isWeek = view.days !== undefined;
  if (isWeek !== (next === 'week'))
    onView(next, next === 'day' ? dayOf(instantFromMs(Math.round(at.at)), zone) : undefined, {
      replace: true,
    });
}
