/** The words of the import: what a column can mean, what can become of a row, and everything a row can be told. */

import type { RowFate } from './row-fates.ts';

/** Fields a column can be mapped to. */
export const IMPORT_FIELDS = [
  'externalId',
  'openedOn',
  'dueOn',
  'closedOn',
  'summary',
  'category',
  'details',
  'address',
  'street',
  'city',
  'state',
  'zip',
  'latitude',
  'longitude',
  'source',
  'ignore',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Everything that can be missing, ambiguous or decided for a row. */
export const ROW_REASONS = [
  // the line itself
  'row.columns',
  'row.quotes',
  'row.control_characters',
  // which request it is
  'id.missing',
  'id.too_long',
  'id.repeated',
  'request.same_day',
  // times
  'opened.missing',
  'opened.unreadable',
  'due.missing',
  'due.unreadable',
  'due.before_opened',
  'closed.unreadable',
  'closed.before_opened',
  'time.ambiguous',
  'time.skipped',
  'time.day_only',
  // where
  'address.missing',
  'address.too_long',
  'address.no_number',
  'address.disagrees',
  'address.of_other_customer',
  'city.missing',
  'zip.missing',
  'point.missing',
  'point.unreadable',
  'point.default',
  // what
  'category.missing',
  'text.cut',
  // the rules said no while writing
  'write.refused',
] as const;
export type RowReasonCode = (typeof ROW_REASONS)[number];

/** Reasons with which nothing can be booked: there is no number, no time or no place. */
const REJECTING: ReadonlySet<RowReasonCode> = new Set<RowReasonCode>([
  'row.columns',
  'row.quotes',
  'id.missing',
  'id.too_long',
  'id.repeated',
  'opened.missing',
  'opened.unreadable',
  'address.missing',
  'address.too_long',
  'write.refused',
]);

export type RowReason = {
  readonly code: RowReasonCode;
  readonly params: Readonly<Record<string, string | number>>;
};

/** The fate that follows from the reasons alone; `exists` is the database's word. */
export function fateOf(reasons: readonly RowReason[]): Exclude<RowFate, 'exists'> {
  if (reasons.some((reason) => REJECTING.has(reason.code))) return 'reject';
  if (reasons.some((reason) => reason.code === 'request.same_day')) return 'duplicate';
  return reasons.length > 0 ? 'report' : 'create';
}
