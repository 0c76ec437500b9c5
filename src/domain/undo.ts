/**
 * Undo of one's own step (domain-rules §10): within 24 hours, and only if nobody changed the same fields since.
 * Fields the step did not touch stay as others have left them.
 */
import { allow, type Decision, refuse } from './decision.ts';
import type { Id } from './ids.ts';
import { isSameValue } from './same-value.ts';
import { type Instant, minutesBetween } from './time.ts';

export const UNDO_HOURS = 24;

type Fields = Readonly<Record<string, unknown>>;

/** What a step did to one record. A record it created is one whose `active` went from false to true. */
export type OperationRecord = {
  readonly kind: string;
  readonly id: Id;
  readonly fields: Readonly<Record<string, readonly [before: unknown, after: unknown]>>;
};

export type Restoration = { readonly kind: string; readonly id: Id; readonly fields: Fields };

/** Side by side: what the step made of the field, and what it has become since. */
export type ChangedSince = {
  readonly kind: string;
  readonly id: Id;
  readonly field: string;
  readonly yours: unknown;
  readonly theirs: unknown;
};

/**
 * The values to write back, per record; fields that have them again already are left out.
 * Refuses with `undo.too_old`, `undo.nothing` (nothing left to take back), `undo.not_possible` (a record is gone),
 * `undo.changed_since` with every field that stands in the way.
 */
export function decideUndo(
  operation: { readonly at: Instant; readonly records: readonly OperationRecord[] },
  currentOf: (kind: string, id: Id) => Fields | undefined,
  now: Instant,
): Decision<readonly Restoration[]> {
  if (minutesBetween(operation.at, now) > UNDO_HOURS * 60) {
    return refuse('undo.too_old', { at: operation.at, hours: UNDO_HOURS });
  }
  const changed: ChangedSince[] = [];
  const restorations: Restoration[] = [];
  for (const { kind, id, fields } of operation.records) {
    const current = currentOf(kind, id);
    if (!current) return refuse('undo.not_possible', { kind, id });
    const restored: Record<string, unknown> = {};
    for (const [field, [before, after]] of Object.entries(fields)) {
      const value = current[field] ?? null;
      if (isSameValue(value, before)) continue;
      if (isSameValue(value, after)) restored[field] = before;
      else changed.push({ kind, id, field, yours: after, theirs: value });
    }
    if (Object.keys(restored).length > 0) restorations.push({ kind, id, fields: restored });
  }
  if (changed.length > 0) return refuse('undo.changed_since', { changed });
  return restorations.length > 0 ? allow(restorations) : refuse('undo.nothing');
}
