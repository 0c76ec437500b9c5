/** An order as the server tells it: four pumps and two numbered heaters, sent; and what came of them. */
import type { OrderCardView, ReceiptView } from '#contract/purchase-order.ts';

const made = { by: 7, byName: 'Pete Olsen', at: '2026-11-20T15:00:00.000Z' } as const;
const line = (id: number, position: number, skuCode: string, more: object) => ({
  id,
  position,
  skuId: id + 100,
  skuCode,
  description: skuCode.toLowerCase(),
  vendorPartNumber: '',
  quantity: 40_000,
  cost: 500_000,
  unit: 'each',
  stocked: true,
  serialized: false,
  expectedOn: null,
  active: true,
  ...more,
});
const CAME = {
  none: [],
  'one pump': [{ id: 31, lineId: 11, quantity: 10_000, serials: [] }],
  'one heater': [{ id: 32, lineId: 12, quantity: 10_000, serials: ['S-1'] }],
  all: [
    { id: 31, lineId: 11, quantity: 40_000, serials: [] },
    { id: 32, lineId: 12, quantity: 20_000, serials: ['S-1', 'S-2'] },
  ],
} as const;

type Given = {
  receipts?: keyof typeof CAME;
  returned?: OrderCardView['asking']['returned'];
  order?: Partial<OrderCardView['order']>;
};

export function orderView({ receipts = 'none', returned = [], order = {} }: Given = {}): OrderCardView {
  const came = CAME[receipts];
  const receipt = {
    id: 21,
    number: 1,
    receivedOn: '2026-11-21',
    vendorInvoiceNumber: '',
    taxCents: 0,
    shippingCents: 0,
    made,
    canceled: null,
    exported: null,
    lines: came.map((one) => ({ ...one, inventoryLocationId: 4, place: 'Main', serials: [...one.serials] })),
  } as unknown as ReceiptView;
  return {
    order: {
      id: 1,
      version: 1,
      number: 1042,
      currency: 'USD',
      status: receipts === 'none' ? 'Sent' : receipts === 'all' ? 'Received' : 'PartiallyReceived',
      vendorId: 2,
      typeId: 3,
      businessUnitId: 5,
      inventoryLocationId: 4,
      date: '2026-11-20',
      requiredOn: '2026-11-25',
      jobId: null,
      projectId: null,
      tax: { kind: 'Rate', rate: 0 },
      shippingCents: 0,
      vendorInvoiceNumber: '',
      isReplenishment: false,
      approval: null,
      created: made,
      raisedBy: 7,
      sending: null,
      sent: made,
      received: receipts === 'all' ? made : null,
      canceled: null,
      closedShort: null,
      exported: null,
      ...order,
    },
    lines: [
      line(11, 1, 'PUMP', { vendorPartNumber: 'V-99' }),
      line(12, 2, 'HEATER', { quantity: 20_000, serialized: true }),
    ],
    receipts: came.length > 0 ? [receipt] : [],
    returns: [],
    bills: [],
    billed: [],
    names: { inventoryLocation: 'Main' },
    delivery: {
      option: 'EmailAsPdf',
      email: 'orders@harbor.test',
      contact: 'Dana',
      company: 'Northwind Air',
      canMail: true,
    },
    sends: [],
    sendCount: 0,
    asking: {
      returned,
      actorLimitCents: null,
      authorLimitCents: null,
      overReceipt: 100_000,
      today: '2026-11-23',
    },
  } as unknown as OrderCardView;
}
