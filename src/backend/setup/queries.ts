/** The set-up lists in one read. */
import type { Setup } from '#contract/setup.ts';
import type { Transaction } from '#db/database.ts';

const list = (table: string, fields: string) =>
  `coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'active', r.active${fields}) order by lower(r.name) collate "C", r.id)
     from ${table} r where r.tenant_id = $1), '[]'::jsonb)`;

export async function setupLists(tx: Transaction): Promise<Setup> {
  const [row] = await tx.query<Setup>(
    `select
       (select name from office.tenants where id = $1) as "companyName",
       ${list('company.business_units', `, 'timeZone', r.time_zone, 'currency', r.currency, 'defaultCampaignId', r.default_campaign_id`)} as "businessUnits",
       ${list('company.job_types', `, 'businessUnitIds', r.business_unit_ids, 'skillIds', r.skill_ids, 'durationMinutes', r.duration_minutes, 'priority', r.priority, 'keywords', r.keywords`)} as "jobTypes",
       ${list('company.technicians', `, 'businessUnitId', r.business_unit_id, 'team', r.team, 'skillIds', r.skill_ids, 'zoneIds', r.zone_ids`)} as technicians,
       coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'active', r.active, 'businessUnitId', r.business_unit_id)
         order by r.position, lower(r.name) collate "C", r.id) from company.holding_lanes r where r.tenant_id = $1), '[]'::jsonb) as "holdingLanes",
       ${list('company.campaigns', '')} as campaigns,
       ${list('company.tags', `, 'color', r.color`)} as tags,
       ${list('company.reasons', `, 'kind', r.kind`)} as reasons,
       ${list('company.zones', '')} as zones,
       ${list('company.skills', '')} as skills,
       ${list('company.tax_zones', '')} as "taxZones",
       ${list('company.payment_terms', '')} as "paymentTerms",
       ${list('company.arrival_windows', `, 'businessUnitId', r.business_unit_id, 'startMinute', r.start_minute, 'endMinute', r.end_minute, 'weekdays', r.weekdays`)} as "arrivalWindows",
       coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'owner', f.owner, 'key', f.key, 'label', f.label, 'kind', f.kind,
         'choices', case when f.kind = 'Choice' then to_jsonb(array_remove(regexp_split_to_array(trim(f.choices), ' *, *'), '')) else '[]'::jsonb end,
         'requiredAtBooking', f.required_at_booking, 'active', f.active) order by f.position, f.id)
         from company.custom_fields f where f.tenant_id = $1), '[]'::jsonb) as "customFields"`,
    [tx.tenantId],
  );
  return row!;
}
