/** Orders of canceled jobs: listed for a decision, and kept by somebody who says so (domain-rules §5). */
import type { OrderOfCanceledJob, OrdersOfCanceledJobs, OrderWritten } from '#contract/purchase-order.ts';
import type { Expected } from '#contract/scalars.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { endingOf, waitsForDecision } from '#domain/purchasing/of-canceled-job.ts';
import { ORDER_STATUSES } from '#domain/purchasing/purchase-order.ts';
import type { Instant } from '#domain/time.ts';
import type { CommandContext } from '../write/context.ts';
import { saveRecords } from '../write/save.ts';
import { checkVersions } from '../write/stale.ts';
import { ordersChanged } from './changed.ts';
import { orderCardOf } from './queries.ts';
import { lockedOrder } from './run.ts';

/** What can be ended at all: of the rest there are many. */
const OPEN = ORDER_STATUSES.filter((status) => endingOf(status) !== null);

type Waiting = OrderOfCanceledJob & { readonly keptOn: Instant | null };

/** As many as somebody goes through at once: each that is decided makes room for another. */
const MOST = 100;

/** Newest first. Read in steps, because which of them wait is a rule (`waitsForDecision`): those that were kept are passed over. */
export async function ordersOfCanceledJobs(
  tx: Transaction,
  actor: Actor,
  most = MOST,
): Promise<OrdersOfCanceledJobs> {
  const items: OrderOfCanceledJob[] = [];
  let before: Id | null = null;
  for (;;) {
    const rows: Waiting[] = await openOfCanceledJobs(tx, actor, before, most + 1);
    for (const { keptOn, ...order } of rows) {
      if (waitsForDecision(order.status, order.jobCanceledOn, keptOn)) items.push(order);
    }
    if (items.length > most) return { items: items.slice(0, most), isCut: true };
    if (rows.length <= most) return { items, isCut: false };
    before = rows.at(-1)!.id;
  }
}

const openOfCanceledJobs = (tx: Transaction, actor: Actor, before: Id | null, most: number) =>
  tx.query<Waiting>(
    `select o.id, o.version, o.number, o.status, v.name as "vendorName", o.job_id as "jobId", j.number as "jobNumber",
       j.canceled ->> 'at' as "jobCanceledOn", o.total_cents as "totalCents", o.currency, company.iso(k.kept_on) as "keptOn"
     from company.purchase_orders o
     join company.jobs j on j.tenant_id = o.tenant_id and j.id = o.job_id and j.canceled is not null
     join company.vendors v on v.tenant_id = o.tenant_id and v.id = o.vendor_id
     left join company.orders_kept k on k.tenant_id = o.tenant_id and k.order_id = o.id
     where o.tenant_id = $1 and o.status = any($2::text[])
       and ($3::bigint[] is null or o.business_unit_id = any($3::bigint[])) and ($4::bigint is null or o.id < $4)
     order by o.id desc limit $5`,
    [tx.tenantId, OPEN, actor.businessUnitIds, before, most],
  );

/** It stays as it is: the goods go to the shelf, or to another job. */
export async function keepOrder(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  expected: Expected,
): Promise<OrderWritten> {
  const { order } = await lockedOrder(tx, context.actor, id);
  const merged = await checkVersions(tx, expected, [
    { kind: 'purchaseOrder', id, version: order.version, touches: ['status', 'kept'] },
  ]);
  const verb = 'purchase-order.kept';
  const saved = await saveRecords(tx, context, { verb, undoable: false }, [
    {
      kind: 'purchaseOrder',
      before: order,
      after: order,
      label: `PO ${order.number}`,
      related: { kept: [[], ['though its job is canceled']] },
    },
  ]);
  await tx.query(
    `insert into company.orders_kept (tenant_id, order_id, kept_on, kept_by) values ($1, $2, $3, $4)
     on conflict (tenant_id, order_id) do update set kept_on = excluded.kept_on, kept_by = excluded.kept_by`,
    [tx.tenantId, id, context.now, context.actor.userId],
  );
  await ordersChanged(tx, context, saved, verb);
  return { operationId: saved.operationId, merged, card: await orderCardOf(tx, context, id) };
}
