/** What was received for jobs and used on them, and how much of it is on invoices (domain-rules §5, §7). */
import type { Proposals } from '#contract/invoice.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { priceOf, type Share, unbilledOf, type Work } from '#domain/invoices/shares.ts';
import { ofSku } from '#domain/invoices/written-items.ts';
import { cents, sumCents, unitPrice } from '#domain/money.ts';
import { jobOf } from '../job-parts/queries.ts';
import { requireProject, visibleJob } from '../projects/visible.ts';
import { grouped } from '../write/grouped.ts';
import { unitAccounts } from './accounts.ts';
import { soldSkus } from './sold-skus.ts';

export type JobWork = Work & {
  readonly jobId: Id | null;
  readonly jobNumber: number | null;
  readonly skuCode: string | null;
};
type Row = Pick<
  JobWork,
  'source' | 'sourceId' | 'jobId' | 'jobNumber' | 'skuId' | 'skuCode' | 'quantity' | 'technicianId'
> & {
  readonly description: string;
  readonly cost: number;
};
type Of = {
  readonly jobIds: readonly Id[];
  /** What was ordered for the project itself. */
  readonly projectId: Id | null;
  readonly businessUnitId: Id;
  readonly currency: string;
};

/** Receipts of orders whose type puts them on the invoice, and material used; in the order it came. */
export async function workOf(tx: Transaction, of: Of): Promise<JobWork[]> {
  const rows = await tx.query<Row>(
    `select 'JobPart' as source, m.id as "sourceId", m.job_id as "jobId", j.number as "jobNumber", m.sku_id as "skuId",
       s.code as "skuCode", s.name as description, m.quantity, m.technician_id as "technicianId", 0::bigint as cost
     from company.job_materials m
     join company.jobs j on j.tenant_id = m.tenant_id and j.id = m.job_id
     join company.skus s on s.tenant_id = m.tenant_id and s.id = m.sku_id
     where m.tenant_id = $1 and m.job_id = any($2::bigint[]) and m.taken_back_on is null
     union all
     select 'Receipt', t.id, o.job_id, j.number, l.sku_id, s.code, l.description, t.quantity, o.technician_id, l.cost
     from company.purchase_orders o
     join company.purchase_order_types y on y.tenant_id = o.tenant_id and y.id = o.type_id and y.copies_to_invoice
     join company.purchase_receipts r on r.tenant_id = o.tenant_id and r.order_id = o.id and r.canceled is null
     join company.purchase_receipt_lines t on t.tenant_id = r.tenant_id and t.receipt_id = r.id and t.quantity > 0
     join company.purchase_order_lines l on l.tenant_id = t.tenant_id and l.id = t.line_id
     left join company.jobs j on j.tenant_id = o.tenant_id and j.id = o.job_id
     left join company.skus s on s.tenant_id = l.tenant_id and s.id = l.sku_id
     where o.tenant_id = $1 and (o.job_id = any($2::bigint[]) or (o.job_id is null and o.project_id = $3))
     order by 2`,
    [tx.tenantId, of.jobIds, of.projectId],
  );
  const skuIds = rows.flatMap(({ skuId }) => skuId ?? []);
  const skus = await soldSkus(tx, skuIds, of.currency, skuIds);
  const { income } = await unitAccounts(tx, of.businessUnitId);
  const billed = await sharesOf(tx, rows);
  return rows.map((row) => {
    const sku = row.skuId === null ? null : skus.get(row.skuId)!;
    // Nothing is asked for at cost: what has no SKU has no price until somebody says one.
    const bare = { kind: 'Material', price: unitPrice(0), taxable: true, glAccountId: income } as const;
    const sold = sku ? ofSku(sku, income) : bare;
    const cost = row.source === 'Receipt' ? unitPrice(row.cost) : (sku?.cost ?? unitPrice(0));
    const { description } = row;
    return { ...row, ...sold, description, cost, billed: billed.get(`${row.source} ${row.sourceId}`) ?? [] };
  });
}

