/**
 * What became of e-mails with orders, from the outbox to the orders. Apart from the sending itself: should this fail,
 * it is done with the next tick, and the mail does not go out again for it.
 */
import type { Database, Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { decideOrder } from '#domain/purchasing/decide.ts';
import type { OrderCard } from '#domain/purchasing/purchase-order.ts';
import { endOf, type SendState } from '#domain/purchasing/sends.ts';
import type { Instant } from '#domain/time.ts';
import type { CommandContext } from '../write/context.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import { contextOf, limitsFor, stockFor } from './asking.ts';
import { isOfOrder, sendTold } from './by-mail.ts';
import { ordersChanged } from './changed.ts';
import { lockedOrder, stockedOf } from './run.ts';
import { receiptAtOnce } from './sending.ts';
import { endSend, loadSend, lockMessage, type StoredSend } from './sends.ts';
import { type StoredOrderCard, saveOrder } from './store.ts';

type Ended = { readonly tenantId: Id; readonly orderId: Id; readonly sendId: Id };
type Log = { error(fields: object, text: string): void };

/** All that have gone out, failed, or been forgotten by the outbox since. */
export async function settleOrderMails(database: Database, now: () => Instant, logger: Log): Promise<void> {
  const ended = await database.transaction({ tenantId: 'system' }, (tx) =>
    tx.query<Ended>(
      `select s.tenant_id as "tenantId", s.order_id as "orderId", s.id as "sendId"
       from company.purchase_order_sends s
       left join office.messages m on m.tenant_id = s.tenant_id and m.id = s.id
       where s.state = 'Sending' and (m.id is null or m.status in ('Sent', 'Failed', 'Canceled'))
       order by s.tenant_id, s.id limit 100`,
    ),
  );
  for (const one of ended) {
    try {
      await database.transaction({ tenantId: one.tenantId }, (tx) => settle(tx, one, now()));
    } catch (err) {
      logger.error({ err, orderId: one.orderId }, 'an order could not be told what became of its e-mail');
    }
  }
}

async function settle(tx: Transaction, { tenantId, orderId, sendId }: Ended, now: Instant): Promise<void> {
  const asked = await loadSend(tx, sendId);
  const context = contextFor(tenantId, asked!, now);
  const before = await lockedOrder(tx, context.actor, orderId);
  const send = (await loadSend(tx, sendId))!;
  const message = await lockMessage(tx, sendId);
  const end = endOf(message);
  // Stopped by hand, or told by another process, since it was looked for.
  if (send.state !== 'Sending' || end === null) return;
  await endSend(tx, sendId, end, message?.faultReply ?? null, now);
  const after = isOfOrder(before, sendId) ? await orderAfter(tx, context, before, end.state) : before;
  const more = sendTold(send, 'Sending', end.state);
  const verb = VERBS[end.state];
  const saved = await saveOrder(tx, context, { verb, more }, before, after);
  await ordersChanged(tx, context, saved, verb);
}

const VERBS: Readonly<Record<Exclude<SendState, 'Sending'>, string>> = {
  Sent: 'purchase-order.sent',
  Failed: 'purchase-order.mail-failed',
  Stopped: 'purchase-order.mail-stopped',
};

/** Sent, and received where its type receives by itself; else as it was before. */
async function orderAfter(
  tx: Transaction,
  context: CommandContext,
  before: StoredOrderCard,
  state: SendState,
): Promise<OrderCard> {
  const skuIds = state === 'Sent' ? stockedOf(before) : [];
  await loadRecords(tx, 'sku', skuIds, { lock: true });
  const limits = await limitsFor(tx, context.actor, context.now, before.order);
  const asking = contextOf(context, limits, await stockFor(tx, skuIds));
  if (state !== 'Sent') return must(decideOrder(before, { type: 'stopSending' }, asking));
  const receipt = await receiptAtOnce(tx, context, before);
  const sent = must(decideOrder(before, { type: 'finishSending' }, asking));
  // The vendor has it whatever the rules say of the goods: refused, they are received by hand.
  const received = receipt && decideOrder(sent, receipt, asking);
  return received?.ok ? received.value : sent;
}

/** In the name of who asked for it, by Truckroll itself. */
const contextFor = (tenantId: Id, { id, asked }: StoredSend, now: Instant): CommandContext => ({
  actor: {
    tenantId,
    userId: asked.by,
    kind: 'system',
    name: 'Truckroll',
    roles: [],
    rights: [],
    businessUnitIds: null,
  },
  now,
  requestId: `mail ${id}`,
  address: '',
});
