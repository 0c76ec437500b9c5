/** The as-of moment of an import as people type it: on the wall clock of the import's zone, unless it carries its own offset. */
import { readTime } from '#domain/import-requests/read-time.ts';
import { dayOf, type Instant } from '#domain/time.ts';
import { zoneName } from '../../lib/format.ts';
import { timeOfDay } from '../../lib/time-of-day.ts';

export type AsOf =
  | { readonly ok: true; readonly instant: Instant }
  | { readonly ok: false; readonly sentence: string };

/** `2011-11-06T05:30Z`, which is read back as well as the long form. */
const short = (at: Instant): string => at.replace(/(:00)?\.000Z$/, 'Z');

/** `1:30 EDT (2011-11-06T05:30Z)`: the second is what can be typed. */
const told = (at: Instant, zone: string): string =>
  `${timeOfDay(at, zone)} ${zoneName(at, zone)} (${short(at)})`;

const refused = (sentence: string): AsOf => ({ ok: false, sentence });

/**
 * `2011-11-07T06:00`, `2011-11-07 06:00`, `2011-11-07` (its first moment), or with `Z` or an offset. A time that the
 * clock showed twice or never is refused with words: unlike a cell of a file, its author is there to say which is meant.
 */
export function readAsOf(text: string, zone: string): AsOf {
  const read = readTime(text, zone);
  if (read.kind !== 'at')
    return refused(
      'Write the day and the time as 2011-11-07 6:00 or 2011-11-07 6:00 PM, on the clock there.',
    );
  if (read.later !== null) {
    return refused(
      `The clock in ${zone} showed ${read.text} twice that night. Say which: ${told(read.instant, zone)} or ${told(read.later, zone)}.`,
    );
  }
  if (read.remark === 'time.skipped') {
    return refused(
      `The clock in ${zone} never showed ${read.text}: it jumped to ${timeOfDay(read.instant, zone)}. Choose that or another time.`,
    );
  }
  return { ok: true, instant: read.instant };
}

/** As `readAsOf` reads it back: on the zone's clock, or the instant itself where the clock shows it twice. */
export function writtenAsOf(asOf: Instant, zone: string): string {
  const text = `${dayOf(asOf, zone)} ${timeOfDay(asOf, zone)}`;
  const read = readAsOf(text, zone);
  return read.ok && read.instant === asOf ? text : asOf;
}
