/**
 * Reading the change feed in commit order: by id, which is given out under a lock that is held until the commit
 * (`emit.ts`), so that whoever sees a row sees all before it (F22). Ordering by (xid, id) below pg_snapshot_xmin lost
 * nothing either, but told version 3 before version 2: a transaction gets its xid at its first write, not at its
 * commit, and the second to lock a record may have the lower one.
 */
import type { ChangeEvent } from '#contract/history.ts';
import type { AppointmentView } from '#contract/job.ts';
import { type Actor, type ChangeBatch, isBehind, type Position } from '#contract/upstream.ts';
import type { Database, Transaction } from '#db/database.ts';
import type { Instant } from '#domain/time.ts';
import { withVisibleJobs } from '../customers/visible-jobs.ts';
import { busyBarsOf } from './busy-bars.ts';

type ChangeRow = {
  id: number;
  at: Instant;
  type: string;
  kind: string;
  recordId: number;
  actorId: number;
  actorName: string;
  operationId: number;
  fields: string[];
  businessUnitId: number | null;
  record: unknown;
};

/** The first part was a transaction's number in an earlier feed; positions that have one are ahead of all of these. */
const POSITION = /^\d{1,20}\.(\d{1,18})$/;
const positionOf = (id: number): Position => `0.${id}`;

/**
 * Who missed more than this starts over: folding thousands of changes one by one takes a browser longer than reading
 * what it shows once (F21).
 */
export const MOST_MISSED = 2_000;

/** The newest id given out, and up to which the feed is forgotten (`forget.ts`); 0: none. */
async function ends(tx: Transaction): Promise<{ newest: number; forgotten: number }> {
  const [row] = await tx.query<{ newest: number | null; forgotten: number | null }>(
    `select (select max(id) from company.changes where tenant_id = $1) as newest,
       (select up_to from company.changes_forgotten where tenant_id = $1) as forgotten`,
    [tx.tenantId],
  );
  const forgotten = row!.forgotten ?? 0;
  return { newest: row!.newest ?? forgotten, forgotten };
}

/** The position just before everything that may still come: a snapshot read in the same transaction misses nothing. */
export const currentPosition = async (tx: Transaction): Promise<Position> =>
  positionOf((await ends(tx)).newest);

/** Changes after a position as the actor may see them; see `Upstream.changes`. */
export async function readChanges(
  database: Database,
  actor: Actor,
  after: Position | null,
  limit: number,
): Promise<ChangeBatch> {
  return database.transaction({ tenantId: actor.tenantId, readOnly: true }, async (tx) => {
    const { newest, forgotten } = await ends(tx);
    const now = positionOf(newest);
    if (after === null) return { events: [], position: now, reset: false };
    const [, from] = POSITION.exec(after) ?? [];
    // Ahead of everything: a position of another database (a restored backup); the receiver must start over.
    const isUnknown = from === undefined || isBehind(now, after);
    if (isUnknown || Number(from) < forgotten || (await missedTooMuch(tx, from))) {
      return { events: [], position: now, reset: true };
    }
    return eventsAfter(tx, actor, Number(from), limit);
  });
}

async function missedTooMuch(tx: Transaction, after: string): Promise<boolean> {
  const rows = await tx.query(
    `select id from company.changes where tenant_id = $1 and id > $2 order by id offset ${MOST_MISSED} limit 1`,
    [tx.tenantId, after],
  );
  return rows.length > 0;
}

/** Reads on while what comes is not for this actor, so that fewer than `limit` always means that there is no more. */
async function eventsAfter(
  tx: Transaction,
  actor: Actor,
  after: number,
  limit: number,
): Promise<ChangeBatch> {
  const events: ChangeEvent[] = [];
  let last = after;
  for (let isMore = true; isMore && events.length < limit; ) {
    const wanted = limit - events.length;
    const rows = await tx.query<ChangeRow>(
      `select c.id, company.iso(c.at) as at, c.type, c.record_kind as kind, c.record_id as "recordId",
         c.actor_id as "actorId", coalesce(u.name, 'Truckroll') as "actorName", c.operation_id as "operationId", c.fields,
         c.business_unit_id as "businessUnitId", c.record
       from company.changes c left join office.users u on u.tenant_id = c.tenant_id and u.id = c.actor_id
       where c.tenant_id = $1 and c.id > $2 order by c.id limit $3`,
      [tx.tenantId, last, wanted],
    );
    events.push(...rows.flatMap((row) => eventFor(actor, row)));
    last = rows.at(-1)?.id ?? last;
    isMore = rows.length === wanted;
  }
  return { events: await withJobsOfUnits(tx, actor, events), position: positionOf(last), reset: false };
}

/** A customer's line in the feed counts everybody's jobs; the reader's units may be fewer. */
async function withJobsOfUnits(tx: Transaction, actor: Actor, events: ChangeEvent[]): Promise<ChangeEvent[]> {
  const customers = events.flatMap((event) => (event.kind === 'customer' ? [event.record] : []));
  const seen = new Map((await withVisibleJobs(tx, actor, customers)).map((one) => [one.id, one.jobCount]));
  return events.map((event) =>
    event.kind === 'customer'
      ? { ...event, record: { ...event.record, jobCount: seen.get(event.record.id)! } }
      : event,
  );
}

/** The event as this actor may see it; another unit's appointment is only a busy bar, its job is not told. */
function eventFor(actor: Actor, row: ChangeRow): ChangeEvent[] {
  const head = {
    position: positionOf(row.id),
    type: row.type,
    at: row.at,
    actorId: row.actorId,
    actorName: row.actorName,
    operationId: row.operationId,
    fields: row.fields,
  };
  if (isOfVendor(row) && !actor.rights.includes('seeVendors')) return [];
  const units = actor.businessUnitIds;
  if (units === null || row.businessUnitId === null || units.includes(row.businessUnitId)) {
    return [{ ...head, kind: row.kind, record: row.record } as ChangeEvent];
  }
  if (row.kind !== 'appointment') return [];
  const record = { appointmentId: row.recordId, bars: busyBarsOf(row.record as AppointmentView) };
  return [{ ...head, type: 'technician.busy', fields: [], kind: 'busy', record }];
}

/** A vendor, or a note or file on one: whoever sees no vendors is not told (domain-rules §9). */
const isOfVendor = ({ kind, record }: ChangeRow): boolean =>
  kind === 'vendor' || (record as { ownerKind?: unknown } | null)?.ownerKind === 'vendor';
