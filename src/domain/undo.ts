/**
 * Undo of one's own step (domain-rules §10): one of the last 50, within 24 hours, and only if nobody changed the
 * same fields since. Redo is the undo of an undo, under the same rule, until one has made a new step.
 * Fields the step did not touch stay as others have left them.
 */
import { allow, type Decision, type Refusal, type RefusalCode, refuse } from './decision.ts';
import type { Id } from './ids.ts';
import { isSameValue } from './same-value.ts';
import { type Instant, minutesBetween } from './time.ts';

export const UNDO_HOURS = 24;
export const UNDO_STEPS = 50;

type Fields = Readonly<Record<string, unknown>>;

/** What a step did to one record. A record it created is one whose `active` went from false to true. */
export type OperationRecord = {
  readonly kind: string;
  readonly id: Id;
  readonly fields: Readonly<Record<string, readonly [before: unknown, after: unknown]>>;
};

type Step = { readonly at: Instant; readonly records: readonly OperationRecord[] };
/** undefined: the record is gone. */
type CurrentOf = (kind: string, id: Id) => Fields | undefined;

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
  operation: Step & {
    /** How many later steps of the same person can be taken back. */
    readonly newer: number;
  },
  currentOf: CurrentOf,
  now: Instant,
): Decision<readonly Restoration[]> {
  if (operation.newer >= UNDO_STEPS) return refuse('undo.too_old', { at: operation.at, steps: UNDO_STEPS });
  return oldValues(operation, currentOf, now);
}

/**
 * The values to write again, per record: what the undo wrote is taken back as any step is. Refuses with `redo.nothing`
 * (a step of one's own was made since, or nothing is left to do again), `redo.too_old`, `redo.not_possible`,
 * `redo.changed_since`.
 */
export function decideRedo(
  /** What the undo did: of what it put away `active` went from true to false. */
  undo: Step & {
    /** Its person has made a step since. */
    readonly isFollowed: boolean;
  },
  currentOf: CurrentOf,
  now: Instant,
): Decision<readonly Restoration[]> {
  if (undo.isFollowed) return refuse('redo.nothing');
  const decision = oldValues(undo, currentOf, now);
  return decision.ok ? decision : { ok: false, refusal: asRedo(decision.refusal) };
}

const REDO_OF: Readonly<Partial<Record<RefusalCode, RefusalCode>>> = {
  'undo.nothing': 'redo.nothing',
  'undo.changed_since': 'redo.changed_since',
  'undo.not_possible': 'redo.not_possible',
  'undo.too_old': 'redo.too_old',
};

/** A rule asked for an undo has refused a redo; every other refusal stays as it is. */
export const asRedo = ({ code, params }: Refusal): Refusal => ({ code: REDO_OF[code] ?? code, params });

function oldValues(
  { at, records }: Step,
  currentOf: CurrentOf,
  now: Instant,
): Decision<readonly Restoration[]> {
  if (minutesBetween(at, now) > UNDO_HOURS * 60) return refuse('undo.too_old', { at, hours: UNDO_HOURS });
  const changed: ChangedSince[] = [];
  const restorations: Restoration[] = [];
  for (const { kind, id, fields } of records) {
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
