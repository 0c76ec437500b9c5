/** One visit of a rearrangement: where it will be and who goes there instead of whom. */
import type { Id } from '../../ids.ts';
import type { Instant } from '../../time.ts';

/** `from` null: one more goes there; `to` null: nobody comes instead. Not both. */
export type Exchange = { readonly from: Id | null; readonly to: Id | null };

/** What `appointments.rearrange` takes. Times are the visit's whole plan, also where they stay. */
export type VisitMove = {
  readonly appointmentId: Id;
  readonly start: Instant;
  readonly end: Instant;
  readonly technicians: readonly Exchange[];
  /** The holding lane it is parked in, off everybody (`technicians` empty); null: out of its lane. Left out: as it is. */
  readonly holdingLaneId?: Id | null | undefined;
};

/** Who comes instead of whom, so that a crew becomes another one; who stays is not named. In the order given. */
export function exchanges(before: readonly Id[], after: readonly Id[]): readonly Exchange[] {
  const leaving = before.filter((id) => !after.includes(id));
  const coming = after.filter((id) => !before.includes(id));
  return Array.from({ length: Math.max(leaving.length, coming.length) }, (_, at) => ({
    from: leaving[at] ?? null,
    to: coming[at] ?? null,
  }));
}
