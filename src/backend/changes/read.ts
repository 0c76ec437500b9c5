/**
 * Reading the change feed in commit order. A row's place is (xid, id); only rows of transactions below
 * pg_snapshot_xmin are read, since a slower transaction with a lower xid may still commit (F22: `id > cursor` lost
 * 179 of 800 events on PostgreSQL).
 */
import type { BusyBar } from '#contract/board.ts';
import type { ChangeEvent } from '#contract/history.ts';
import type { AppointmentView } from '#contract/job.ts';
import { type Actor, type ChangeBatch, isBehind, type Position } from '#contract/upstream.ts';
import type { Database, Transaction } from '#db/database.ts';
import type { Instant } from '#domain/time.ts';

type ChangeRow = {
  xid: string;
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

const POSITION = /^(\d{1,20})\.(\d{1,20})$/;
/** The position just before everything that may still come: a snapshot read in the same transaction misses nothing. */
export async function currentPosition(tx: Transaction): Promise<Position> {
  const [row] = await tx.query<{ position: Position }>(
    `select xid::text || '.' || id::text as position from company.changes
     where tenant_id = $1 and xid < pg_snapshot_xmin(pg_current_snapshot())
     order by xid desc, id desc limit 1`,
    [tx.tenantId],
  );
  return row?.position ?? '0.0';
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
      `select c.xid::text as xid, c.id, company.iso(c.at) as at, c.type, c.record_kind as kind, c.record_id as "recordId",
         c.actor_id as "actorId", coalesce(u.name, 'Truckroll') as "actorName", c.operation_id as "operationId", c.fields,
         c.business_unit_id as "businessUnitId", c.record
       from company.changes c left join office.users u on u.tenant_id = c.tenant_id and u.id = c.actor_id
       where c.tenant_id = $1 and (c.xid, c.id) > ($2::text::xid8, $3::bigint)
         and c.xid < pg_snapshot_xmin(pg_current_snapshot())
       order by c.xid, c.id limit $4`,
      [tx.tenantId, parts[1]!, parts[2]!, limit],
    );
    const last = rows.at(-1);
    return {
      events: rows.flatMap((row) => eventFor(actor, row)),
      position: last ? `${last.xid}.${last.id}` : after,
      reset: false,
    };
  });
}

/** The event as this actor may see it; another unit's appointment is only a busy bar, its job is not told. */
function eventFor(actor: Actor, row: ChangeRow): ChangeEvent[] {
  const head = {
    position: `${row.xid}.${row.id}`,
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
    technicianId,
    start: appointment.start,
    end: appointment.end,
  }));
}
