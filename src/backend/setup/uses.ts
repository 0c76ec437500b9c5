/** What names a set-up record: told before it is taken out of use, which hides it from new work and leaves the old. */
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { SETUP_KIND_NAMES, type SetupKind } from '#domain/setup/kind-titles.ts';
import { setupKind } from '#domain/setup/kinds.ts';
import { visibleJob, visibleProject } from '../projects/visible.ts';
import { loadRecords } from '../write/load.ts';
import { quoted, RECORDS } from '../write/records.ts';

type Use = { of: string; count: number; names: string[] };
const NAMES_SHOWN = 5;

/** What every question below may refer to: `ids` of the records, `units` of who asks, `own` that do not count. */
const ASKED = `with asked as (select $2::bigint[] as ids, $3::bigint[] as units, $4::bigint[] as own)`;
const IDS = '(select ids from asked)::bigint[]';
const UNITS = '(select units from asked)';
const OTHERS = 'all((select own from asked)::bigint[])';

const OPEN_JOB = `j.status not in ('Completed', 'Canceled')`;
const openJobs = (condition: string) =>
  `select count(*) over () as count, '#' || j.number as name from company.jobs j
   where j.tenant_id = $1 and ${OPEN_JOB} and j.id <> ${OTHERS} and ${condition} and ${visibleJob(UNITS)}
   order by j.number desc limit ${NAMES_SHOWN}`;
/** Others in use of a table, by a column of theirs. */
const inUse = (table: string, named: string, condition: string) =>
  `select count(*) over () as count, r.${named} as name from company.${table} r
   where r.tenant_id = $1 and r.active and r.id <> ${OTHERS} and (${condition}) order by lower(r.${named}) limit ${NAMES_SHOWN}`;
const projects = (condition: string) =>
  `select count(*) over () as count, p.name from company.projects p
   where p.tenant_id = $1 and p.active and p.id <> ${OTHERS} and ${condition} and ${visibleProject(UNITS)}
   order by lower(p.name) limit ${NAMES_SHOWN}`;

/** Until all has come and is in the books; of the units of who asks. */
const openOrders = (condition: string) =>
  `select count(*) over () as count, 'PO ' || o.number as name from company.purchase_orders o
   where o.tenant_id = $1 and o.status not in ('Exported', 'Canceled') and (${condition})
     and (${UNITS}::bigint[] is null or o.business_unit_id = any(${UNITS}::bigint[]))
   order by o.number desc limit ${NAMES_SHOWN}`;

/** Work that names records of a kind; other set-up follows from the fields of its kinds. */
const WORK: Partial<Record<SetupKind, Readonly<Record<string, string>>>> = {
  businessUnit: {
    openJob: openJobs(`j.business_unit_id = any(${IDS})`),
    openOrder: openOrders(`o.business_unit_id = any(${IDS})`),
  },
  purchaseOrderType: { openOrder: openOrders(`o.type_id = any(${IDS})`) },
  jobType: { openJob: openJobs(`j.job_type_id = any(${IDS})`) },
  campaign: { openJob: openJobs(`j.campaign_id = any(${IDS})`) },
  tag: {
    openJob: openJobs(`j.tag_ids && ${IDS}`),
    customer: inUse('customers', 'name', `r.tag_ids && ${IDS}`),
  },
  zone: { location: inUse('locations', 'street', `r.zone_id = any(${IDS})`) },
  taxZone: {
    location: inUse('locations', 'street', `r.tax_zone_id = any(${IDS})`),
    openOrder: openOrders(`o.tax_zone_id = any(${IDS})`),
  },
  paymentTerm: {
    customer: inUse('customers', 'name', `r.payment_term_id = any(${IDS})`),
    vendor: inUse('vendors', 'name', `r.payment_term_id = any(${IDS})`),
    openOrder: openOrders(`o.payment_term_id = any(${IDS})`),
  },
  glAccount: {
    sku: inUse('skus', 'code', `r.gl_account_id = any(${IDS})`),
  },
  // Where some lies, or should lie.
  inventoryLocation: {
    sku: inUse(
      'skus',
      'code',
      `exists (select from company.stock_levels l where l.tenant_id = r.tenant_id and l.sku_id = r.id and l.active
         and l.inventory_location_id = any(${IDS}))
       or coalesce((select sum(m.quantity) from company.stock_movements m where m.tenant_id = r.tenant_id
         and m.sku_id = r.id and m.inventory_location_id = any(${IDS})), 0) <> 0`,
    ),
    openOrder: openOrders(`o.inventory_location_id = any(${IDS})`),
  },
  technician: {
    openJob: openJobs(`exists (select from company.appointments a
      join company.assignments s on s.tenant_id = a.tenant_id and s.appointment_id = a.id and s.active and s.status <> 'Done'
      where a.tenant_id = j.tenant_id and a.job_id = j.id and a.active and s.technician_id = any(${IDS}))`),
    openOrder: openOrders(`o.technician_id = any(${IDS})`),
  },
  holdingLane: {
    openJob:
      openJobs(`exists (select from company.appointments a where a.tenant_id = j.tenant_id and a.job_id = j.id
      and a.active and a.holding_lane_id = any(${IDS}))`),
  },
  projectStatus: { project: projects(`p.status_id = any(${IDS})`) },
  projectSubStatus: { project: projects(`p.sub_status_id = any(${IDS})`) },
  projectType: { project: projects(`p.type_id = any(${IDS})`) },
};

