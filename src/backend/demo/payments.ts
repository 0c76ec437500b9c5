/** What the demo company has paid its vendors: a bill whole, one in part, and a check that bounced (domain-rules §6). */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { PaymentMethod } from '#domain/payables/payment.ts';
import { addDays, addMinutes, type Day, startOfDay } from '#domain/time.ts';
import { cancelPayment, createPayment } from '../payables/commands.ts';
import type { CommandContext } from '../write/context.ts';
import { actorOf } from './orders.ts';

type PaymentPlan = {
  readonly daysAgo: number;
  /** The vendor's number of a bill that is reconciled by then. */
  readonly invoice: string;
  /** Of a hundred; the rest stays open. */
  readonly percent: number;
  readonly method: PaymentMethod;
  readonly reference: string;
  readonly bouncedAfter?: number;
};

const PAYMENT_PLANS: readonly PaymentPlan[] = [
  { daysAgo: 26, invoice: 'JS-88120', percent: 100, method: 'Check', reference: '1041' },
  { daysAgo: 6, invoice: 'F-220417', percent: 50, method: 'BankTransfer', reference: 'TR-5519' },
  { daysAgo: 5, invoice: '9411802237', percent: 100, method: 'Check', reference: '1042', bouncedAfter: 3 },
];

/** By who keeps the books, at nine. */
export async function addPayments(
  tx: Transaction,
  context: CommandContext,
  today: Day,
  zone: string,
): Promise<void> {
  const actor = await actorOf(tx, 'accounting');
  for (const [index, plan] of PAYMENT_PLANS.entries()) {
    const paidOn = addDays(today, -plan.daysAgo);
    const on = (date: Day): CommandContext => ({
      ...context,
      actor,
      now: addMinutes(startOfDay(date, zone), 9 * 60 + index * 4),
    });
    const [bill] = await tx.query<{ id: Id; version: number; payee: Id; open: number }>(
      `select id, version, remit_to_vendor_id as payee, payable_cents - paid_cents as open from company.bills
       where tenant_id = $1 and vendor_invoice_number = $2 and status = 'Reconciled'`,
      [tx.tenantId, plan.invoice],
    );
    const { method, reference } = plan;
    const { payment } = await createPayment(tx, on(paidOn), {
      payeeVendorId: bill!.payee,
      paidOn,
      method,
      reference,
      memo: '',
      lines: [
        {
          billId: bill!.id,
          version: bill!.version,
          cents: Math.round((bill!.open * plan.percent) / 100),
        },
      ],
    });
    if (plan.bouncedAfter === undefined) continue;
    await cancelPayment(tx, on(addDays(paidOn, plan.bouncedAfter)), payment.id, {
      expected: [{ kind: 'apPayment', id: payment.id, version: payment.version }],
      memo: 'The check bounced: drawn on the old account.',
    });
  }
}
