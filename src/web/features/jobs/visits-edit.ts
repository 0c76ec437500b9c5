import { addMinutes, dayOf, firstInstantAt, type Instant, minutesBetween } from '#domain/time.ts';

/** What one form says of several visits; left out stays as each visit has it. */
type VisitsEdit = {
  /** "08:00", on each visit's own day. */
  readonly startTime?: string | undefined;
  readonly minutes?: number | undefined;
  readonly window?: { readonly from: string; readonly to: string } | 'none' | undefined;
};
type Times = {
  readonly start: Instant;
  readonly end: Instant;
  readonly windowStart: Instant | null;
  readonly windowEnd: Instant | null;
};

export type VisitFields = {
  readonly startTime: string;
  readonly minutes: string;
  readonly from: string;
  readonly to: string;
  readonly noWindow: boolean;
};
/** By field what is wrong with it, in words. */
export type VisitErrors = Partial<Record<'minutes' | 'from' | 'to', string>>;

/** What the fields say, blank ones nothing; half a window and a length nobody can read are told, never left out. */
export function readVisitsEdit(fields: VisitFields): { edit: VisitsEdit; errors: VisitErrors } {
  const { startTime, from, to, noWindow } = fields;
  const typed = fields.minutes.trim();
  const minutes = /^\d{1,5}$/.test(typed) && Number(typed) > 0 ? Number(typed) : undefined;
  const errors: VisitErrors = {};
  if (typed !== '' && minutes === undefined) errors.minutes = 'Whole minutes, such as 90.';
  if (!noWindow && from !== '' && to === '') errors.to = 'Until when? A window has both.';
  if (!noWindow && to !== '' && from === '') errors.from = 'From when? A window has both.';
  const given = from !== '' && to !== '' ? { from, to } : undefined;
  return { edit: { startTime: startTime || undefined, minutes, window: noWindow ? 'none' : given }, errors };
}

/** The times a visit would have in the zone of its place: only those that the form says, and what follows from them. */
export function editedTimes(visit: Times, edit: VisitsEdit, zone: string): Partial<Times> {
  const at = (time: string) => firstInstantAt(dayOf(visit.start, zone), time, zone);
  const start = edit.startTime === undefined ? visit.start : at(edit.startTime);
  const minutes = edit.minutes ?? minutesBetween(visit.start, visit.end);
  const isMoved = edit.startTime !== undefined || edit.minutes !== undefined;
  return {
    ...(isMoved ? { start, end: addMinutes(start, minutes) } : {}),
    ...(edit.window === undefined
      ? {}
      : edit.window === 'none'
        ? { windowStart: null, windowEnd: null }
        : { windowStart: at(edit.window.from), windowEnd: at(edit.window.to) }),
  };
}
