/** A record as it stood at any past minute, from what changed since (domain-rules §10). */
import type { Instant } from './time.ts';

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
