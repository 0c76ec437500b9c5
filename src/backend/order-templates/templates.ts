/** Orders saved to begin others with: made from an order, renamed, put out of use, deleted. */
import type { BodyOf } from '#contract/endpoints.ts';
import { type OrderTemplate, type OrderTemplateHead, templateFacts } from '#contract/order-template.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { filterOf } from '#db/filter.ts';
import { json } from '#db/parameters.ts';
import type { Id } from '#domain/ids.ts';
import { quantity, unitPrice } from '#domain/money.ts';
import { type LineSku, newLine } from '#domain/purchasing/new-line.ts';
import { orderCardOf } from '../purchasing/queries.ts';
import { itemsOf } from '../purchasing/references.ts';
import { auditDone } from '../write/audit-done.ts';
import type { CommandContext } from '../write/context.ts';
import { loadRecords } from '../write/load.ts';

type Line = Omit<OrderTemplate['lines'][number], 'skuCode' | 'unit'>;
type Row = OrderTemplateHead & { readonly facts: OrderTemplate['order']; readonly lines: readonly Line[] };

const MOST = 500;

/** Another unit's is one nobody has for who is confined. */
async function rowsOf(tx: Transaction, actor: Actor, id?: Id): Promise<Row[]> {
  const filter = filterOf(tx.tenantId, 't.tenant_id = $1');
  filter.add(actor.businessUnitIds, (n) => `t.business_unit_id = any(${n}::bigint[])`);
  filter.add(id, (n) => `t.id = ${n}::bigint`);
  return tx.query<Row>(
    `select t.id, t.version, t.name, t.active, v.name as "vendorName", y.name as "typeName",
       jsonb_array_length(t.lines) as "lineCount", coalesce(u.name, 'Truckroll') as "createdByName",
       t.modified_on as "modifiedOn", t.facts, t.lines
     from company.order_templates t
     join company.vendors v on v.tenant_id = t.tenant_id and v.id = (t.facts ->> 'vendorId')::bigint
     join company.purchase_order_types y on y.tenant_id = t.tenant_id and y.id = (t.facts ->> 'typeId')::bigint
     left join office.users u on u.tenant_id = t.tenant_id and u.id = t.created_by
     where ${filter.where.join(' and ')} order by lower(t.name), t.id limit ${MOST}`,
    filter.params,
  );
}

export async function templateList(
  tx: Transaction,
  { actor }: CommandContext,
): Promise<{ items: OrderTemplateHead[] }> {
  const rows = await rowsOf(tx, actor);
  return { items: rows.map(({ facts: _, lines: __, ...head }) => head) };
}

/** @throws ProblemError record.not_found (404) */
export async function templateById(
  tx: Transaction,
  { actor }: CommandContext,
  id: Id,
): Promise<OrderTemplate> {
  const [row] = await rowsOf(tx, actor, id);
  if (!row) throw new ProblemError('record.not_found', { kind: 'orderTemplate' });
  const { facts, lines, ...head } = row;
  const skuIds = lines.flatMap(({ skuId }) => (skuId === null ? [] : [skuId]));
  const skus = new Map(
    (await loadRecords<LineSku & { code: string; unit: string }>(tx, 'sku', skuIds)).map((sku) => [
      sku.id,
      sku,
    ]),
  );
  const items = await itemsOf(tx, facts.vendorId, skuIds);
  return {
    ...head,
    order: facts,
    lines: lines.map((line) => {
      const sku = line.skuId === null ? null : (skus.get(line.skuId) ?? null);
      const item = sku && (items.get(sku.id) ?? null);
      const given = {
        ...line,
        quantity: quantity(line.quantity),
        // A part costs what it costs today; only what no list has a price of keeps its own.
        cost: sku ? undefined : unitPrice(line.cost),
        expectedOn: null,
      };
      const { cost } = newLine(line.id, line.position, given, { sku, item, from: facts.descriptionsFrom });
      return { ...line, cost, skuCode: sku?.code ?? null, unit: sku?.unit ?? 'each' };
    }),
  };
}

export async function createTemplate(
  tx: Transaction,
  context: CommandContext,
  { name, orderId }: BodyOf<'orderTemplates.create'>,
): Promise<OrderTemplate> {
  const { order, lines } = await orderCardOf(tx, context, orderId);
  const kept = Object.keys(templateFacts.shape) as (keyof OrderTemplate['order'])[];
  const facts = Object.fromEntries(kept.map((field) => [field, order[field]]));
  const active = lines
    .filter((line) => line.active)
    .map(({ skuId, description, vendorPartNumber, quantity: count, cost }, index) => ({
      id: index + 1,
      position: index + 1,
      ...{ skuId, description, vendorPartNumber, quantity: count, cost },
    }));
  const [row] = await tx.query<{ id: Id }>(
    `insert into company.order_templates (tenant_id, name, business_unit_id, facts, lines, created_by, created_on,
       modified_on) values ($1, $2, $3, $4::jsonb, $5::jsonb, $6, $7, $7) returning id`,
    [tx.tenantId, name, order.businessUnitId, json(facts), json(active), context.actor.userId, context.now],
  );
  await audited(tx, context, 'order-template.create', row!.id);
  return templateById(tx, context, row!.id);
}

/** @throws ProblemError record.not_found (404), request.stale (412) with the template as it is */
export async function changeTemplate(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { version, changes }: BodyOf<'orderTemplates.change'>,
): Promise<OrderTemplate> {
  const before = await templateById(tx, context, id);
  const { name = before.name, active = before.active } = changes;
  const changed = await tx.query(
    `update company.order_templates set name = $4, active = $5, version = version + 1, modified_on = $6
     where tenant_id = $1 and id = $2 and version = $3 returning id`,
    [tx.tenantId, id, version ?? 0, name, active, context.now],
  );
  const after = await templateById(tx, context, id);
  if (changed.length === 0) throw new ProblemError('request.stale', { current: after });
  await audited(tx, context, 'order-template.change', id);
  return after;
}

/** @throws ProblemError record.not_found (404) */
export async function deleteTemplate(tx: Transaction, context: CommandContext, id: Id): Promise<void> {
  await templateById(tx, context, id);
  await tx.query('delete from company.order_templates where tenant_id = $1 and id = $2', [tx.tenantId, id]);
  await audited(tx, context, 'order-template.delete', id);
}

const audited = (tx: Transaction, context: CommandContext, verb: string, id: Id) =>
  auditDone(tx, context, verb, { kind: 'orderTemplate', id });
