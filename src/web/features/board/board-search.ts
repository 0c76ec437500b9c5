import type { Day, Instant } from '#domain/time.ts';
import { dayIn, idIn, idsIn, instantIn, namesIn, textIn, wordIn, zoneIn } from '../../lib/search-params.ts';

export const GROUPINGS = ['unit', 'zone', 'team'] as const;
export const ORDERS = ['name', 'load', 'free'] as const;

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
  /** What the technicians are grouped by; in which order they stand, the list's own where it is left out. */
  group?: (typeof GROUPINGS)[number] | undefined;
  order?: (typeof ORDERS)[number] | undefined;
  /** Groups that are closed, by their keys. */
  shut?: string[] | undefined;
  /** The open tab of the tray; one the tray does not have means the first. */
  tray?: string | undefined;
  /** The visit open in the drawer. */
  appointment?: number | undefined;
  /** A past minute: the board as it stood then, for looking only. */
  at?: Instant | undefined;
  /** The draft board that is open over its day. */
  draft?: number | undefined;
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
  group: wordIn(search.group, GROUPINGS),
  order: wordIn(search.order, ORDERS),
  shut: namesIn(search.shut),
  tray: textIn(search.tray),
  appointment: idIn(search.appointment),
  at: instantIn(search.at),
  draft: idIn(search.draft),
});

/** Under which the board's views are kept. */
export const VIEW_PAGE = 'board';

const FILTER_KEYS = ['bu', 'zone', 'skill', 'tag', 'q'] as const;
const VIEW_KEYS = [...FILTER_KEYS, 'view', 'group', 'order', 'shut', 'tray'] as const;
/** Each of them, undefined where the address says nothing: what is taken over ends what was there. */
const only = (keys: readonly (keyof BoardSearch)[], search: BoardSearch): BoardSearch =>
  Object.fromEntries(keys.map((key) => [key, search[key]]));

/** What a saved view keeps: how one looks, not at which day or visit. */
export const viewIn = (search: BoardSearch): BoardSearch => only(VIEW_KEYS, search);
export const NO_VIEW: Partial<BoardSearch> = viewIn({});

export const NO_FILTERS: Partial<BoardSearch> = only(FILTER_KEYS, {});
