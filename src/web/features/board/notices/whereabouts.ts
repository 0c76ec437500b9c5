/** Where a visit is that a link names and this day does not show: said in words, with one thing to do about it. */
import type { ResultOf } from '#contract/endpoints.ts';
import { type Day, dayOf, type Instant, instant } from '#domain/time.ts';

type Whereabouts =
  | { readonly kind: 'elsewhere'; readonly day: Day; readonly start: Instant }
  | { readonly kind: 'deleted' }
  /** Not there, or another business unit's: the server tells neither apart (domain-rules §9). */
  | { readonly kind: 'unknown' };

type Found = Pick<ResultOf<'history.at'>, 'record'> | null;

/**
 * @param found the visit as it stands, null when the server knows none for this person
 * @returns null when it is on this very day: the board is about to show it
 */
export function whereaboutsOf(found: Found, shown: Day, zone: string): Whereabouts | null {
  const record = found?.record;
  if (!record || typeof record.start !== 'string') return { kind: 'unknown' };
  if (record.active === false) return { kind: 'deleted' };
  const start = instant(record.start);
  const day = dayOf(start, zone);
  return day === shown ? null : { kind: 'elsewhere', day, start };
}
