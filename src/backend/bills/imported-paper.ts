/** One paper of a file against its order: which bill it is for, which lines its lines are for, and what comes of it. */
import type { Transaction } from '#db/database.ts';
import type { Bill } from '#domain/bills/bill.ts';
import { standingBills } from '#domain/bills/bill.ts';
import { openDifferences } from '#domain/bills/decide.ts';
import { matchBill } from '#domain/bills/match.ts';
import { type OrderedLine, pairLines } from '#domain/bills/pair-lines.ts';
import type { Decision } from '#domain/decision.ts';
import type { Id } from '#domain/ids.ts';
import { cents, quantity, sumCents, unitPrice } from '#domain/money.ts';
import type { OrderLine } from '#domain/purchasing/purchase-order.ts';
import type { Day } from '#domain/time.ts';
import type { CheckedRow } from '../list-imports/checked.ts';
import type { CommandContext } from '../write/context.ts';
import { dueOn } from './asking.ts';
import { blankBill } from './blank-bill.ts';
import { billDecision, decidedOn, type Matched } from './run.ts';
import type { BillOnFile } from './store.ts';

/** A row that was read whole (contract/bill-import.ts). Amounts in cents, quantities and costs in 1/10,000. */
export type PaperRow = CheckedRow & {
  readonly values: {
    readonly vendorInvoiceNumber: string;
    readonly billDate: Day;
    readonly vendorPartNumber: string;
    readonly skuCode: string;
    readonly description: string;
    readonly quantity: number;
    readonly cost: number;
    readonly amountCents: number;
    readonly taxCents: number;
    readonly freightCents: number;
  };
};
export type EnteredPaper = {
  /** `unchanged`: a paper of that number is here already. */
  readonly fate: 'create' | 'update' | 'unchanged';
  /** In words; "" where nothing happens. */
  readonly outcome: string;
  readonly billId: Id | null;
  readonly isNew: boolean;
  readonly decision: Decision<Matched>;
  /** The order's bills with it; null where it is refused or here already. */
  readonly matched: Matched | null;
};

/** @param newId below none, for a bill that is made */
export async function enterPaper(
  tx: Transaction,
  context: CommandContext,
  so: Matched,
  orderId: Id,
  rows: readonly PaperRow[],
  newId: Id,
): Promise<EnteredPaper> {
  const { vendorInvoiceNumber, billDate } = rows[0]!.values;
  const standing = standingBills(so.now) as readonly BillOnFile[];
  const isSame = (bill: Bill) => bill.vendorInvoiceNumber.toLowerCase() === vendorInvoiceNumber.toLowerCase();
  if (standing.some((bill) => bill.billed && isSame(bill))) {
    return {
      fate: 'unchanged',
      outcome: '',
      billId: null,
      isNew: false,
      decision: { ok: true, value: so },
      matched: null,
    };
  }
  const waiting = standing.filter(({ billed, receiptId }) => billed === null && receiptId !== null);
  // By its number; the only bill that waits and has none yet is the one the paper is for.
  const [only] = waiting.length === 1 && waiting[0]!.vendorInvoiceNumber === '' ? waiting : [];
  const known = waiting.find(isSame) ?? only;
  const paper = { vendorInvoiceNumber, billDate, source: 'Import', number: 0, id: newId } as const;
  const bill = known ?? (await blankBill(tx, so.origin!, { ...paper, orderId }));
  const head = { vendorInvoiceNumber, billDate, dueDate: dueOn(billDate, bill) };
  const others = so.now.filter(({ id }) => id !== bill.id);
  const before: Matched = { ...so, now: [...others, { ...bill, ...head }] };
  const figures = {
    lines: pairLines(rows.map(paperLine), await orderedLines(tx, so)),
    taxCents: sumCents(rows.map(({ values }) => cents(values.taxCents))),
    freightCents: sumCents(rows.map(({ values }) => cents(values.freightCents))),
  };
  const decision = decidedOn(before, bill.id, billDecision(before, { type: 'enter', figures }, context));
  return {
    fate: known ? 'update' : 'create',
    outcome: decision.ok ? outcomeOf(decision.value, bill.id) : '',
    billId: known?.id ?? null,
    isNew: !known && decision.ok,
    decision,
    matched: decision.ok ? decision.value : null,
  };
}

function outcomeOf({ card, now, tolerances }: Matched, id: Id): string {
  const bill = now.find((one) => one.id === id)!;
  if (bill.reconciled) return 'matches, reconciled';
  const open = openDifferences(bill, matchBill(bill, card, now, tolerances)).length;
  return open === 1 ? '1 difference' : `${open} differences`;
}

const paperLine = ({ values }: PaperRow) => ({
  vendorPartNumber: values.vendorPartNumber,
  skuCode: values.skuCode,
  description: values.description,
  quantity: quantity(values.quantity),
  cost: unitPrice(values.cost),
  amountCents: cents(values.amountCents),
});

/** The order's lines as papers may call them: theirs, ours, the words. */
async function orderedLines(tx: Transaction, { card }: Matched): Promise<OrderedLine[]> {
  const lines = (card.lines as readonly OrderLine[]).filter(({ active }) => active);
  const skus = await tx.query<{ id: Id; code: string }>(
    'select id, code from company.skus where tenant_id = $1 and id = any($2::bigint[])',
    [tx.tenantId, lines.flatMap(({ skuId }) => (skuId === null ? [] : [skuId]))],
  );
  const codes = new Map(skus.map(({ id, code }) => [id, code]));
  return lines.map(({ id, skuId, vendorPartNumber, description, cost }) => ({
    lineId: id,
    vendorPartNumber,
    skuCode: skuId === null ? null : (codes.get(skuId) ?? null),
    description,
    cost,
  }));
}
