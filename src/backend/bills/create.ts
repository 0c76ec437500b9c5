/** A bill keyed in from the vendor's paper: of an order, or of a vendor for what nobody ordered (domain-rules §6). */
import type { BillWritten } from '#contract/bill.ts';
import type { BodyOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import { NO_ORDER } from '#domain/bills/match.ts';
import type { Id } from '#domain/ids.ts';
import { lockedOrder } from '../purchasing/run.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds, takeNumbers } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import { requireUnit } from '../write/require-unit.ts';
import { tolerancesOfVendor } from './asking.ts';
import { type BillOrigin, blankBill } from './blank-bill.ts';
import { figuresOf, requireLines } from './commands.ts';
import { billCardOf } from './queries.ts';
import { billDecision, decidedOn, type Matched, saveBills } from './run.ts';
import { billsOfOrders } from './store.ts';

type Body = BodyOf<'bills.create'>;
type Of = Omit<Matched, 'now' | 'origin'> & { readonly origin: BillOrigin };

/** Reconciled at once where nothing is to be said to it. */
export async function createBill(
  tx: Transaction,
  context: CommandContext,
  { orderId, vendorId, businessUnitId, vendorInvoiceNumber, billDate, ...paper }: Body,
): Promise<BillWritten> {
  const of =
    orderId === null
      ? await ofVendor(tx, context, vendorId!, businessUnitId!)
      : await ofOrder(tx, context, orderId);
  await requireLines(tx, orderId, paper.lines);
  const [id] = (await newIds(tx, 1)) as [Id];
  const blank = await blankBill(tx, of.origin, {
    id,
    number: await takeNumbers(tx, 'bill', 1),
    orderId,
    source: 'Keyed',
    vendorInvoiceNumber,
    billDate,
  });
  const so: Matched = { ...of, now: [...of.before, blank] };
  const entered = billDecision(so, { type: 'enter', figures: figuresOf(paper) }, context);
  const saved = await saveBills(tx, context, { verb: 'bill.created' }, [must(decidedOn(so, id, entered))]);
  return { operationId: saved.operationId, merged: false, card: await billCardOf(tx, context.actor, id) };
}

async function ofOrder(tx: Transaction, context: CommandContext, orderId: Id): Promise<Of> {
  const card = await lockedOrder(tx, context.actor, orderId);
  return {
    before: await billsOfOrders(tx, [orderId], { lock: true }),
    card,
    tolerances: await tolerancesOfVendor(tx, card.order.vendorId),
    origin: card.order,
  };
}

/** @throws ProblemError record.not_found (404): a vendor or unit that is not there, or a unit that is not the actor's */
async function ofVendor(
  tx: Transaction,
  { actor }: CommandContext,
  vendorId: Id,
  businessUnitId: Id,
): Promise<Of> {
  const [vendor] = await loadRecords<{ paymentTermId: Id | null }>(tx, 'vendor', [vendorId]);
  if (!vendor) throw new ProblemError('record.not_found', { kind: 'vendor' });
  requireUnit(actor, [businessUnitId], 'businessUnit');
  const [unit] = await loadRecords<{ currency: string }>(tx, 'businessUnit', [businessUnitId]);
  if (!unit) throw new ProblemError('record.not_found', { kind: 'businessUnit' });
  return {
    before: [],
    card: { ...NO_ORDER, lines: [] },
    tolerances: await tolerancesOfVendor(tx, vendorId),
    origin: { vendorId, businessUnitId, currency: unit.currency, paymentTermId: vendor.paymentTermId },
  };
}
