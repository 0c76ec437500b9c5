import { type Instant, instant } from '#domain/time.ts';

type Entries = readonly { readonly at: Instant; readonly created: boolean }[];

/**
 * The minute in which something last changed, at its beginning, since what stood then is what the change replaced;
 * not before the job was booked.
 * @param histories of the job and of its visits; null when nothing has changed since they were made
 */
export function beforeLastChange(histories: readonly Entries[]): Instant | null {
  const entries = histories.flat();
  const timesOf = (made: boolean) =>
    entries.flatMap(({ at, created }) => (created === made ? at : [])).sort();
  const last = timesOf(false).at(-1);
  if (!last) return null;
  const [booked] = timesOf(true);
  const minute = instant(`${last.slice(0, 16)}:00.000Z`);
  return booked && booked > minute ? booked : minute;
}
