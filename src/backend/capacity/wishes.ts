/** What makes one open window better than another: who is near that day, who was there last time, when somebody is in. */
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { isWithinHours } from '#domain/business-hours.ts';
import type { Preferences } from '#domain/capacity/best-windows.ts';
import type { Id } from '#domain/ids.ts';
import { DEFAULT_TRAVEL } from '#domain/schedule/travel.ts';
import { type Span, weekdayOf } from '#domain/time.ts';
import { travelByDistance } from '../schedule/known-roads.ts';
import type { Found } from './ground.ts';

const KM_OF_DEGREE = 111.2;

type Asked = {
  readonly location: Found['location'];
  readonly customerId: Id | null;
  readonly timeZone: string;
  readonly range: Span;
  readonly technicianIds: readonly Id[];
  readonly now: number;
  readonly priority: Preferences['priority'];
};

export async function wishesOf(tx: Transaction, actor: Actor, asked: Asked): Promise<Preferences> {
  const near = await nearestVisits(tx, actor, asked);
  const { detourFactor, kmPerHour } = near.size === 0 ? DEFAULT_TRAVEL : await travelByDistance(tx);
  const hours = asked.location?.businessHours ?? null;
  return {
    now: asked.now,
    priority: asked.priority,
    drive: (technicianId, { day }) => {
      const km = near.get(`${technicianId} ${day}`);
      if (km === undefined) return null;
      return Math.ceil(((km * detourFactor) / kmPerHour) * 60);
    },
    lastTechnicianId: asked.customerId === null ? null : await lastTechnician(tx, asked.customerId),
    isSomebodyThere: ({ day, startMinute, from, to }) =>
      hours === null ? null : isWithinHours(hours, weekdayOf(day), startMinute, startMinute + to - from),
  };
}

/** Kilometres by technician and day to their nearest visit; flat-earth, which is exact enough for "around the corner". */
async function nearestVisits(
  tx: Transaction,
  actor: Actor,
  { location, timeZone, range, technicianIds }: Asked,
): Promise<Map<string, number>> {
  const { latitude, longitude } = location ?? {};
  if (latitude == null || longitude == null || technicianIds.length === 0) return new Map();
  const rows = await tx.query<{ technicianId: Id; day: string; km: number }>(
    `select s.technician_id as "technicianId", to_char(a."start" at time zone $4, 'YYYY-MM-DD') as day,
       min(sqrt(power(coalesce(l.latitude, p.latitude) - $5, 2)
         + power((coalesce(l.longitude, p.longitude) - $6) * cos(radians($5)), 2))) * ${KM_OF_DEGREE} as km
     from company.appointments a
     join company.assignments s on s.tenant_id = a.tenant_id and s.appointment_id = a.id and s.active
     join company.jobs j on j.tenant_id = a.tenant_id and j.id = a.job_id
     join company.locations l on l.tenant_id = j.tenant_id and l.id = j.location_id
     left join company.address_points p on p.tenant_id = l.tenant_id and p.location_id = l.id and p.status = 'Found'
     where a.tenant_id = $1 and a.active and a."start" >= $2 and a."start" < $3
       and coalesce(l.latitude, p.latitude) is not null and coalesce(l.longitude, p.longitude) is not null and s.technician_id = any($7::bigint[])
       and ($8::bigint[] is null or j.business_unit_id = any($8::bigint[]))
     group by 1, 2`,
    [
      tx.tenantId,
      range.start,
      range.end,
      timeZone,
      latitude,
      longitude,
      technicianIds,
      actor.businessUnitIds,
    ],
  );
  return new Map(rows.map(({ technicianId, day, km }) => [`${technicianId} ${day}`, Number(km)]));
}

async function lastTechnician(tx: Transaction, customerId: Id): Promise<Id | null> {
  const [row] = await tx.query<{ id: Id }>(
    `select s.technician_id as id from company.jobs j
     join company.appointments a on a.tenant_id = j.tenant_id and a.job_id = j.id
     join company.assignments s on s.tenant_id = a.tenant_id and s.appointment_id = a.id and s.status = 'Done'
     where j.tenant_id = $1 and j.customer_id = $2 order by a."start" desc limit 1`,
    [tx.tenantId, customerId],
  );
  return row?.id ?? null;
}
