/**
 * Reading the change feed in commit order: by id, which is given out under a lock that is held until the commit
 * (`emit.ts`), so that whoever sees a row sees all before it (F22). Ordering by (xid, id) below pg_snapshot_xmin lost
 * nothing either, but told version 3 before version 2: a transaction gets its xid at its first write, not at its
 * commit, and the second to lock a record may have the lower one.
 */
import type { BusyBar } from '#contract/board.ts';
import type { ChangeEvent } from '#contract/history.ts';
import type { AppointmentView } from '#contract/job.ts';
import { type Actor, type ChangeBatch, isBehind, type Position } from '#contract/upstream.ts';
import type { Database, Transaction } from '#db/database.ts';
import type { Instant } from '#domain/time.ts';

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

/** The first part was the xid; positions that have one belong to an earlier feed and are ahead of all of these. */
const POSITION = /^\d{1,20}\.(\d{1,18})$/;
const positionOf = (id: number): Position => `0.${id}`;

/** The position just before everything that may still come: a snapshot read in the same transaction misses nothing. */
export async function currentPosition(tx: Transaction): Promise<Position> {
  const [row] = await tx.query<{ id: number }>(
    'select coalesce(max(id), 0) as id from company.changes where tenant_id = $1',
    [tx.tenantId],
  );
  return positionOf(row!.id);
}

/** Changes after a position as the actor may see them; see `Upstream.changes`. */
export async function readChanges(
  database: Database,
  actor: Actor,
  after: Position | null,
  limit: number,
): Promise<ChangeBatch> {
  return database.transaction({ tenantId: actor.tenantId, readOnly: true }, async (tx) => {
    if (after === null) return { events: [], position: await currentPosition(tx), reset: false };
    const newest = await currentPosition(tx);
    const parts = POSITION.exec(after);
    // Ahead of everything: a position of another database (a restored backup); the receiver must start over.
    if (!parts || isBehind(newest, after)) return { events: [], position: newest, reset: true };
    const rows = await tx.query<ChangeRow>(
      `select c.id, company.iso(c.at) as at, c.type, c.record_kind as kind, c.record_id as "recordId",
         c.actor_id as "actorId", coalesce(u.name, 'Truckroll') as "actorName", c.operation_id as "operationId", c.fields,
         c.business_unit_id as "businessUnitId", c.record
       from company.changes c left join office.users u on u.tenant_id = c.tenant_id and u.id = c.actor_id
       where c.tenant_id = $1 and c.id > $2 order by c.id limit $3`,
      [tx.tenantId, parts[1]!, limit],
    );
    const last = rows.at(-1);
    return {
      events: rows.flatMap((row) => eventFor(actor, row)),
      position: last ? positionOf(last.id) : after,
      reset: false,
    };
  });
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
  const units = actor.businessUnitIds;
  if (units === null || row.businessUnitId === null || units.includes(row.businessUnitId)) {
    return [{ ...head, kind: row.kind, record: row.record } as ChangeEvent];
  }
  if (row.kind !== 'appointment') return [];
  const record = { appointmentId: row.recordId, bars: busyBarsOf(row.record as AppointmentView) };
  return [{ ...head, type: 'technician.busy', fields: [], kind: 'busy', record }];
}

/** What another unit sees of an appointment: who is taken, when. */
export function busyBarsOf(appointment: AppointmentView): BusyBar[] {
  if (!appointment.active || appointment.status === 'Canceled' || appointment.status === 'Hold') return [];
  if (appointment.status === 'Unused') return [];
  return appointment.assignments.map(({ id, technicianId }) => ({
    id,
    appointmentId: appointment.id,
    technicianId,
    start: appointment.start,
    end: appointment.end,
  }));
}