/**
 * As far as whoever asks may know of it: work of other business units is neither named nor counted (domain-rules §9).
 * Throws record.not_found.
 */
export async function usesOf(
  tx: Transaction,
  { businessUnitIds }: Pick<Actor, 'businessUnitIds'>,
  kind: SetupKind,
  id: Id,
): Promise<{ uses: Use[] }> {
  const [record] = await loadRecords(tx, kind, [id]);
  if (!record) throw new ProblemError('record.not_found', { kind });
  return { uses: await usesAmong(tx, kind, [id], { units: businessUnitIds, own: [] }) };
}

/**
 * @param ids records of that kind, told together
 * @param asked.units null: of all business units
 * @param asked.own records that do not count as use
 */
export async function usesAmong(
  tx: Transaction,
  kind: SetupKind,
  ids: readonly Id[],
  { units, own }: { units: readonly Id[] | null; own: readonly Id[] },
): Promise<Use[]> {
  const uses: Use[] = [];
  for (const [of, sql] of [...Object.entries(WORK[kind] ?? {}), ...setUpNaming(kind)]) {
    const rows = await tx.query<{ count: number; name: string }>(`${ASKED} ${sql}`, [
      tx.tenantId,
      ids,
      units,
      own,
    ]);
    if (rows.length > 0) uses.push({ of, count: rows[0]!.count, names: rows.map(({ name }) => name) });
  }
  return uses;
}

function setUpNaming(kind: SetupKind): [string, string][] {
  return SETUP_KIND_NAMES.flatMap((other): [string, string][] => {
    const { fields, naming, one } = setupKind(other);
    const conditions = fields.flatMap((field) => {
      if (field.type === 'one' && field.of === kind) return [`r.${quoted(field.name)} = any(${IDS})`];
      return field.type === 'many' && field.of === kind ? [`r.${quoted(field.name)} && ${IDS}`] : [];
    });
    if (conditions.length === 0) return [];
    const isNamed = fields.some(({ name, type }) => name === naming && type === 'text');
    // What has no name of its own is called what it is: “repeating shift”.
    const called = isNamed ? `coalesce(nullif(r.${naming}, ''), '${one}')` : `'${one}'`;
    const sql = `select count(*) over () as count, ${called} as name from ${RECORDS[other].table} r
      where r.tenant_id = $1 and r.active and r.id <> ${OTHERS} and (${conditions.join(' or ')}) order by lower(${called}) limit ${NAMES_SHOWN}`;
    return [[other, sql]];
  });
}
