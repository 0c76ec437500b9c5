import type { Day } from '#domain/time.ts';
import { dayIn, idIn, idsIn, textIn, wordIn, zoneIn } from '../../lib/search-params.ts';

/** The board's state in its URL: `?day=2026-11-21&tz=America/New_York&bu=1,2`. */
export type BoardSearch = {
  day?: Day | undefined;
  tz?: string | undefined;
  bu?: number[] | undefined;
  zone?: number[] | undefined;
  skill?: number[] | undefined;
  tag?: number[] | undefined;
  /** Part of a technician's name. */
  q?: string | undefined;
  view?: 'day' | 'week' | 'map' | undefined;
  /** The open tab of the tray; one the tray does not have means the first. */
  tray?: string | undefined;
  /** The visit open in the drawer. */
  appointment?: number | undefined;
};

export const readBoardSearch = (search: Record<string, unknown>): BoardSearch => ({
  day: dayIn(search.day),
  tz: zoneIn(search.tz),
  bu: idsIn(search.bu),
  zone: idsIn(search.zone),
  skill: idsIn(search.skill),
  tag: idsIn(search.tag),
  q: textIn(search.q),
  view: wordIn(search.view, ['day', 'week', 'map'] as const),
  tray: textIn(search.tray),
  appointment: idIn(search.appointment),
});

export const NO_FILTERS: Partial<BoardSearch> = {
  bu: undefined,
  zone: undefined,
  skill: undefined,
  tag: undefined,
  q: undefined,
};
