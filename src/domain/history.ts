/** A record as it stood at any past minute, from what changed since (domain-rules §10). */
import type { Instant } from './time.ts';

/** By which way a step came. `system`: Truckroll itself, such as the shifts made ahead. */
export const CHANNELS = ['browser', 'import', 'api', 'undo', 'redo', 'system'] as const;
export type Channel = (typeof CHANNELS)[number];

/** One write of a record: what each field was and became. `created`: the write that made it. */
export type RecordWrite = {
  readonly at: Instant;
  readonly created: boolean;
  readonly changes: Readonly<Record<string, readonly [before: unknown, after: unknown]>>;
};

/**
 * Takes every write after `at` back, the newest first. null: the record did not exist yet.
 * A write at exactly `at` counts as done.
 */
export function recordAt(
  current: Readonly<Record<string, unknown>>,
  writesNewestFirst: readonly RecordWrite[],
  at: Instant,
): Record<string, unknown> | null {
  const record: Record<string, unknown> = { ...current };
  for (const write of writesNewestFirst) {
    if (write.at <= at) break;
    if (write.created) return null;
    for (const [field, [before]] of Object.entries(write.changes)) record[field] = before;
  }
  return record;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Every write of a record with what stood before and after it, the newest first. `before` is null for the write that
 * made it.
 * @param current the record as it is now; of its fields only those are told
 */
export function statesOf<W extends RecordWrite>(
  current: Fields,
  writesNewestFirst: readonly W[],
): readonly { readonly write: W; readonly before: Fields | null; readonly after: Fields }[] {
  let after = current;
  return writesNewestFirst.map((write) => {
    const undone = Object.entries(write.changes).filter(([field]) => field in current);
    const before = { ...after, ...Object.fromEntries(undone.map(([field, [was]]) => [field, was])) };
    const state = { write, before: write.created ? null : before, after };
    after = before;
    return state;
  });
}
