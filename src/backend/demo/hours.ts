/** The working hours of the demo's technicians: patterns that repeat, as an office would set them up. */
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { Id } from '#domain/ids.ts';
import type { ShiftPattern } from '#domain/setup/shift-pattern.ts';
import type { Day } from '#domain/time.ts';
import type { AddRows } from './add-rows.ts';

/** `id` null: planned by the demo before it had patterns, or of somebody who has none. */
export type DemoHours = ShiftPattern & { readonly id: Id | null };

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

/** Open every day, one day off a week in turn: today is a full day, whichever weekday the demo is started on. */
export function hoursOf(index: number, technicianId: Id, days: { from: Day; until: Day | null }): DemoHours {
  const [name, start, end] =
    index % 7 === 6 ? ['Late', 10, 20] : index % 4 === 1 ? ['Early', 7, 16] : ['Day', 8, 18];
  const pattern = {
    id: null,
    technicianId,
    name,
    weekdays: EVERY_DAY.filter((weekday) => weekday !== index % 7),
    startMinute: Number(start) * 60,
    endMinute: Number(end) * 60,
    validFrom: days.from,
    validUntil: days.until,
    exceptDays: [],
    active: true,
  };
  return pattern;
}

export async function addHours(add: AddRows, hours: readonly DemoHours[]): Promise<DemoHours[]> {
  const ids = await add(
    'shift_patterns',
    hours.map(({ id: _, active: __, ...row }) => row),
  );
  return hours.map((one, index) => ({ ...one, id: ids[index]! }));
}

/**
 * The mornings of the one who is in training (plan.ts), as they were set up. They ended before the demo began: what is
 * planned ahead stays the plan's, and Truckroll makes no second ones.
 */
export const addTraining = (add: AddRows, technicianId: Id, days: { from: Day; until: Day }) =>
  add('event_patterns', [
    {
      technicianId,
      name: 'Training',
      weekdays: EVERY_DAY,
      startMinute: 8 * 60,
      endMinute: 12 * 60,
      validFrom: days.from,
      validUntil: days.until,
      exceptDays: [],
    },
  ]);

/** Patterns in use by technician; of several the first. */
export async function storedHours(tx: Transaction): Promise<Map<Id, DemoHours>> {
  const rows = await tx.query<DemoHours>(
    `select distinct on (technician_id) id, technician_id as "technicianId", weekdays, start_minute as "startMinute",
       end_minute as "endMinute", valid_from as "validFrom", valid_until as "validUntil", except_days as "exceptDays", active
     from company.shift_patterns where tenant_id = $1 and active order by technician_id, id`,
    [tx.tenantId],
  );
  return new Map(rows.map((row) => [row.technicianId, row]));
}

export type PatternDay = { readonly patternId: Id | null; readonly day: Day };

/** Which of these days have their shift already: made ahead by Truckroll itself while the demo ran. */
export async function standingDays(
  tx: Transaction,
  days: readonly Day[],
): Promise<(of: PatternDay) => boolean> {
  const rows = await tx.query<{ patternId: Id; day: Day }>(
    `select pattern_id as "patternId", pattern_day as day from company.shifts
     where tenant_id = $1 and pattern_id is not null and pattern_day = any($2::date[])`,
    [tx.tenantId, days],
  );
  const known = new Set(rows.map(({ patternId, day }) => `${patternId} ${day}`));
  return ({ patternId, day }) => known.has(`${patternId} ${day}`);
}

/** Says which day of which pattern a shift stands for: a pattern that is changed moves it. */
export async function linkShifts(
  tx: Transaction,
  shifts: readonly (PatternDay & { readonly id: Id })[],
): Promise<void> {
  const rows = shifts.filter(({ patternId }) => patternId !== null);
  if (rows.length === 0) return;
  await tx.query(
    `update company.shifts s set pattern_id = r."patternId", pattern_day = r.day
     from jsonb_to_recordset($2::jsonb) as r(id bigint, "patternId" bigint, day date)
     where s.tenant_id = $1 and s.id = r.id`,
    [tx.tenantId, json(rows)],
  );
}
