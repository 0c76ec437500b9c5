/** Paying bills, and taking a payment back (domain-rules §6). Its bills are locked in id order, after the payment itself when it is taken back. */
import type { BodyOf } from '#contract/endpoints.ts';
import type { PaymentWritten } from '#contract/payable.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { Id } from '#domain/ids.ts';
import { cents, decimalOfCents } from '#domain/money.ts';
import {
  cancelPayment as decideCancel,
  decidePayment,
  type Payment,
  type PaymentLine,
  paymentStatus,
} from '#domain/payables/payment.ts';
import { billsChanged } from '../bills/changed.ts';
import { loadBills, type StoredBill } from '../bills/store.ts';
import { plainWords } from '../list-words.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds, takeNumbers } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import type { StoredRecord } from '../write/records.ts';
import { requireUnit } from '../write/require-unit.ts';
import { type RecordChange, saveRecords } from '../write/save.ts';
import { checkVersions } from '../write/stale.ts';
import { paymentOf, todayOf } from './queries.ts';

type PaymentOnFile = Payment & { readonly number: number; readonly businessUnitIds: readonly Id[] };
type StoredPayment = Omit<PaymentOnFile, 'lines'> & StoredRecord;

/** What is paid is decided on: who has not seen the newest of these is told before it happens. Into the books it may go meanwhile. */
const PAID_ON = ['status', 'payableCents', 'paidCents', 'remitToVendorId', 'dueDate'] as const;

/** @throws ProblemError record.not_found (404) for a payee or a bill that is not there, or of another unit */
export async function createPayment(
  tx: Transaction,
  context: CommandContext,
  { lines, ...given }: BodyOf<'apPayments.create'>,
): Promise<PaymentWritten> {
  const [payee] = await loadRecords(tx, 'vendor', [given.payeeVendorId]);
  if (!payee) throw new ProblemError('record.not_found', { kind: 'vendor' });
  const before = await lockedBills(
    tx,
    context,
    lines.map(({ billId }) => billId),
  );
  await checkVersions(
    tx,
    lines.map(({ billId, version }) => ({ kind: 'bill', id: billId, version })),
    before.map(({ id: of, version }) => ({ kind: 'bill', id: of, version, touches: PAID_ON })),
  );
  const [id] = (await newIds(tx, 1)) as [Id];
  const number = await takeNumbers(tx, 'apPayment', 1);
  const decided = must(
    decidePayment(
      {
        ...given,
        id,
        currency: before[0]!.currency,
        lines: lines.map((line) => ({ billId: line.billId, cents: cents(line.cents) })),
        made: { by: context.actor.userId, at: context.now },
      },
      before,
      await todayOf(tx, context),
    ),
  );
  const units = [...new Set(before.map(({ businessUnitId }) => businessUnitId))];
  const payment = { ...decided.payment, number, businessUnitIds: units };
  const operationId = await save(tx, context, 'ap-payment.made', null, payment, before, decided.bills);
  await tx.query(
    `insert into company.ap_payment_lines (tenant_id, payment_id, bill_id, cents)
     select $1, $2, r.bill_id, r.cents from jsonb_to_recordset($3::jsonb) as r(bill_id bigint, cents bigint)`,
    [tx.tenantId, id, json(payment.lines.map((line) => ({ bill_id: line.billId, cents: line.cents })))],
  );
  return { operationId, merged: false, payment: await paymentOf(tx, context.actor, id) };
}

export async function cancelPayment(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, memo }: BodyOf<'apPayments.cancel'>,
): Promise<PaymentWritten> {
  const [before] = await loadRecords<StoredPayment>(tx, 'apPayment', [id], { lock: true });
  if (!before) throw new ProblemError('record.not_found', { kind: 'apPayment' });
  requireUnit(context.actor, before.businessUnitIds, 'apPayment');
  const merged = await checkVersions(tx, expected, [
    { kind: 'apPayment', id, version: before.version, touches: ['status', 'canceled'] },
  ]);
  const lines = await tx.query<PaymentLine>(
    `select bill_id as "billId", cents from company.ap_payment_lines where tenant_id = $1 and payment_id = $2`,
    [tx.tenantId, id],
  );
  const bills = await lockedBills(
    tx,
    context,
    lines.map(({ billId }) => billId),
  );
  const stamp = { by: context.actor.userId, at: context.now };
  const decided = must(decideCancel({ ...before, lines }, bills, stamp, memo));
  const after = { ...before, ...decided.payment };
  const operationId = await save(
    tx,
    context,
    'ap-payment.canceled',
    before,
    after,
    bills,
    decided.bills,
    memo,
  );
  return { operationId, merged, payment: await paymentOf(tx, context.actor, id) };
}

/** @throws ProblemError record.not_found (404) */
async function lockedBills(
  tx: Transaction,
  { actor }: CommandContext,
  ids: readonly Id[],
): Promise<StoredBill[]> {
  const bills = await loadBills(tx, ids, { lock: true });
  if (bills.length < ids.length) throw new ProblemError('record.not_found', { kind: 'bill' });
  requireUnit(
    actor,
    bills.map(({ businessUnitId }) => businessUnitId),
    'bill',
  );
  return bills;
}

/** The payment and what its bills are paid, as one operation. */
async function save(
  tx: Transaction,
  context: CommandContext,
  verb: string,
  before: StoredPayment | null,
  after: PaymentOnFile,
  billsBefore: readonly StoredBill[],
  billsAfter: readonly StoredBill[],
  reason?: string,
): Promise<Id> {
  const { lines, ...payment } = after;
  const were = new Map(billsBefore.map((bill) => [bill.id, bill]));
  const said = ({ billId, cents: paid }: PaymentLine) =>
    `Bill ${were.get(billId)!.number}: ${decimalOfCents(paid)}`;
  const changes: RecordChange[] = [
    {
      kind: 'apPayment',
      before,
      after: {
        ...payment,
        status: paymentStatus(after),
        search: plainWords(`${after.number} ${after.reference}`),
      },
      label: `Payment ${after.number}`,
      related: before ? {} : { lines: [[], lines.map(said)] },
    },
    ...billsAfter.map((bill) => ({
      kind: 'bill' as const,
      before: were.get(bill.id)!,
      after: bill,
      label: `Bill ${bill.number}`,
    })),
  ];
  const saved = await saveRecords(
    tx,
    context,
    { verb, undoable: false, ...(reason ? { reason } : {}) },
    changes,
  );
  await billsChanged(tx, context, saved);
  return saved.operationId;
}
