/** Bills of company 1 in the status a step starts from, each of its own. */

import type { BillCardView } from '#contract/bill.ts';
import type { BodyIn } from '#contract/endpoints.ts';
import type { PaymentView } from '#contract/payable.ts';
import type { Id } from '#domain/ids.ts';
import type { Company } from '../company.ts';
import { receivedOrder, sentOrder } from './fresh-orders.ts';
import type { Ground } from './ground.ts';

let made = 0;
export const expectedOfBill = ({ bill: { id, version } }: BillCardView) => [
  { kind: 'bill' as const, id, version },
];

/** Keyed in for what nobody ordered, so that it waits for a word. */
export async function makeBill(
  company: Company,
  { vendorId, businessUnitId }: { readonly vendorId: Id; readonly businessUnitId: Id },
): Promise<BillCardView> {
  const body: BodyIn<'bills.create'> = {
    orderId: null,
    vendorId,
    businessUnitId,
    vendorInvoiceNumber: `RENT-${++made}`,
    billDate: '2026-11-20',
    lines: [{ lineId: null, description: 'Rent', quantity: 10_000, cost: 5_000_000, amountCents: 50_000 }],
  };
  const { card } = await company
    .person('accounting')
    .call('bills.create', { key: `fresh bill ${company.tenantId} ${made}`, body });
  return card;
}

export const keyedBill = ({ company, mine }: Ground): Promise<BillCardView> =>
  makeBill(company, { ...mine, businessUnitId: company.businessUnitId });

/** Of a receipt, without the vendor's figures. */
export async function receivedBill(ground: Ground): Promise<BillCardView> {
  const card = await receivedOrder(ground);
  return billOf(ground, card.order.id);
}

async function billOf({ company }: Ground, orderId: Id): Promise<BillCardView> {
  const reader = company.person('accounting');
  const { items } = await reader.call('bills.list', { query: { orderId } });
  return reader.call('bills.get', { params: { id: items[0]!.id } });
}

/** With figures, and a difference that nobody has spoken on. */
export async function judgedBill(ground: Ground): Promise<BillCardView> {
  const order = await sentOrder(ground);
  const { id } = order.lines[0]!;
  const { card } = await ground.company.person('accounting').call('bills.create', {
    key: `judged bill ${++made}`,
    body: {
      orderId: order.order.id,
      vendorInvoiceNumber: `EARLY-${made}`,
      billDate: order.asking.today,
      lines: [{ lineId: id, description: 'Pump', quantity: 10_000, cost: 125_000, amountCents: 1250 }],
    },
  });
  return card;
}

export async function reconciledBill(ground: Ground): Promise<BillCardView> {
  const waiting = await receivedBill(ground);
  const { card } = await ground.company.person('accounting').call('bills.agree', {
    params: { id: waiting.bill.id },
    body: { expected: expectedOfBill(waiting) },
  });
  return card;
}

/** All of it, today. */
export const paymentBody = ({ bill }: BillCardView): BodyIn<'apPayments.create'> => ({
  payeeVendorId: bill.remitToVendorId,
  paidOn: '2026-11-20',
  method: 'Check',
  reference: `CHK-${++made}`,
  lines: [{ billId: bill.id, version: bill.version, cents: bill.payableCents }],
});

export async function makePayment(company: Company, card: BillCardView): Promise<PaymentView> {
  const { payment } = await company.person('accounting').call('apPayments.create', {
    key: `fresh payment ${company.tenantId} ${++made}`,
    body: paymentBody(card),
  });
  return payment;
}

/** Keyed in, and accepted as it is. */
export async function acceptedBill(company: Company, card: BillCardView): Promise<BillCardView> {
  const { card: accepted } = await company.person('accounting').call('bills.judge', {
    params: { id: card.bill.id },
    body: {
      expected: expectedOfBill(card),
      verdicts: [{ key: card.differences[0]!.key, cents: card.differences[0]!.cents, verdict: 'accept' }],
    },
  });
  return accepted;
}
