/** Reading one bill: its figures beside what was ordered and received, and what is to be said to each difference. */
import type { BillCardView, BillSummary } from '#contract/bill.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { type Bill, type Difference, standingBills, type Verdict } from '#domain/bills/bill.ts';
import { openDifferences, verdictOn } from '#domain/bills/decide.ts';
import { matchBill, NO_ORDER, unitsByLine } from '#domain/bills/match.ts';
import type { Id } from '#domain/ids.ts';
import { receivedByLine } from '#domain/purchasing/amounts.ts';
import { loadOrders, type StoredOrderCard } from '../purchasing/store.ts';
import { namedStamps } from '../write/named-stamps.ts';
import { requireUnit } from '../write/require-unit.ts';
import { tolerancesOfVendor } from './asking.ts';
import { BILL_SUMMARY, BILL_TABLES } from './list.ts';
import { billsAbout, loadBills, type StoredBill } from './store.ts';

/** @throws ProblemError record.not_found (404): unknown, another tenant's, or of a unit the actor is confined from */
export async function billCardOf(tx: Transaction, actor: Actor, id: Id): Promise<BillCardView> {
  const [bill] = await loadBills(tx, [id]);
  if (!bill) throw new ProblemError('record.not_found', { kind: 'bill' });
  requireUnit(actor, [bill.businessUnitId], 'bill');
  const { orderId } = bill;
  const [card] = await loadOrders(tx, orderId === null ? [] : [orderId]);
  const bills = await billsAbout(tx, bill);
  const matching = matchBill(bill, card ?? NO_ORDER, bills, await tolerancesOfVendor(tx, bill.vendorId));
  const isClosed = bill.reconciled !== null || bill.canceled !== null;
  const open = new Set(isClosed ? [] : openDifferences(bill, matching).map(({ key }) => key));
  const differences = bill.billed ? matching.differences : [];
  return {
    bill: await visible(tx, { ...bill, verdicts: saidToThese(bill, differences) }, bills),
    lines: card ? await orderLines(tx, card, bill, bills) : [],
    differences: differences.map((one) => ({
      ...one,
      verdict: verdictOn(bill, one),
      isOpen: open.has(one.key),
    })),
    sameNumber: await sameNumber(tx, bill),
  };
}

/** What counts of all that was said: one word to each difference, as it is now. The rest is in the history. */
const saidToThese = ({ verdicts }: Bill, differences: readonly Difference[]): readonly Verdict[] =>
  verdicts.filter((said) => differences.some((one) => one.key === said.key && one.cents === said.cents));

async function visible(
  tx: Transaction,
  bill: StoredBill,
  bills: readonly StoredBill[],
): Promise<BillCardView['bill']> {
  const [row] = await tx.query<BillSummary & { businessUnit: string }>(
    `select ${BILL_SUMMARY}, u.name as "businessUnit" from ${BILL_TABLES}
     join company.business_units u on u.tenant_id = b.tenant_id and u.id = b.business_unit_id
     where b.tenant_id = $1 and b.id = $2`,
    [tx.tenantId, bill.id],
  );
  const named = await namedStamps(tx, [bill.reconciled, bill.canceled, ...bill.verdicts]);
  const linkTo = (found: StoredBill | undefined) => (found ? { id: found.id, number: found.number } : null);
  return {
    ...row!,
    receiptId: bill.receiptId,
    returnId: bill.returnId,
    paymentTerm: bill.paymentTerm?.name ?? null,
    expected: copied(bill.expected),
    billed: bill.billed && copied(bill.billed),
    verdicts: bill.verdicts.map(named),
    reconciled: bill.reconciled && named(bill.reconciled),
    claims: [...bill.claims],
    canceled: bill.canceled && named(bill.canceled),
    replacedBy: linkTo(bills.find(({ id }) => id === bill.replacedById)),
    creditOf: linkTo(bills.find(({ id }) => id === bill.creditOfId)),
    creditedBy: linkTo(bills.find(({ creditOfId }) => creditOfId === bill.id)),
    modifiedOn: bill.modifiedOn,
  };
}
const copied = ({ lines, ...charges }: Bill['expected']) => ({ ...charges, lines: [...lines] });

/** Those the bill may name, with what is ordered, received and billed of each by others. */
async function orderLines(
  tx: Transaction,
  card: StoredOrderCard,
  bill: StoredBill,
  bills: readonly StoredBill[],
): Promise<BillCardView['lines']> {
  const received = receivedByLine(card.receipts);
  const others = standingBills(bills).filter(({ id }) => id !== bill.id);
  const billed = unitsByLine(others);
  const skus = await tx.query<{ id: Id; code: string; unit: string }>(
    'select id, code, unit from company.skus where tenant_id = $1 and id = any($2::bigint[])',
    [tx.tenantId, card.lines.flatMap(({ skuId }) => (skuId === null ? [] : [skuId]))],
  );
  const skuOf = new Map(skus.map((sku) => [sku.id, sku]));
  return card.lines
    .filter(({ active }) => active)
    .map(({ id, position, description, skuId, vendorPartNumber, cost, quantity }) => ({
      lineId: id,
      position,
      description,
      skuCode: (skuId === null ? undefined : skuOf.get(skuId)?.code) ?? null,
      vendorPartNumber,
      unit: (skuId === null ? undefined : skuOf.get(skuId)?.unit) ?? 'each',
      cost,
      ordered: quantity,
      received: received.get(id) ?? 0,
      before: billed.get(id) ?? 0,
    }));
}

/** The vendor's number on another bill that stands: perhaps the same paper twice. */
async function sameNumber(
  tx: Transaction,
  { id, vendorId, vendorInvoiceNumber, kind }: StoredBill,
): Promise<BillCardView['sameNumber']> {
  if (vendorInvoiceNumber === '' || kind === 'Credit') return [];
  return tx.query(
    `select b.id, b.number from company.bills b
     where b.tenant_id = $1 and b.vendor_id = $2 and b.vendor_invoice_number <> ''
       and lower(b.vendor_invoice_number) = lower($3) and b.id <> $4
       and b.kind = 'Bill' and b.canceled is null
       and not exists (select 1 from company.bills c where c.tenant_id = b.tenant_id and c.credit_of_id = b.id)
     order by b.id limit 10`,
    [tx.tenantId, vendorId, vendorInvoiceNumber, id],
  );
}
