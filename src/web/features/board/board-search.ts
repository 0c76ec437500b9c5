import type { Day } from '#domain/time.ts';

/** The board's state in its URL: `?day=2026-11-21&tz=America/New_York&bu=1,2`. */
export type BoardSearch = {
  day?: Day | undefined;
  tz?: string | undefined;
  bu?: number[] | undefined;
  zone?: number[] | undefined;
  skill?: number[] | undefined;
  tag?: number[] | undefined;
  view?: 'day' | 'week' | 'map' | undefined;
  /** The open tab of the tray. */
  tray?: string | undefined;
  /** The visit open in the drawer. */
  appointment?: number | undefined;
};
