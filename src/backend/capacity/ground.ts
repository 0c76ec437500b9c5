/** What a question about capacity names: unit, job type, place, the company's windows and rules, in one read. */
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { BusinessHours } from '#domain/business-hours.ts';
import type { CapacityRule } from '#domain/capacity/facts.ts';
import type { Id } from '#domain/ids.ts';
import type { WindowRule } from '#domain/schedule/arrival-windows.ts';
import { LATITUDE, LONGITUDE } from '../schedule/known-point.ts';
import { zoneOfZip } from '../schedule/known-zone.ts';

type CapacityGround = {
  readonly unit: { readonly timeZone: string } | null;
  readonly jobType: { readonly skillIds: readonly Id[]; readonly minutes: number } | null;
  /** The place; or what is known of the postal code of one that is only being made. */
  readonly location: {
    readonly timeZone: string | null;
    readonly zoneId: Id | null;
    readonly latitude: number | null;
    readonly longitude: number | null;
    readonly businessHours: BusinessHours;
  } | null;
  readonly windows: readonly WindowRule[];
  readonly rules: readonly CapacityRule[];
};
export type Found = CapacityGround & {
  readonly unit: NonNullable<CapacityGround['unit']>;
  readonly jobType: NonNullable<CapacityGround['jobType']>;
};

/** Throws ProblemError record.not_found (404) naming the kind: unknown, foreign, or a unit the actor is confined from. */
export async function capacityGround(
  tx: Transaction,
  actor: Actor,
  named: {
    readonly businessUnitId: Id;
    readonly jobTypeId: Id;
    readonly locationId: Id | null;
    readonly zip: string;
  },
): Promise<Found> {
  const { businessUnitId, jobTypeId, locationId, zip } = named;
  const list = (from: string, fields: string) =>
    `coalesce((select jsonb_agg(jsonb_build_object(${fields})) from ${from} r where r.tenant_id = $1 and r.active), '[]')`;
  const [row] = await tx.query<CapacityGround>(
    `select
       (select jsonb_build_object('timeZone', time_zone) from company.business_units
         where tenant_id = $1 and id = $2) as unit,
       (select jsonb_build_object('skillIds', skill_ids, 'minutes', duration_minutes) from company.job_types
         where tenant_id = $1 and id = $3) as "jobType",
       (select jsonb_build_object('timeZone', l.time_zone, 'zoneId', l.zone_id, 'latitude', ${LATITUDE},
         'longitude', ${LONGITUDE}, 'businessHours', l.business_hours) from (
           select tenant_id, id, zip, time_zone, zone_id, latitude, longitude, business_hours from company.locations
             where tenant_id = $1 and id = $4
           union all select $1, null, $5, null, ${zoneOfZip('$5')}, null, null, null where $4::bigint is null and $5::text <> '') l
       ) as location,
       ${list('company.arrival_windows', `'businessUnitId', r.business_unit_id, 'startMinute', r.start_minute, 'endMinute', r.end_minute, 'weekdays', r.weekdays, 'active', r.active`)} as windows,
       ${list('company.capacity_rules', `'businessUnitId', r.business_unit_id, 'jobTypeId', r.job_type_id, 'priority', r.priority, 'startMinute', r.start_minute, 'endMinute', r.end_minute, 'reservePercent', r.reserve_percent, 'overbookPercent', r.overbook_percent, 'active', r.active`)} as rules`,
    [tx.tenantId, businessUnitId, jobTypeId, locationId, zip],
  );
  const found = row!;
  const isMine = actor.businessUnitIds === null || actor.businessUnitIds.includes(businessUnitId);
  if (!found.unit || !isMine) throw new ProblemError('record.not_found', { kind: 'businessUnit' });
  if (!found.jobType) throw new ProblemError('record.not_found', { kind: 'jobType' });
  if (locationId !== null && !found.location)
    throw new ProblemError('record.not_found', { kind: 'location' });
  return found as Found;
}
