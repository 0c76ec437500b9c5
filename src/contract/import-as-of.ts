/** The as-of moment of an import as people type it: on the wall clock of the import's zone, unless it carries its own offset. */
import { readTime } from '#domain/import-requests/read-time.ts';
import { type Instant, localTime } from '#domain/time.ts';

export type AsOf =
  | { readonly ok: true; readonly instant: Instant }
  | { readonly ok: false; readonly sentence: string };

/** `2011-11-06T05:30Z`, which is read back as well as the long form. */
const short = (at: Instant): string => at.replace(/(:00)?\.000Z$/, 'Z');

const refused = (sentence: string): AsOf => ({ ok: false, sentence });

/**
 * `2011-11-07T06:00`, `2011-11-07 06:00`, `2011-11-07` (its first moment), or with `Z` or an offset. A time that the
 * clock showed twice or never is refused with words: unlike a cell of a file, its author is there to say which is meant.
 */
export function readAsOf(text: string, zone: string): AsOf {
  const read = readTime(text, zone);
  if (read.kind !== 'at')
    return refused('Write the moment as 2011-11-07T06:00, local time in the time zone.');
  if (read.later !== null) {
    return refused(
      `The clock in ${zone} showed ${read.text} twice that night. Say which: ${short(read.instant)} or ${short(read.later)}.`,
    );
  }
  if (read.remark === 'time.skipped') {
    return refused(
      `The clock in ${zone} never showed ${read.text}: it jumped to ${localTime(read.instant, zone)}. Choose that or another time.`,
    );
  }
  return { ok: true, instant: read.instant };
}
