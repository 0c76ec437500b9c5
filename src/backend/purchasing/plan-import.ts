/**
 * A file of open orders against what is here: which lines become which orders, by the rules each order is raised and
 * sent by. Asked of a few statements for thousands of rows.
 */
import type { RowPlan, RowReason } from '#contract/list-import.ts';
import { planListImport } from '#contract/list-import.ts';
import { numberKey, ORDER_COLUMNS, orderImportList } from '#contract/order-import.ts';
import type { Transaction } from '#db/database.ts';
import type { Decision } from '#domain/decision.ts';
import type { Id } from '#domain/ids.ts';
import { decimalOfQuantity, quantity } from '#domain/money.ts';
import { decideOrder } from '#domain/purchasing/decide.ts';
import type { OrderCard } from '#domain/purchasing/purchase-order.ts';
import { decideOrderReferences } from '#domain/purchasing/references.ts';
import { type CheckedFile, type CheckedRow, unlessRefused } from '../list-imports/checked.ts';
import type { References } from '../list-imports/names.ts';
import type { CommandContext } from '../write/context.ts';
import { grouped } from '../write/grouped.ts';
import { contextOf, type Limits, limitsFor, stockFor } from './asking.ts';
import { type Buying, cardOf, type Ids, importNames, type OpenLine, recordsFor } from './imported-card.ts';

export type PlannedOrder = { readonly lines: readonly OpenLine[]; readonly card: (ids: Ids) => OrderCard };
export type PlannedOrders = { readonly file: CheckedFile; readonly orders: readonly PlannedOrder[] };

const REFERENCES = {
  vendorId: 'vendor',
  typeId: 'purchaseOrderType',
  businessUnitId: 'businessUnit',
  inventoryLocationId: 'inventoryLocation',
  skuId: 'sku',
} as const;

export async function planOrders(
  tx: Transaction,
  context: CommandContext,
  csv: string,
): Promise<PlannedOrders> {
  const { names, defaults, here } = await importNames(tx, context.actor);
  const list = orderImportList(defaults);
  const plan = planListImport(list, csv, here, names.idOf);
  if (!plan.ok) return { file: plan, orders: [] };
  const titles = new Map(list.columns.map(({ name, title }) => [name, title]));
  const checked = plan.rows.map((row) => checkedRow(row, names));
  const byNumber = grouped(checked, ({ values }) => numberKey(values.externalPoNumber));
  const buying = await recordsFor(tx, checked);
  const limits = new Map<Id, Limits>();
  const orders: PlannedOrder[] = [];
  const told = new Map<CheckedRow, CheckedRow>();
  for (const rows of byNumber.values()) {
    const alike = sayingAlike(rows, titles);
    const lines = alike.filter(({ fate }) => fate === 'create') as OpenLine[];
    const isWhole = alike.every(({ fate }) => fate !== 'reject');
    const planned = isWhole && lines.length > 0 ? await decided(tx, context, lines, buying, limits) : null;
    for (const [at, row] of rows.entries()) {
      const now = alike[at]!;
      if (!isWhole && now.fate === 'create') told.set(row, withReason(now, OTHER_LINE));
      else if (planned && !planned.decision.ok && now.fate === 'create')
        told.set(row, unlessRefused(now, planned.decision));
      else told.set(row, now);
    }
    if (planned?.decision.ok) orders.push({ lines, card: planned.card });
  }
  return {
    file: { ok: true, ignored: plan.ignored, rows: checked.map((row) => told.get(row)!) },
    orders,
  };
}

/** By the same rules as typed on the page: lines added, then said to be with the vendor. */
async function decided(
  tx: Transaction,
  context: CommandContext,
  lines: readonly OpenLine[],
  buying: Buying,
  limits: Map<Id, Limits>,
): Promise<{ decision: Decision<OrderCard>; card: (ids: Ids) => OrderCard }> {
  const { businessUnitId, vendorId } = lines[0]!.values;
  const known = limits.get(businessUnitId);
  const own =
    known ??
    (await limitsFor(tx, context.actor, context.now, {
      ...{ raisedBy: context.actor.userId, vendorId, businessUnitId },
    }));
  limits.set(businessUnitId, own);
  const asking = contextOf(context, own, await stockFor(tx, []));
  const attempt = (ids: Ids): Decision<OrderCard> => {
    const { order, add } = cardOf(context, lines, buying, own.today, ids);
    const raised = decideOrder(
      { order, lines: [], receipts: [] },
      { type: 'edit', changes: {}, add },
      asking,
    );
    return raised.ok ? decideOrder(raised.value, { type: 'send' }, asking) : raised;
  };
  const decision = attempt({ orderId: 0, number: 0, lineIds: lines.map((_, at) => at + 1) });
  return {
    decision,
    card: (ids) => {
      const again = attempt(ids);
      if (!again.ok) throw new Error(`Decided otherwise: ${again.refusal.code}`);
      return again.value;
    },
  };
}

/** With what is still to come in its name; what has come whole, or is here already, brings nothing. */
function checkedRow(row: RowPlan, names: References): CheckedRow {
  const { values, fate } = row;
  if (fate !== 'create') return { ...row, before: null };
  const [ordered, received] = [Number(values.quantity), Number(values.received)];
  const open = ordered - received;
  const what = values.skuId ? names.nameOf('sku', values.skuId as Id) : String(values.description);
  const name = `${row.name} · ${what}: ${decimalOfQuantity(quantity(open))} of ${decimalOfQuantity(quantity(ordered))} to come`;
  const chosen = Object.entries(REFERENCES).flatMap(([field, kind]) =>
    typeof values[field] === 'number' ? names.chosen(kind, [values[field] as Id]) : [],
  );
  const kept: CheckedRow = { ...row, name, before: null, fate: open === 0 ? 'unchanged' : 'create' };
  return unlessRefused(kept, decideOrderReferences(chosen));
}

/** Lines of one number say one vendor, type, unit, place and days: the first line's. */
function sayingAlike(rows: readonly CheckedRow[], titles: ReadonlyMap<string, string>): CheckedRow[] {
  const first = rows.find(({ fate }) => fate === 'create');
  return rows.map((row) => {
    if (!first || row.fate !== 'create') return row;
    const other = ORDER_COLUMNS.find((field) => row.values[field] !== first.values[field]);
    return other === undefined
      ? row
      : withReason(row, {
          column: titles.get(other)!,
          code: 'related',
          text: `is another than in line ${first.line}, which is of the same order`,
        });
  });
}

const OTHER_LINE: RowReason = {
  column: 'Number',
  code: 'related',
  text: 'is of an order another line of which cannot be taken',
};
const withReason = (row: CheckedRow, reason: RowReason): CheckedRow => ({
  ...row,
  fate: 'reject',
  reasons: [...row.reasons, reason],
});
