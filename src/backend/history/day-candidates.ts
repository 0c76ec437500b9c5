/** Which records may have stood on a day at a past minute: those that do now, and those that have left it since. */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { MAX_APPOINTMENT_DAYS } from '#domain/job/times.ts';
import type { SpanKind } from '#domain/schedule/spans.ts';
import { addMinutes, type Span } from '#domain/time.ts';
import { RECORDS } from '../write/records.ts';
import type { Rewind } from './parts-at.ts';

/** Records of the kind that had a start within the range, and were moved to another since. */
const LEFT = `select h.record_id as id from company.history h
  where h.tenant_id = $1 and h.record_kind = $2 and not h.created and h.changes ? 'start'
    and (h.changes->'start'->>0) collate "C" > $5::text and (h.changes->'start'->>0) collate "C" < $4::text`;

/** No appointment is longer than 31 days, so those of a day are found by their start. */
const earliestStart = ({ start }: Span) => addMinutes(start, -MAX_APPOINTMENT_DAYS * 24 * 60);

/** Appointments, whoever's; every one that stood in the span at `at` is among them. */
export async function visitCandidates({ tx, at }: Rewind, span: Span): Promise<Id[]> {
  const rows = await tx.query<{ id: Id }>(
    `select a.id from company.appointments a where a.tenant_id = $1 and a.active
       and a.start > $5::text::timestamptz and a.start < $4::text::timestamptz and (a."end" > $3::timestamptz or a.modified_on > $6::timestamptz)
     union select a.id from company.appointments a where a.tenant_id = $1 and not a.active
       and a.start > $5::text::timestamptz and a.start < $4::text::timestamptz and a.modified_on > $6::timestamptz
     union ${LEFT} and h.at > $6::timestamptz`,
    [tx.tenantId, 'appointment', span.start, span.end, earliestStart(span), at],
  );
  return rows.map(({ id }) => id);
}

/** Shifts, time off and events: they may be of any length. */
export async function spanCandidates({ tx, at }: Rewind, kind: SpanKind, span: Span): Promise<Id[]> {
  const rows = await tx.query<{ id: Id }>(
    `select s.id from ${RECORDS[kind].table} s where s.tenant_id = $1 and s.start < $4::text::timestamptz
       and ((s.active and s."end" > $3::timestamptz) or s.modified_on > $6::timestamptz)
     union ${LEFT} and h.at > $6::timestamptz`,
    [tx.tenantId, kind, span.start, span.end, '', at],
  );
  return rows.map(({ id }) => id);
}

/** Appointments that were on the day at any time. */
export async function visitsEverOn(tx: Transaction, span: Span): Promise<Id[]> {
  const rows = await tx.query<{ id: Id }>(
    `select a.id from company.appointments a where a.tenant_id = $1
       and a.start > $5::text::timestamptz and a.start < $4::text::timestamptz
       -- Shortened over midnight: it ends before the day now, and did not once.
       and (a."end" > $3::timestamptz or (a.version > 1 and exists (
         select from company.history e where e.tenant_id = $1 and e.record_kind = $2 and e.record_id = a.id
           and not e.created and (e.changes->'end'->>0)::timestamptz > $3::timestamptz)))
     union ${LEFT}`,
    [tx.tenantId, 'appointment', span.start, span.end, earliestStart(span)],
  );
  return rows.map(({ id }) => id);
}

/** Shifts, time off and events that were on the day at any time. */
export async function spansEverOn(tx: Transaction, kind: SpanKind, span: Span): Promise<Id[]> {
  const rows = await tx.query<{ id: Id }>(
    `select s.id from ${RECORDS[kind].table} s where s.tenant_id = $1 and s.start < $4::text::timestamptz
       and (s."end" > $3::timestamptz or (s.version > 1 and exists (
         select from company.history e where e.tenant_id = $1 and e.record_kind = $2 and e.record_id = s.id
           and not e.created and (e.changes->'end'->>0)::timestamptz > $3::timestamptz)))
     union ${LEFT}`,
    [tx.tenantId, kind, span.start, span.end, ''],
  );
  return rows.map(({ id }) => id);
}