async function sharesOf(
  tx: Transaction,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, readonly Share[]>> {
  const taken = await tx.query<Share & { source: string; sourceId: Id }>(
    `select source, source_id as "sourceId", coalesce(share_from, 0)::bigint as "from", share_to as "to"
     from company.invoice_items
     where tenant_id = $1 and active and source in ('Receipt', 'JobPart') and source_id = any($2::bigint[])`,
    [tx.tenantId, rows.map(({ sourceId }) => sourceId)],
  );
  return grouped(taken, ({ source, sourceId }) => `${source} ${sourceId}`);
}

/** Jobs of a project that the reader may see. */
export const jobsOfProject = (tx: Transaction, actor: Actor, projectId: Id) =>
  tx.query<{ id: Id; number: number }>(
    `select j.id, j.number from company.jobs j where j.tenant_id = $1 and j.project_id = $2 and ${visibleJob('$3')} order by j.id`,
    [tx.tenantId, projectId, actor.businessUnitIds],
  );

type Asked = { readonly jobId?: Id | undefined; readonly projectId?: Id | undefined };
/** @throws ProblemError record.not_found (404) */
export async function proposalsOf(tx: Transaction, actor: Actor, asked: Asked): Promise<Proposals> {
  const work = await workFor(tx, actor, asked);
  const items = work
    .map((one) => ({ one, unbilled: unbilledOf(one) }))
    .filter(({ one, unbilled }) => unbilled > 0 || one.billed.length === 0)
    .map(({ one, unbilled }) => ({
      source: one.source,
      sourceId: one.sourceId,
      jobId: one.jobId,
      jobNumber: one.jobNumber,
      kind: one.kind,
      skuId: one.skuId,
      skuCode: one.skuCode,
      description: one.description,
      quantity: one.quantity,
      price: one.price,
      taxable: one.taxable,
      technicianId: one.technicianId,
      lineCents: priceOf(one),
      unbilledCents: unbilled,
    }));
  return { items, unbilledCents: sumCents(items.map(({ unbilledCents }) => cents(unbilledCents))) };
}

async function workFor(tx: Transaction, actor: Actor, { jobId, projectId }: Asked): Promise<JobWork[]> {
  if (jobId !== undefined) {
    const { businessUnitId } = await jobOf(tx, actor, jobId);
    const currency = await currencyOf(tx, businessUnitId);
    return workOf(tx, { jobIds: [jobId], projectId: null, businessUnitId, currency });
  }
  if (projectId === undefined) return [];
  await requireProject(tx, actor, projectId);
  const jobs = await jobsOfProject(tx, actor, projectId);
  const [project] = await tx.query<{ currency: string; unit: Id }>(
    `select p.currency, (select min(u.id) from company.business_units u where u.tenant_id = p.tenant_id) as unit
     from company.projects p where p.tenant_id = $1 and p.id = $2`,
    [tx.tenantId, projectId],
  );
  const jobIds = jobs.map(({ id }) => id);
  return workOf(tx, { jobIds, projectId, businessUnitId: project!.unit, currency: project!.currency });
}

async function currencyOf(tx: Transaction, businessUnitId: Id): Promise<string> {
  const [unit] = await tx.query<{ currency: string }>(
    'select currency from company.business_units where tenant_id = $1 and id = $2',
    [tx.tenantId, businessUnitId],
  );
  return unit!.currency;
}

/** Chosen of what there is. @throws ProblemError record.not_found (404): of another job, or taken back */
export function chosenOf(
  work: readonly JobWork[],
  chosen: readonly Pick<Work, 'source' | 'sourceId'>[],
): readonly JobWork[] {
  return chosen.map(({ source, sourceId }) => {
    const found = work.find((one) => one.source === source && one.sourceId === sourceId);
    if (!found) throw new ProblemError('record.not_found', { kind: 'source' });
    return found;
  });
}
