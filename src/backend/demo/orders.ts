/** What the demo company has ordered: an order in every place of its life, some for jobs, some late (domain-rules §5). */
import type { OrderCardView } from '#contract/purchase-order.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { cents, quantityFromDecimal, unitPriceFromDecimal } from '#domain/money.ts';
import type { OrderCommand } from '#domain/purchasing/commands.ts';
import type { OrderLine } from '#domain/purchasing/purchase-order.ts';
import { type Role, rightsOf } from '#domain/roles.ts';
import { addDays, addMinutes, type Day, startOfDay } from '#domain/time.ts';
import { createOrder } from '../purchasing/commands.ts';
import { receiveOrder } from '../purchasing/receipts.ts';
import { stepOrder } from '../purchasing/run.ts';
import { markSent } from '../purchasing/sending.ts';
import type { CommandContext } from '../write/context.ts';
import { ORDER_PLANS, type OrderPlan } from './order-plans.ts';
import { enterPapers } from './papers.ts';

type Named = {
  readonly vendors: ReadonlyMap<string, Id>;
  readonly types: ReadonlyMap<string, Id>;
  readonly skus: ReadonlyMap<string, Id>;
  readonly placeId: Id;
  readonly businessUnitId: Id;
  readonly jobIds: readonly Id[];
};

/** All before `context.now`; by who buys, approved by who keeps the books. */
export async function addOrders(
  tx: Transaction,
  context: CommandContext,
  today: Day,
  zone: string,
): Promise<void> {
  const buyer = await actorOf(tx, 'purchasing');
  const approver = await actorOf(tx, 'accounting');
  const named = await namesOf(tx, context);
  for (const [index, plan] of ORDER_PLANS.entries()) {
    const at = (after: number) => {
      const moment = addMinutes(startOfDay(addDays(today, after - plan.daysAgo), zone), 8 * 60 + index * 3);
      return moment < context.now ? moment : context.now;
    };
    const by = (actor: Actor, after: number): CommandContext => ({ ...context, actor, now: at(after) });
    await live(tx, plan, named, {
      buyer: (after) => by(buyer, after),
      approver: (after) => by(approver, after),
      date: addDays(today, -plan.daysAgo),
      jobId: plan.forJob ? (named.jobIds[index % Math.max(1, named.jobIds.length)] ?? null) : null,
    });
  }
}

type Hands = {
  readonly buyer: (after: number) => CommandContext;
  readonly approver: (after: number) => CommandContext;
  readonly date: Day;
  readonly jobId: Id | null;
};

async function live(tx: Transaction, plan: OrderPlan, named: Named, hands: Hands): Promise<void> {
  let card = await raise(tx, plan, named, hands);
  const step = async (context: CommandContext, verb: string, command: OrderCommand) => {
    card = (await stepOrder(tx, context, card.order.id, verb, expectedOf(card), async () => [command])).card;
  };
  const { buyer, approver } = hands;
  const waits = plan.end === 'submitted' || plan.end === 'approved' || plan.end === 'rejected';
  if (waits) await step(buyer(0), 'purchase-order.submitted', { type: 'submit', memo: plan.memo ?? '' });
  if (plan.end === 'approved')
    await step(approver(1), 'purchase-order.approved', { type: 'approve', memo: '' });
  if (plan.end === 'rejected') {
    const memo = 'Ferguson has them for less.';
    await step(approver(1), 'purchase-order.rejected', { type: 'reject', reason: 'CostTooHigh', memo });
  }
  if (plan.end === 'canceled') {
    await step(buyer(1), 'purchase-order.canceled', { type: 'cancel', reason: 'Duplicate', memo: '' });
  }
  if (plan.sentAfter === undefined) return;
  card = (await markSent(tx, buyer(plan.sentAfter), card.order.id, expectedOf(card))).card;
  for (const [after, units, invoice] of plan.came ?? []) {
    const lines = card.lines.flatMap((line, at) => came(line, units[at] ?? '0', named.placeId));
    const receivedOn = addDays(hands.date, after);
    const body = { vendorInvoiceNumber: invoice, receivedOn, taxCents: 0, shippingCents: 0, lines };
    card = (await receiveOrder(tx, buyer(after), card.order.id, { expected: expectedOf(card), ...body }))
      .card;
  }
  const days = (plan.came ?? []).map(([after]) => after);
  await enterPapers(tx, card.order.id, plan.papers ?? [], (receipt) => approver((days[receipt] ?? 0) + 2));
  if (plan.end === 'short') {
    await step(buyer(7), 'purchase-order.closed-short', {
      type: 'closeShort',
      memo: 'Out of stock for good.',
    });
  }
  if (plan.end === 'exported') await step(approver(20), 'purchase-order.exported', { type: 'export' });
}

