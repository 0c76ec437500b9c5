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
       ${list('company.business_units', `, 'timeZone', r.time_zone, 'currency', r.currency`)} as "businessUnits",
       ${list('company.job_types', `, 'businessUnitIds', r.business_unit_ids, 'skillIds', r.skill_ids, 'durationMinutes', r.duration_minutes, 'priority', r.priority`)} as "jobTypes",
       ${list('company.technicians', `, 'businessUnitId', r.business_unit_id, 'skillIds', r.skill_ids, 'zoneIds', r.zone_ids`)} as technicians,
       ${list('company.campaigns', '')} as campaigns,
       ${list('company.tags', `, 'color', r.color`)} as tags,
       ${list('company.reasons', `, 'kind', r.kind`)} as reasons,
       ${list('company.zones', '')} as zones,
       ${list('company.skills', '')} as skills,
       ${list('company.tax_zones', '')} as "taxZones",
       coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'owner', f.owner, 'key', f.key, 'label', f.label, 'kind', f.kind,
         'requiredAtBooking', f.required_at_booking, 'active', f.active) order by f.id)
         from company.custom_fields f where f.tenant_id = $1), '[]'::jsonb) as "customFields"`,
    [tx.tenantId],
  );
  return row!;
}
