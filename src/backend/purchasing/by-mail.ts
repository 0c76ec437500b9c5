/**
 * An order by e-mail (domain-rules §5, "send"): its paper is made and put into the outbox, and the order waits for what
 * the mail server says (`mail-ends.ts`). Nobody changes it meanwhile, so that what the vendor reads is the order.
 */
import type { BodyOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { OrderWritten } from '#contract/purchase-order.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { OrderCommand } from '#domain/purchasing/commands.ts';
import { decideOrder } from '#domain/purchasing/decide.ts';
import { orderMail } from '#domain/purchasing/order-mail.ts';
import { decideMail } from '#domain/purchasing/sends.ts';
import type { CommandContext } from '../write/context.ts';
import type { FieldChanges } from '../write/differences.ts';
import { newIds } from '../write/ids.ts';
import { must } from '../write/must.ts';
import { RECORDS } from '../write/records.ts';
import { checkVersions } from '../write/stale.ts';
import { contextOf, limitsFor, stockFor } from './asking.ts';
import { ordersChanged } from './changed.ts';
import { papersFor } from './paper.ts';
import { orderCardOf } from './queries.ts';
import { lockedOrder } from './run.ts';
import { markSent } from './sending.ts';
import { addSend, cancelSendMessage, endSend, loadSend, lockMessage } from './sends.ts';
import { type StoredOrderCard, saveOrder } from './store.ts';

/** The paper that was looked at is the one that goes: whatever changed since, it is looked at again. */
const ON_PAPER: readonly string[] = [...RECORDS.purchaseOrder.columns, 'lines', 'sends'];

/** @throws ProblemError order.being_sent, order.by_hand, order.no_mail_server (409), order.no_address, order.bad_address (422) */
export async function sendOrder(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, again, ...given }: BodyOf<'purchaseOrders.send'>,
): Promise<OrderWritten> {
  const before = await lockedOrder(tx, context.actor, id);
  const view = await orderCardOf(tx, context, id);
  const { order, delivery } = view;
  // Told before versions are compared: who sends it at this moment says more than that something changed.
  if (order.sending) throw new ProblemError('order.being_sent', { byName: order.sending.byName });
  if (!again && delivery.option === 'MarkAsSent') return markSent(tx, context, id, expected);
  await checkVersions(tx, expected, [
    { kind: 'purchaseOrder', id, version: before.order.version, touches: ON_PAPER },
  ]);
  const [sendId] = (await newIds(tx, 1)) as [Id];
  const command: OrderCommand = again ? { type: 'sendAgain' } : { type: 'startSending', sendId };
  const limits = await limitsFor(tx, context.actor, context.now, before.order);
  const asking = contextOf(context, limits, await stockFor(tx, []));
  const after = must(decideOrder(before, command, asking));
  const { to, papers } = must(decideMail(delivery, given.to ?? [delivery.email]));
  const made = orderMail({
    ...delivery,
    number: order.number,
    requiredOn: order.requiredOn,
    papers,
    byName: context.actor.name,
    isAgain: again,
  });
  const send = {
    id: sendId,
    orderId: id,
    vendorId: order.vendorId,
    again,
    to,
    subject: given.subject ?? made.subject,
    text: given.text ?? made.text,
    ...(await papersFor(tx, view, papers)),
    rolledUp: papers.rolledUp,
    asked: { by: context.actor.userId, at: context.now },
  };
  const verb = 'purchase-order.mail-queued';
  const saved = await saveOrder(
    tx,
    context,
    { verb, more: sendTold(papers, null, 'Sending') },
    before,
    after,
  );
  await addSend(tx, send, saved.operationId);
  await ordersChanged(tx, context, saved, verb);
  return { operationId: saved.operationId, merged: false, card: await orderCardOf(tx, context, id) };
}

/** @throws ProblemError order.not_sending, order.going_out (409): the mail server may have it */
export async function stopSending(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, sendId }: BodyOf<'purchaseOrders.stopSending'>,
): Promise<OrderWritten> {
  const before = await lockedOrder(tx, context.actor, id);
  const merged = await checkVersions(tx, expected, [
    { kind: 'purchaseOrder', id, version: before.order.version, touches: ['sends'] },
  ]);
  const send = await loadSend(tx, sendId);
  if (send?.orderId !== id || send.state !== 'Sending') throw new ProblemError('order.not_sending');
  const message = await lockMessage(tx, sendId);
  const isClaimed = message?.claimedUntil != null && message.claimedUntil > context.now;
  if (message && (message.status !== 'Ready' || isClaimed)) throw new ProblemError('order.going_out');
  await cancelSendMessage(tx, sendId, context.actor.userId, context.now);
  await endSend(tx, sendId, { state: 'Stopped', fault: null }, null, context.now);
  const limits = await limitsFor(tx, context.actor, context.now, before.order);
  const asking = contextOf(context, limits, await stockFor(tx, []));
  const after = isOfOrder(before, sendId)
    ? must(decideOrder(before, { type: 'stopSending' }, asking))
    : before;
  const verb = 'purchase-order.mail-stopped';
  const more = sendTold(send, 'Sending', 'Stopped');
  const saved = await saveOrder(tx, context, { verb, more }, before, after);
  await ordersChanged(tx, context, saved, verb);
  return { operationId: saved.operationId, merged, card: await orderCardOf(tx, context, id) };
}

/** The order waits for this e-mail; one that is sent again is nothing it waits for. */
export const isOfOrder = ({ order }: StoredOrderCard, sendId: Id): boolean =>
  order.sending?.sendId === sendId;

const STATE_SAID = { Sending: 'under way', Sent: 'sent', Failed: 'not sent', Stopped: 'stopped' } as const;
type Said = keyof typeof STATE_SAID;

/** For the history: what by which papers, never to whom: addresses are a person's. */
export function sendTold(
  { pdf, workbook }: { readonly pdf: boolean; readonly workbook: boolean },
  before: Said | null,
  after: Said,
): FieldChanges {
  const papers = [pdf && 'PDF', workbook && 'Excel'].filter(Boolean).join(' and ');
  const said = (state: Said) => `E-mail with ${papers}: ${STATE_SAID[state]}`;
  return { sends: [before ? [said(before)] : [], [said(after)]] };
}