async function raise(
  tx: Transaction,
  plan: OrderPlan,
  named: Named,
  { buyer, date, jobId }: Hands,
): Promise<OrderCardView> {
  const { card } = await createOrder(tx, buyer(0), {
    ...BLANK,
    vendorId: named.vendors.get(plan.vendor)!,
    typeId: named.types.get(plan.type)!,
    businessUnitId: named.businessUnitId,
    inventoryLocationId: named.placeId,
    shipTo: plan.type === 'Counter pick-up' ? 'VendorCounter' : 'InventoryLocation',
    date,
    jobId,
    memo: plan.memo ?? '',
    shippingCents: cents(plan.shipping ?? 0),
    lines: plan.lines.map(([what, units, cost]) => {
      const skuId = named.skus.get(what) ?? null;
      return {
        skuId,
        ...(skuId === null ? { description: what } : {}),
        ...(cost === undefined ? {} : { cost: unitPriceFromDecimal(cost) }),
        vendorPartNumber: '',
        quantity: quantityFromDecimal(units),
        expectedOn: null,
      };
    }),
  });
  return card;
}

const BLANK = {
  shipToPhone: '',
  shipToFax: '',
  shippingType: '',
  shippingDate: null,
  projectId: null,
  technicianId: null,
  purchaseForCustomerId: null,
  externalPoNumber: '',
  vendorInvoiceNumber: '',
  taxZoneId: null,
  showTaxPerCategory: false,
  printTemplate: '',
  descriptionsFrom: 'Sku' as const,
};

const came = ({ id: lineId }: Pick<OrderLine, 'id'>, units: string, inventoryLocationId: Id) =>
  units === '0' ? [] : [{ lineId, inventoryLocationId, quantity: quantityFromDecimal(units), serials: [] }];

const expectedOf = ({ order: { id, version } }: OrderCardView) => [
  { kind: 'purchaseOrder' as const, id, version },
];

export async function actorOf(tx: Transaction, role: Role): Promise<Actor> {
  const [user] = await tx.query<{ id: Id; name: string }>(
    'select id, name from office.users where tenant_id = $1 and $2 = any(roles) order by id limit 1',
    [tx.tenantId, role],
  );
  const roles = [role];
  return {
    tenantId: tx.tenantId as Id,
    userId: user!.id,
    name: user!.name,
    roles,
    rights: rightsOf({ roles }),
    businessUnitIds: null,
  };
}

async function namesOf(tx: Transaction, { now }: CommandContext): Promise<Named> {
  const mapped = async (sql: string) =>
    new Map((await tx.query<{ id: Id; name: string }>(sql, [tx.tenantId])).map(({ id, name }) => [name, id]));
  const [place] = await tx.query<{ id: Id }>(
    `select id from company.inventory_locations where tenant_id = $1 and kind = 'Warehouse' order by id limit 1`,
    [tx.tenantId],
  );
  const [unit] = await tx.query<{ id: Id }>(
    'select id from company.business_units where tenant_id = $1 order by id limit 1',
    [tx.tenantId],
  );
  const jobs = await tx.query<{ id: Id }>(
    `select distinct j.id from company.jobs j
     join company.appointments a on a.tenant_id = j.tenant_id and a.job_id = j.id
     where j.tenant_id = $1 and j.business_unit_id = $2 and j.status = 'Scheduled' and a.start > $3
     order by j.id limit 5`,
    [tx.tenantId, unit!.id, now],
  );
  return {
    // By the first word: "Ferguson" of "Ferguson Supply", not of its receivables.
    vendors: await mapped(
      `select distinct on (name) id, case when name like 'Sid Harvey%' then 'Sid Harvey' else split_part(name, ' ', 1) end as name
       from company.vendors where tenant_id = $1 and name not like '%Receivables' order by name`,
    ),
    types: await mapped('select id, name from company.purchase_order_types where tenant_id = $1'),
    skus: await mapped('select id, code as name from company.skus where tenant_id = $1'),
    placeId: place!.id,
    businessUnitId: unit!.id,
    jobIds: jobs.map(({ id }) => id),
  };
}
