/** Everything a row of records can be told; the sentences are the contract's (`import-sentences.ts`). */

export const RECORD_REASONS = [
  'key.missing',
  'key.too_long',
  'key.repeated',
  'name.missing',
  'value.unreadable',
  'email.unreadable',
  'phone.unreadable',
  'contact.missing',
  'customer.unknown',
  'customer.ambiguous',
  'customer.duplicate',
  'customer.linked',
  'customer.duplicate_made',
  'location.unknown',
  'location.ambiguous',
  'location.missing',
  'location.adopted',
  'contact.adopted',
  'record.inactive',
  'field.edited_here',
  'tag.unknown',
  'tag.made',
  'zone.unknown',
  'jobType.unknown',
  'jobType.made',
  'jobType.ambiguous',
  'unit.unknown',
  'unit.ambiguous',
  'unit.missing',
  'campaign.unknown',
  'campaign.made',
  'technician.unknown',
  'technician.ambiguous',
  'technician.taken',
  'start.missing',
  'start.unreadable',
  'end.before_start',
  'job.closed',
  'job.exists',
  'undo.changed_since',
  'undo.in_use',
  'undo.refused',
] as const;
type RecordReasonCode = (typeof RECORD_REASONS)[number];
export type RecordReason = {
  readonly code: RecordReasonCode | SharedReasonCode;
  readonly params: Readonly<Record<string, string | number>>;
};
/** Told by service requests in the same words. */
type SharedReasonCode =
  | 'row.columns'
  | 'row.quotes'
  | 'row.control_characters'
  | 'time.ambiguous'
  | 'time.skipped'
  | 'time.day_only'
  | 'address.missing'
  | 'address.too_long'
  | 'address.disagrees'
  | 'point.unreadable'
  | 'text.cut'
  | 'write.refused';

/** With one of these nothing of the row is written. */
const REJECTING: ReadonlySet<RecordReason['code']> = new Set<RecordReason['code']>([
  'row.columns',
  'row.quotes',
  'key.missing',
  'key.too_long',
  'key.repeated',
  'name.missing',
  'contact.missing',
  'customer.unknown',
  'customer.ambiguous',
  'location.unknown',
  'location.ambiguous',
  'location.missing',
  'address.missing',
  'address.too_long',
  'record.inactive',
  'jobType.unknown',
  'jobType.ambiguous',
  'unit.unknown',
  'unit.ambiguous',
  'unit.missing',
  'start.missing',
  'start.unreadable',
  'end.before_start',
  'job.closed',
  'write.refused',
]);
export const isRejected = (reasons: readonly RecordReason[]): boolean =>
  reasons.some(({ code }) => REJECTING.has(code));
