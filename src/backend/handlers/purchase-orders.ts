/** Purchase orders. */
import type { EndpointName } from '#contract/endpoints.ts';
import type { purchaseOrders as rows } from '#contract/routes/purchase-orders.ts';
import type { OrderCommand } from '#domain/purchasing/commands.ts';
import { makeFeed, ownFeed, revokeFeed } from '../delivery-feed/feed.ts';
import { auditedCheck } from '../list-imports/audited-check.ts';
import { projectNames } from '../projects/names.ts';
import { sendOrder, stopSending } from '../purchasing/by-mail.ts';
import { keepOrder, ordersOfCanceledJobs } from '../purchasing/canceled-jobs.ts';
import { createOrder, updateOrder } from '../purchasing/commands.ts';
import { deliveriesOf, toldDeliveries } from '../purchasing/deliveries.ts';
import { checkOrderImport, importOrders } from '../purchasing/import.ts';
import { orderPage } from '../purchasing/list.ts';
import { orderPaper } from '../purchasing/paper.ts';
import { orderCardOf } from '../purchasing/queries.ts';
import { cancelReceipt, correctReceipt, receiveOrder } from '../purchasing/receipts.ts';
import { stepOrder } from '../purchasing/run.ts';
import { markSent } from '../purchasing/sending.ts';
import { orderSpend } from '../purchasing/spend.ts';
import { type Ask, created, type Handlers, idOf, ok } from './ask.ts';

type Step = Extract<EndpointName, `purchaseOrders.${string}`>;
/** A step that is its command and nothing else. */
const step =
  <N extends Step>(verb: string, commandOf: (body: Ask<N>['body']) => OrderCommand) =>
  ({ tx, context, params, body }: Ask<N>) => {
    const { expected } = body as { expected: Parameters<typeof stepOrder>[4] };
    return ok(stepOrder(tx, context, idOf(params), verb, expected, async () => [commandOf(body)]));
  };

export const purchaseOrdersHandlers: Handlers<keyof typeof rows> = {
  'purchaseOrders.list': ({ tx, context, query }) => ok(orderPage(tx, context, query)),
  'purchaseOrders.spend': ({ tx, context, query }) => ok(orderSpend(tx, context, query)),
  'purchaseOrders.deliveries': ({ tx, context, query }) =>
    ok(toldDeliveries(deliveriesOf(tx, context, query))),
  'purchaseOrders.feed': ({ tx, context }) => ok(ownFeed(tx, context)),
  'purchaseOrders.makeFeed': ({ tx, context }) => created(makeFeed(tx, context)),
  'purchaseOrders.revokeFeed': ({ tx, context }) => ok(revokeFeed(tx, context)),
  'purchaseOrders.checkImport': ({ tx, context, body }) =>
    ok(auditedCheck(tx, context, 'purchase-order.check-import', checkOrderImport(tx, context, body))),
  'purchaseOrders.import': ({ tx, context, body }) => ok(importOrders(tx, context, body)),
  'purchaseOrders.projects': ({ tx, context, query }) => ok(projectNames(tx, context.actor, query)),
  'purchaseOrders.get': ({ tx, context, params }) => ok(orderCardOf(tx, context, idOf(params))),
  'purchaseOrders.paper': ({ tx, context, params, query }) => orderPaper(tx, context, idOf(params), query),
  'purchaseOrders.create': ({ tx, context, body }) => created(createOrder(tx, context, body)),
  'purchaseOrders.update': ({ tx, context, params, body }) =>
    ok(updateOrder(tx, context, idOf(params), body)),
  'purchaseOrders.submit': step('purchase-order.submitted', ({ memo }) => ({ type: 'submit', memo })),
  'purchaseOrders.approve': step('purchase-order.approved', ({ memo }) => ({ type: 'approve', memo })),
  'purchaseOrders.reject': step('purchase-order.rejected', ({ reason, memo }) => ({
    type: 'reject',
    reason,
    memo,
  })),
  'purchaseOrders.send': ({ tx, context, params, body }) => ok(sendOrder(tx, context, idOf(params), body)),
  'purchaseOrders.stopSending': ({ tx, context, params, body }) =>
    ok(stopSending(tx, context, idOf(params), body)),
  'purchaseOrders.markSent': ({ tx, context, params, body }) =>
    ok(markSent(tx, context, idOf(params), body.expected)),
  'purchaseOrders.backToPending': step('purchase-order.back-to-pending', () => ({ type: 'backToPending' })),
  'purchaseOrders.receive': ({ tx, context, params, body }) =>
    ok(receiveOrder(tx, context, idOf(params), body)),
  'purchaseOrders.correctReceipt': ({ tx, context, params, body }) =>
    ok(correctReceipt(tx, context, idOf(params), body)),
  'purchaseOrders.cancelReceipt': ({ tx, context, params, body }) =>
    ok(cancelReceipt(tx, context, idOf(params), body)),
  'purchaseOrders.closeShort': step('purchase-order.closed-short', ({ memo }) => ({
    type: 'closeShort',
    memo,
  })),
  'purchaseOrders.cancel': step('purchase-order.canceled', ({ reason, memo }) => ({
    type: 'cancel',
    reason,
    memo,
  })),
  'purchaseOrders.ofCanceledJobs': ({ tx, context }) => ok(ordersOfCanceledJobs(tx, context.actor)),
  'purchaseOrders.keep': ({ tx, context, params, body }) =>
    ok(keepOrder(tx, context, idOf(params), body.expected)),
  'purchaseOrders.export': step('purchase-order.exported', () => ({ type: 'export' })),
};
