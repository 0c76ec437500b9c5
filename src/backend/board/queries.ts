/** One day of the board in one read: technicians with shifts and absences, appointments, the feed's position. */
import type { BoardDay, BoardTechnician } from '#contract/board.ts';
import type { AppointmentView } from '#contract/job.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { MAX_APPOINTMENT_DAYS } from '#domain/job/times.ts';
import { type Day, daySpan } from '#domain/time.ts';
import { busyBarsOf } from '../changes/busy-bars.ts';
import { currentPosition } from '../changes/read.ts';
import { appointmentViews } from '../jobs/views.ts';
import { drivesOfDay } from '../schedule/known-roads.ts';

/** The board day in the zone asked for, else in the zone of most of the business units the actor works for. */
export async function boardDay(
  tx: Transaction,
  actor: Actor,
  query: { day: Day; timeZone?: string | undefined },
): Promise<BoardDay> {
  const timeZone = query.timeZone ?? (await homeZone(tx, actor));
  const { start, end } = daySpan(query.day, timeZone);
  // First the position, then the records, in one snapshot (read-only transactions are REPEATABLE READ).
  const cursor = await currentPosition(tx);
  const all = await appointmentViews(
    tx,
    `a.active and a.start < $3 and a.start > $2::timestamptz - interval '${MAX_APPOINTMENT_DAYS} days' and a."end" > $2`,
    [start, end],
  );
  const technicians = await boardTechnicians(tx, start, end, techniciansOf(all));
  const mine = (unit: number) => actor.businessUnitIds === null || actor.businessUnitIds.includes(unit);
  const appointments = all.filter((appointment) => mine(appointment.businessUnitId));
  const drives = await drivesOfDay(tx, [...appointments, ...technicians]);
  return {
    day: query.day,
    timeZone,
    start,
    end,
    cursor,
    technicians,
    ...drives,
    appointments,
    busy: all
      .filter((appointment) => !mine(appointment.businessUnitId))
      .flatMap(busyBarsOf)
      .filter((bar) => bar.end > start),
  };
}

/** The zone of most of the business units the actor works for. */
export async function homeZone(tx: Transaction, actor: Actor): Promise<string> {
  const [unit] = await tx.query<{ zone: string }>(
    `select time_zone as zone from company.business_units
     where tenant_id = $1 and active and ($2::bigint[] is null or id = any($2::bigint[]))
     group by time_zone order by count(*) desc, min(id) limit 1`,
    [tx.tenantId, actor.businessUnitIds],
  );
  return unit?.zone ?? 'UTC';
}

const spans = (
  table: string,
  label: string,
) => `coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'version', s.version,
    'technicianId', s.technician_id, 'start', company.iso(s.start), 'end', company.iso(s."end"), 'externalKey', s.external_key, 'active', s.active${label}) order by s.start, s.id)
  from ${table} s where s.tenant_id = t.tenant_id and s.technician_id = t.id and s.active and s.start < $3 and s."end" > $2), '[]'::jsonb)`;

const techniciansOf = (visits: readonly AppointmentView[]): Id[] => [
  ...new Set(visits.flatMap(({ assignments }) => assignments.map(({ technicianId }) => technicianId))),
];

/**
 * Everybody who works here, and whoever does not any more but still has visits or events on the day: that work would
 * stand in no lane, and as it is assigned not in the tray either. Their time off needs nobody's attention.
 */
async function boardTechnicians(
  tx: Transaction,
  start: string,
  end: string,
  assigned: readonly Id[],
): Promise<BoardTechnician[]> {
  const label = `, 'label', s.label`;
  return tx.query<BoardTechnician>(
    `select t.id, t.name, t.business_unit_id as "businessUnitId", t.skill_ids as "skillIds", t.zone_ids as "zoneIds",
       t.latitude, t.longitude, t.active, ${spans('company.shifts', '')} as shifts,
       ${spans('company.time_off', label)} as "timeOff", ${spans('company.non_job_events', label)} as "nonJobEvents"
     from company.technicians t where t.tenant_id = $1 and (t.active or t.id = any($4::bigint[])
       or exists (select from company.non_job_events e where e.tenant_id = t.tenant_id and e.technician_id = t.id
         and e.active and e.start < $3 and e."end" > $2))
     order by t.business_unit_id, lower(t.name) collate "C", t.id`,
    [tx.tenantId, start, end, assigned],
  );
}
