/** Vendors' bills by CSV (issue 5, part 6): checked, then entered as one step; a bill comes in whole or not at all. */
import { billImportList } from '#contract/bill-import.ts';
import { planListImport, type RowReason } from '#contract/list-import.ts';
import type { ImportChecked, ListImported } from '#contract/list-imported.ts';
import type { Actor } from '#contract/upstream.ts';
import { lockForCompany } from '#db/company-lock.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { MOST_LINES } from '#domain/purchasing/purchase-order.ts';
import { type CheckedFile, type CheckedRow, checkedImport, unlessRefused } from '../list-imports/checked.ts';
import type { CommandContext } from '../write/context.ts';
import { grouped } from '../write/grouped.ts';
import { newIds, takeNumbers } from '../write/ids.ts';
import { type EnteredPaper, enterPaper, type PaperRow } from './imported-paper.ts';
import { type LockedBills, lockedWith, type Matched, readWith, saveBills } from './run.ts';

type Planned = { readonly file: CheckedFile; readonly orders: readonly Matched[]; readonly made: number };

export async function checkBillImport(
  tx: Transaction,
  context: CommandContext,
  { csv }: { csv: string },
): Promise<ImportChecked> {
  return checkedImport((await planned(tx, context, csv, readWith)).file);
}

/** Nothing is written where a bill would not become what was shown: entered, or reconciled with it. */
export async function importBills(
  tx: Transaction,
  context: CommandContext,
  { csv, seen }: { csv: string; seen: string },
): Promise<ListImported> {
  // Two files at once: the second sees what the first has entered.
  await lockForCompany(tx, 'company.bills-import');
  const { file, orders, made } = await planned(tx, context, csv, lockedWith);
  const check = checkedImport(file);
  if (check.problem || check.seen !== seen) return { isWritten: false, operationId: null, check };
  if (orders.length === 0) return { isWritten: true, operationId: null, check };
  const ids = await newIds(tx, made);
  const first = made > 0 ? await takeNumbers(tx, 'bill', made) : 0;
  const numbered = orders.map((matched) => ({
    ...matched,
    now: matched.now.map((bill) =>
      bill.id > 0 ? bill : { ...bill, id: ids[-bill.id - 1]!, number: first - bill.id - 1 },
    ),
  }));
  await saveBills(tx, context, { verb: 'bill.imported' }, numbered);
  // Bills have no undo: what should not be here is canceled or credited.
  return { isWritten: true, operationId: null, check };
}

/**
 * Paper by paper; a second one of an order is decided on what the first has left.
 * @param read locked by who writes what was decided, not by who only looks
 */
async function planned(
  tx: Transaction,
  context: CommandContext,
  csv: string,
  read: (tx: Transaction, orderIds: readonly Id[]) => Promise<LockedBills>,
): Promise<Planned> {
  const plan = planListImport(billImportList, csv, [], () => undefined);
  if (!plan.ok) return { file: plan, orders: [], made: 0 };
  const rows = plan.rows.map((row): CheckedRow => ({ ...row, before: null }));
  const papers = [...grouped(rows, keyOf).values()];
  const orderIds = await ordersByNumber(tx, context.actor, rows);
  const idOf = (paper: readonly CheckedRow[]) => orderIds.get(String(paper[0]!.values.orderNumber)) ?? 0;
  const told = new Map<CheckedRow, CheckedRow>();
  const orders = new Map((await read(tx, [...new Set(orderIds.values())])).ofOrder);
  let made = 0;
  for (const paper of papers) {
    const orderId = idOf(paper);
    const reason = paper.some(({ fate }) => fate === 'reject')
      ? OTHER_LINE
      : orderId === 0
        ? NO_ORDER
        : paper.length > MOST_LINES
          ? TOO_LONG
          : null;
    if (reason) {
      for (const row of paper) told.set(row, leftOut(row, reason));
      continue;
    }
    const matched = orders.get(orderId)!;
    const entered = await enterPaper(
      tx,
      context,
      matched,
      orderId,
      paper as unknown as readonly PaperRow[],
      -(made + 1),
    );
    if (entered.isNew) made += 1;
    if (entered.matched) orders.set(orderId, entered.matched);
    for (const row of paper) told.set(row, rowAfter(row, entered));
  }
  const changed = [...orders.values()].filter(({ before, now }) => before !== now);
  return {
    file: { ok: true, ignored: plan.ignored, rows: rows.map((row) => told.get(row)!) },
    orders: changed,
    made,
  };
}

const keyOf = ({ values }: CheckedRow): string =>
  `${values.orderNumber} ${String(values.vendorInvoiceNumber).toLowerCase()}`;

/** Of units the actor sees. */
async function ordersByNumber(
  tx: Transaction,
  { businessUnitIds }: Actor,
  rows: readonly CheckedRow[],
): Promise<ReadonlyMap<string, Id>> {
  const numbers = rows.flatMap(({ fate, values }) => (fate === 'reject' ? [] : [Number(values.orderNumber)]));
  const found = await tx.query<{ id: Id; number: number }>(
    `select id, number from company.purchase_orders where tenant_id = $1 and number = any($2::bigint[])
       and ($3::bigint[] is null or business_unit_id = any($3::bigint[]))`,
    [tx.tenantId, [...new Set(numbers)], businessUnitIds],
  );
  return new Map(found.map(({ id, number }) => [String(number), id]));
}

/** What becomes of its bill stands in its name and counts with what was seen. */
function rowAfter(row: CheckedRow, { fate, outcome, decision, billId }: EnteredPaper): CheckedRow {
  const { description, vendorPartNumber, skuCode } = row.values;
  const what = description || vendorPartNumber || skuCode;
  const kept: CheckedRow = {
    ...row,
    name: [row.name, what, outcome].filter(Boolean).join(' · '),
    fate,
    id: fate === 'update' ? billId : null,
    values: { ...row.values, outcome },
  };
  return unlessRefused(kept, decision);
}

const NO_ORDER: RowReason = { column: 'Order', code: 'unknown_name', text: '' };
const TOO_LONG: RowReason = { column: 'Invoice', code: 'related', text: `has more than ${MOST_LINES} lines` };
const OTHER_LINE: RowReason = {
  column: 'Invoice',
  code: 'related',
  text: 'is of a bill another line of which cannot be taken',
};
const leftOut = (row: CheckedRow, reason: RowReason): CheckedRow =>
  row.fate === 'reject' ? row : { ...row, fate: 'reject', reasons: [...row.reasons, reason] };
