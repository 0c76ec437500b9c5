/** What a job took from the shelves, what is ordered for it, and whether its parts are in. */
import type { QueryOf } from '#contract/endpoints.ts';
import type { JobMaterial, JobOrder, JobParts, OfferedMaterial, PartsIn } from '#contract/job-parts.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { filterOf } from '#db/filter.ts';
import { costOfUse } from '#domain/bills/average-cost.ts';
import type { Id } from '#domain/ids.ts';
import { cents, lineTotal, quantity, unitPrice } from '#domain/money.ts';
import { type IdPage, idPage } from '../id-page.ts';
import { addWords, plainWords } from '../list-words.ts';
import { seesCosts } from '../projects/budget.ts';
import { requireProject } from '../projects/visible.ts';
import { loadRecords } from '../write/load.ts';
import type { StoredRecord } from '../write/records.ts';
import { sinceOf } from './parts-in.ts';

export type StoredJob = StoredRecord & { readonly number: number; readonly businessUnitId: Id };

/** @throws ProblemError record.not_found (404): unknown, another tenant's, or of a unit the actor is confined from */
export async function jobOf(
  tx: Transaction,
  actor: Actor,
  jobId: Id,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<StoredJob> {
  const [job] = await loadRecords<StoredJob>(tx, 'job', [jobId], { lock });
  const units = actor.businessUnitIds;
  if (!job || (units && !units.includes(job.businessUnitId))) {
    throw new ProblemError('record.not_found', { kind: 'job' });
  }
  return job;
}

export async function jobParts(tx: Transaction, actor: Actor, jobId: Id): Promise<JobParts> {
  await jobOf(tx, actor, jobId);
  const [state] = await sinceOf(tx, { jobIds: [jobId] });
  return {
    materials: await materialsOf(tx, actor, jobId),
    orders: await ordersOf(tx, actor, 'o.job_id = $2', jobId),
    partsInSince: state?.since ?? null,
  };
}

/** The SKU's own cost, and what accepted bills in the currency of the job's unit brought to it. */
type Cost = { readonly cost: number; readonly valueCents: number; readonly bought: number };

async function materialsOf(tx: Transaction, actor: Actor, jobId: Id): Promise<JobMaterial[]> {
  const rows = await tx.query<Omit<JobMaterial, 'amountCents'> & Cost>(
    `select m.id, m.sku_id as "skuId", s.code as "skuCode", s.name as "skuName", s.unit, s.cost,
       m.inventory_location_id as "inventoryLocationId", p.name as place, m.quantity, m.serials,
       e.name as "technicianName", company.iso(m.used_on) as "usedOn", coalesce(u.name, 'Truckroll') as "usedByName",
       company.iso(m.taken_back_on) as "takenBackOn",
       case when m.taken_back_by is null then null else coalesce(b.name, 'Truckroll') end as "takenBackByName",
       coalesce(w.value_cents, 0)::bigint as "valueCents", coalesce(w.quantity, 0)::bigint as bought
     from company.job_materials m
     join company.skus s on s.tenant_id = m.tenant_id and s.id = m.sku_id
     join company.inventory_locations p on p.tenant_id = m.tenant_id and p.id = m.inventory_location_id
     left join company.technicians e on e.tenant_id = m.tenant_id and e.id = m.technician_id
     left join office.users u on u.tenant_id = m.tenant_id and u.id = m.used_by
     left join office.users b on b.tenant_id = m.tenant_id and b.id = m.taken_back_by
     join company.jobs j on j.tenant_id = m.tenant_id and j.id = m.job_id
     join company.business_units i on i.tenant_id = j.tenant_id and i.id = j.business_unit_id
     left join lateral (select sum(e.value_cents) as value_cents, sum(e.quantity) as quantity
       from company.sku_cost_entries e where e.tenant_id = m.tenant_id and e.sku_id = m.sku_id
         and e.currency = i.currency) w on true
     where m.tenant_id = $1 and m.job_id = $2 order by m.id`,
    [tx.tenantId, jobId],
  );
  return rows.map(({ cost, valueCents, bought, ...material }) => {
    const each = costOfUse({ valueCents: cents(valueCents), quantity: quantity(bought) }, unitPrice(cost));
    return {
      ...material,
      amountCents: seesCosts(actor) ? lineTotal(quantity(material.quantity), each) : null,
    };
  });
}

type Shown = { readonly after?: Id | undefined; readonly most?: number };
/** Of units the reader sees; vendors and what it comes to only for who may see them (domain-rules §9). */
async function ordersOf(
  tx: Transaction,
  actor: Actor,
  where: string,
  id: Id,
  { after, most }: Shown = {},
): Promise<JobOrder[]> {
  const rows = await tx.query<JobOrder>(
    `select o.id, o.number, o.status, o.required_on as "requiredOn", o.expected_on as "expectedOn",
       v.name as "vendorName", o.total_cents as "amountCents", o.currency,
       (select count(*)::int from company.purchase_order_lines l where l.tenant_id = o.tenant_id and l.order_id = o.id
         and l.active) as "lineCount"
     from company.purchase_orders o
     join company.vendors v on v.tenant_id = o.tenant_id and v.id = o.vendor_id
     where ${seen(where)} and ($4::bigint is null or o.id < $4)
     order by o.id desc limit $5`,
    [tx.tenantId, id, actor.businessUnitIds, after ?? null, most ?? null],
  );
  const seesVendors = actor.rights.includes('seeVendors');
  return rows.map((order) => ({
    ...order,
    vendorName: seesVendors ? order.vendorName : null,
    amountCents: seesCosts(actor) ? order.amountCents : null,
  }));
}

const seen = (where: string): string =>
  `o.tenant_id = $1 and (${where}) and ($3::bigint[] is null or o.business_unit_id = any($3::bigint[]))`;

const OF_PROJECT = `o.project_id = $2
  or o.job_id in (select j.id from company.jobs j where j.tenant_id = $1 and j.project_id = $2)`;

/** Of the project itself, and of its jobs. */
export async function projectOrders(
  tx: Transaction,
  actor: Actor,
  id: Id,
  query: QueryOf<'projects.orders'>,
): Promise<IdPage<JobOrder>> {
  await requireProject(tx, actor, id);
  const read = (most: number) => ordersOf(tx, actor, OF_PROJECT, id, { after: query.after, most });
  const count = async () => {
    const [row] = await tx.query<{ total: number }>(
      `select count(*)::int as total from company.purchase_orders o where ${seen(OF_PROJECT)}`,
      [tx.tenantId, id, actor.businessUnitIds],
    );
    return row!.total;
  };
  return idPage(query, read, count);
}

const OFFERED = 12;
/** As many numbers as somebody chooses from; the rest is typed. */
const SERIALS_SHOWN = 50;

/** SKUs of which something lies somewhere: nothing else can be used. */
export async function offeredMaterials(tx: Transaction, q: string): Promise<{ items: OfferedMaterial[] }> {
  const filter = filterOf(tx.tenantId, 's.tenant_id = $1');
  addWords(filter, plainWords(q), (n) => `s.search like '%' || ${n} || '%'`);
  const items = await tx.query<OfferedMaterial>(
    `select s.id, s.code, s.name, s.unit, s.kind, s.serialized,
       (select coalesce(jsonb_agg(jsonb_build_object('inventoryLocationId', p.id, 'place', p.name, 'onHand', lying.on_hand,
          'serials', (select coalesce(jsonb_agg(n.serial order by n.serial), '[]'::jsonb) from (
             select t.serial from company.stock_serials t where t.tenant_id = s.tenant_id and t.sku_id = s.id
               and t.inventory_location_id = p.id order by t.serial limit ${SERIALS_SHOWN}) n)) order by p.name, p.id), '[]'::jsonb)
        from (select inventory_location_id, sum(quantity) as on_hand from company.stock_movements
          where tenant_id = s.tenant_id and sku_id = s.id group by 1) lying
        join company.inventory_locations p on p.tenant_id = s.tenant_id and p.id = lying.inventory_location_id
        where lying.on_hand > 0) as places
     from company.skus s
     where ${filter.where.join(' and ')} and s.kind <> 'Service' and exists (
       select from company.stock_movements m where m.tenant_id = s.tenant_id and m.sku_id = s.id
       group by m.inventory_location_id having sum(m.quantity) > 0)
     order by s.code_key collate "C", s.id limit ${OFFERED}`,
    filter.params,
  );
  return { items };
}

/** As many as the board marks and somebody goes through; the longest waiting are among them. */
const MOST_JOBS = 1000;

/** Oldest first; jobs of units the reader sees. */
export async function partsInList(tx: Transaction, actor: Actor, most = MOST_JOBS): Promise<PartsIn> {
  const jobs = await sinceOf(tx, { units: actor.businessUnitIds });
  const items = jobs
    .flatMap(({ since, status: _, ...job }) => (since === null ? [] : [{ ...job, since }]))
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.jobId - b.jobId));
  return { items: items.slice(0, most), isCut: items.length > most };
}
