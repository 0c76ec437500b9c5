/** For every route of `contract/routes/purchase-orders.ts` a request that succeeds. */
import type { OrderCardView } from '#contract/purchase-order.ts';
import type { purchaseOrders } from '#contract/routes/purchase-orders.ts';
import type { Maker } from '../fresh-cards.ts';
import {
  expectedOf,
  orderBody,
  orderForMail,
  pendingOrder,
  receivedOrder,
  sendingOrder,
  sentOrder,
  submittedOrder,
} from '../fresh-orders.ts';
import type { Ground } from '../ground.ts';
import { byId, fresh, type RequestsOf, versionOf } from './makers.ts';

const on =
  (make: (ground: Ground) => Promise<OrderCardView>, more: Readonly<Record<string, unknown>> = {}): Maker =>
  async (ground) => {
    const card = await make(ground);
    return { params: { id: card.order.id }, body: { expected: expectedOf(card), ...more } };
  };

export const purchaseOrdersRequests: RequestsOf<typeof purchaseOrders> = {
  'purchaseOrders.list': async ({ mine }) => ({
    query: { q: 'dock', statuses: 'Pending,Sent', vendorId: String(mine.vendorId), from: '2026-01-01' },
  }),
  'purchaseOrders.spend': async ({ mine }) => ({
    query: { by: 'vendor', from: '2026-01-01', to: '2026-12-31', vendorId: String(mine.vendorId) },
  }),
  'purchaseOrders.deliveries': async ({ mine }) => ({
    query: { to: '2027-12-31', vendorId: String(mine.vendorId) },
  }),
  'purchaseOrders.feed': async () => ({}),
  'purchaseOrders.makeFeed': async () => ({}),
  'purchaseOrders.revokeFeed': async () => ({}),
  'purchaseOrders.checkImport': async () => ({ body: { csv: 'Number,Vendor,Ordered\nX,Nobody,1\n' } }),
  'purchaseOrders.import': async ({ company, mine }) => {
    const buyer = company.person('purchasing');
    const vendor = await buyer.call('vendors.get', { params: { id: mine.vendorId } });
    const named = async (kind: 'purchaseOrderType' | 'inventoryLocation') =>
      (await buyer.call('purchasing.list', { params: { kind } })).items.find(
        ({ id }) => id === mine.setup[kind],
      )!.values.name;
    const unit = (await buyer.call('setup.get', {})).businessUnits.find(
      ({ id }) => id === company.businessUnitId,
    )!;
    const cells = [
      ...[`OLD-${fresh()}`, vendor.name, await named('purchaseOrderType'), unit.name],
      ...[await named('inventoryLocation'), 'Valve', '3', '2.50'],
    ];
    const csv = `Number,Vendor,Type,Business unit,Place,Description,Ordered,Cost\n${cells.map((cell) => `"${cell}"`).join(',')}\n`;
    const { seen } = await buyer.call('purchaseOrders.checkImport', { body: { csv } });
    return { body: { csv, seen } };
  },
  'purchaseOrders.projects': async () => ({ query: { q: '1' } }),
  'purchaseOrders.get': byId(({ mine }) => mine.purchaseOrderId),
  'purchaseOrders.paper': async ({ mine }) => ({
    params: { id: mine.purchaseOrderId },
    query: { format: 'xlsx' },
  }),
  'purchaseOrders.create': async ({ company, mine }) => ({
    body: {
      ...orderBody({ ...mine, businessUnitId: company.businessUnitId }),
      jobId: mine.card.job.id,
      projectId: mine.projectId,
      technicianId: company.technicianIds[0],
      purchaseForCustomerId: mine.customerId,
      paymentTermId: mine.paymentTermId,
      taxZoneId: mine.taxZoneId,
    },
  }),
  'purchaseOrders.update': async (ground) => {
    const { mine, company } = ground;
    const id = mine.purchaseOrderId;
    const version = await versionOf(ground, 'purchase_orders', id);
    return {
      params: { id },
      body: {
        expected: [{ kind: 'purchaseOrder', id, version }],
        changes: {
          vendorId: mine.vendorId,
          typeId: mine.setup.purchaseOrderType,
          businessUnitId: company.businessUnitId,
          inventoryLocationId: mine.setup.inventoryLocation,
          memo: `Changed ${fresh()}`,
        },
        add: [{ skuId: mine.skuId, quantity: 10_000 }],
        change: [{ id: mine.orderLineId, changes: { quantity: 20_000 + fresh() } }],
      },
    };
  },
  'purchaseOrders.submit': on(pendingOrder, { memo: 'For the spring' }),
  'purchaseOrders.approve': on(submittedOrder),
  'purchaseOrders.reject': on(submittedOrder, { reason: 'CostTooHigh' }),
  'purchaseOrders.send': on(orderForMail, {
    to: ['orders@dock.test'],
    subject: 'Order',
    text: 'Here it is.',
  }),
  'purchaseOrders.stopSending': async (ground) => {
    const card = await sendingOrder(ground);
    return {
      params: { id: card.order.id },
      body: { expected: expectedOf(card), sendId: card.sends[0]!.id },
    };
  },
  'purchaseOrders.markSent': on(pendingOrder),
  'purchaseOrders.backToPending': on(sentOrder),
  'purchaseOrders.receive': async (ground) => {
    const card = await sentOrder(ground);
    return {
      params: { id: card.order.id },
      body: {
        expected: expectedOf(card),
        receivedOn: card.asking.today,
        vendorInvoiceNumber: 'INV-7',
        lines: [
          {
            lineId: card.lines[0]!.id,
            inventoryLocationId: ground.mine.setup.inventoryLocation,
            quantity: 10_000,
          },
        ],
      },
    };
  },
  'purchaseOrders.correctReceipt': async (ground) => {
    const card = await receivedOrder(ground);
    const [receipt] = card.receipts;
    return {
      params: { id: card.order.id },
      body: {
        expected: expectedOf(card),
        receiptId: receipt!.id,
        changes: { vendorInvoiceNumber: 'INV-8' },
        lines: [
          {
            id: receipt!.lines[0]!.id,
            inventoryLocationId: ground.mine.setup.inventoryLocation,
            quantity: 10_000,
          },
        ],
      },
    };
  },
  'purchaseOrders.cancelReceipt': async (ground) => {
    const card = await receivedOrder(ground);
    return {
      params: { id: card.order.id },
      body: { expected: expectedOf(card), receiptId: card.receipts[0]!.id },
    };
  },
  'purchaseOrders.closeShort': on((ground) => receivedOrder(ground, 10_000), { memo: 'No more to be had' }),
  'purchaseOrders.cancel': on(pendingOrder, { reason: 'NotRequired' }),
  'purchaseOrders.ofCanceledJobs': async () => ({}),
  'purchaseOrders.keep': on(pendingOrder),
  'purchaseOrders.export': on(receivedOrder),
};
