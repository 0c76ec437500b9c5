/** The check of the set-up: the lists and the rosters as they are, the findings from `domain/capacity/lint.ts`. */
import type { LintAnswer } from '#contract/capacity.ts';
import type { Transaction } from '#db/database.ts';
import { lintSetUp } from '#domain/capacity/lint.ts';
import type { LintFacts } from '#domain/capacity/lint-facts.ts';
import { minuteOfClock } from '#domain/clock-minutes.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes, dayOf, type Instant, localTime, minutesBetween, weekdayOf } from '#domain/time.ts';

const TWO_WEEKS = 14 * 24 * 60;
const MOST_LOCATIONS = 50;

export async function lintCompany(tx: Transaction, now: Instant): Promise<LintAnswer> {
  const { technicians, ...lists } = await listsOf(tx);
  const shifts = await shiftsOf(tx, now, new Map(lists.units.map(({ id, timeZone }) => [id, timeZone])));
  const findings = lintSetUp({
    ...lists,
    technicians: technicians.map((one) => ({ ...one, shifts: shifts.get(one.id) ?? [] })),
    oddLocations: await oddLocations(tx),
  });
  return { checkedOn: now, findings: findings.map(({ about, ...rest }) => ({ ...rest, about: [...about] })) };
}

const list = (table: string, fields: string, name = 'name') =>
  `coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.${name}, 'active', r.active${fields})
     order by lower(r.${name}) collate "C", r.id) from company.${table} r where r.tenant_id = $1), '[]'::jsonb)`;

type Lists = Omit<LintFacts, 'technicians' | 'oddLocations'> & {
  readonly technicians: readonly Omit<LintFacts['technicians'][number], 'shifts'>[];
};

async function listsOf(tx: Transaction): Promise<Lists> {
  const [row] = await tx.query<Lists>(
    `select
       ${list('business_units', `, 'timeZone', r.time_zone, 'defaultCampaignId', r.default_campaign_id`)} as units,
       ${list('job_types', `, 'businessUnitIds', r.business_unit_ids, 'skillIds', r.skill_ids, 'durationMinutes', r.duration_minutes, 'keywords', r.keywords`)} as "jobTypes",
       ${list('technicians', `, 'businessUnitId', r.business_unit_id, 'skillIds', r.skill_ids, 'zoneIds', r.zone_ids`)} as technicians,
       ${list('arrival_windows', `, 'businessUnitId', r.business_unit_id, 'startMinute', r.start_minute, 'endMinute', r.end_minute, 'weekdays', r.weekdays`)} as windows,
       ${list('skills', '')} as skills, ${list('zones', '')} as zones, ${list('campaigns', '')} as campaigns,
       ${list('capacity_rules', `, 'businessUnitId', r.business_unit_id, 'jobTypeId', r.job_type_id, 'reservePercent', r.reserve_percent`)} as rules,
       ${list('custom_fields', `, 'requiredAtBooking', r.required_at_booking, 'kind', r.kind, 'choices', to_jsonb(array_remove(regexp_split_to_array(trim(r.choices), ' *, *'), ''))`, 'label')} as "customFields"`,
    [tx.tenantId],
  );
  return row!;
}

type LocalShift = LintFacts['technicians'][number]['shifts'][number];

/** The shifts of the next two weeks on the wall clock of the technician's unit. */
async function shiftsOf(
  tx: Transaction,
  now: Instant,
  zoneOf: ReadonlyMap<Id, string>,
): Promise<Map<Id, LocalShift[]>> {
  const rows = await tx.query<{ technicianId: Id; businessUnitId: Id; start: Instant; end: Instant }>(
    `select s.technician_id as "technicianId", t.business_unit_id as "businessUnitId", s."start", s."end"
     from company.shifts s join company.technicians t on t.tenant_id = s.tenant_id and t.id = s.technician_id
     where s.tenant_id = $1 and s.active and s."end" > $2 and s."start" < $3`,
    [tx.tenantId, now, addMinutes(now, TWO_WEEKS)],
  );
  const byTechnician = new Map<Id, LocalShift[]>();
  for (const { technicianId, businessUnitId, start, end } of rows) {
    const zone = zoneOf.get(businessUnitId) ?? 'UTC';
    const startMinute = minuteOfClock(localTime(start, zone));
    const own = byTechnician.get(technicianId) ?? [];
    own.push({
      weekday: weekdayOf(dayOf(start, zone)),
      startMinute,
      endMinute: startMinute + minutesBetween(start, end),
    });
    byTechnician.set(technicianId, own);
  }
  return byTechnician;
}

/** A place on a clock no unit works by is a slip of the pen far more often than a place abroad. */
const oddLocations = (tx: Transaction): Promise<LintFacts['oddLocations'][number][]> =>
  tx.query(
    `select l.id, c.name || ', ' || l.street as name, l.time_zone as "timeZone", l.customer_id as "customerId"
     from company.locations l join company.customers c on c.tenant_id = l.tenant_id and c.id = l.customer_id
     where l.tenant_id = $1 and l.active and l.time_zone is not null and l.time_zone not in
       (select time_zone from company.business_units where tenant_id = $1 and active)
     order by l.id limit ${MOST_LOCATIONS}`,
    [tx.tenantId],
  );
