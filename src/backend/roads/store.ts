/** The drives a company knows (`company.road_times`), and the days it will want drives for. */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Place } from '#domain/schedule/travel.ts';
import { addMinutes, type Instant } from '#domain/time.ts';
import { LATITUDE, LONGITUDE } from '../schedule/known-point.ts';
import { MOST_CELLS } from '../schedule/known-roads.ts';
import type { Question } from './questions.ts';

const DAY_MINUTES = 24 * 60;
/** Roads are built and closed: what is older is asked for anew, and much older counts no more. */
const GOOD_MINUTES = 30 * DAY_MINUTES;
const LAST_MINUTES = 90 * DAY_MINUTES;
/** Today and the two days after, on the clock of each unit. */
const AHEAD_MINUTES = 3 * DAY_MINUTES;

export type WantedDay = { readonly tenantId: Id; readonly day: string; readonly places: readonly Place[] };

/** Where work is on each of the next days; days of more places than drives are asked for are left out. */
export async function wantedDays(tx: Transaction, now: Instant): Promise<WantedDay[]> {
  return tx.query<WantedDay>(
    `with visits as (
       select a.tenant_id, j.location_id, to_char(a."start" at time zone u.time_zone, 'YYYY-MM-DD') as day
       from company.appointments a
       join company.jobs j on j.tenant_id = a.tenant_id and j.id = a.job_id
       join company.business_units u on u.tenant_id = j.tenant_id and u.id = j.business_unit_id
       where a.active and a.status <> 'Canceled' and a."start" >= $1 and a."start" < $2),
     days as (
       select tenant_id, day from visits group by tenant_id, day
       having count(distinct location_id) <= ${2 * MOST_CELLS})
     select d.tenant_id as "tenantId", d.day,
       (select jsonb_agg(jsonb_build_object('latitude', ${LATITUDE}, 'longitude', ${LONGITUDE}))
        from company.locations l where l.tenant_id = d.tenant_id
          and l.id in (select v.location_id from visits v where v.tenant_id = d.tenant_id and v.day = d.day))
       || coalesce((select jsonb_agg(jsonb_build_object('latitude', t.latitude, 'longitude', t.longitude))
        from company.technicians t where t.tenant_id = d.tenant_id and t.active), '[]') as places
     from days d order by d.day, d.tenant_id`,
    [addMinutes(now, -DAY_MINUTES / 2), addMinutes(now, AHEAD_MINUTES)],
  );
}

/** Drives that need not be asked for, also those there is no way for. */
export async function askedDrives(
  tx: Transaction,
  tenantId: Id,
  cells: readonly number[],
  now: Instant,
): Promise<ReadonlyMap<number, ReadonlySet<number>>> {
  const rows = await tx.query<{ from: number; to: readonly number[] }>(
    `select from_cell as from, array_agg(to_cell) as to from company.road_times
     where tenant_id = $1 and from_cell = any($2::bigint[]) and to_cell = any($2::bigint[]) and asked_on > $3
     group by from_cell`,
    [tenantId, cells, addMinutes(now, -GOOD_MINUTES)],
  );
  return new Map(rows.map(({ from, to }) => [from, new Set(to)]));
}

export async function keepDrives(
  tx: Transaction,
  tenantId: Id,
  { from, to }: Question,
  minutes: readonly (readonly (number | null)[])[],
  now: Instant,
): Promise<void> {
  const drives = from.flatMap((start, row) =>
    to.flatMap((end, column) => (start === end ? [] : [[start, end, minutes[row]![column]!] as const])),
  );
  await tx.query(
    `insert into company.road_times (tenant_id, from_cell, to_cell, minutes, asked_on)
     select $1, r.from_cell, r.to_cell, r.minutes, $5
     from unnest($2::bigint[], $3::bigint[], $4::int[]) as r(from_cell, to_cell, minutes) order by 2, 3
     on conflict (tenant_id, from_cell, to_cell) do update set minutes = excluded.minutes, asked_on = excluded.asked_on`,
    [
      tenantId,
      drives.map(([start]) => start),
      drives.map(([, end]) => end),
      drives.map(([, , drive]) => drive),
      now,
    ],
  );
}

export async function forgetOldDrives(tx: Transaction, now: Instant): Promise<void> {
  await tx.query('delete from company.road_times where asked_on < $1', [addMinutes(now, -LAST_MINUTES)]);
}
