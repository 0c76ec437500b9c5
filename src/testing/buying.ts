/** A company that buys: a vendor, a pump and a serialised heater, a shelf and a truck. */
import type { BodyIn } from '#contract/endpoints.ts';
import type { OrderCardView, OrderWritten } from '#contract/purchase-order.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { type Company, makeCompany } from './company.ts';

let keys = 0;
export const key = () => `order-${++keys}`;

export type Buying = Awaited<ReturnType<typeof buyingCompany>>;

export async function buyingCompany(database: Database, tenantId: Id = 1) {
  const office: Company = await makeCompany(database, tenantId, { canMail: true });
  const admin = office.person('admin');
  const buyer = office.person('purchasing');
  const listed = async (kind: 'purchaseOrderType' | 'inventoryLocation', values: object): Promise<Id> =>
    (await admin.call('purchasing.create', { key: key(), body: { kind, values } as never })).record.id;
  const sku = async (code: string, more: Partial<BodyIn<'skus.create'>> = {}): Promise<Id> =>
    (
      await buyer.call('skus.create', {
        key: key(),
        body: { code, name: code, kind: 'Material', cost: 500_000, ...more },
      })
    ).sku.id;
  const { vendor } = await buyer.call('vendors.create', {
    key: key(),
    body: {
      name: 'Harbor Supply',
      street: '1 Dock St',
      city: 'Quincy',
      defaultTaxRate: 62_500,
      overReceiptTolerance: 100_000,
    },
  });
  const typeId = await listed('purchaseOrderType', { name: 'Stock', requiredInDays: 3, skipWeekends: true });
  const shelf = await listed('inventoryLocation', { name: 'Main', kind: 'Warehouse' });
  const truck = await listed('inventoryLocation', { name: 'Truck 7', kind: 'Truck' });
  const pump = await sku('PUMP');
  const heater = await sku('HEATER', { kind: 'Equipment', serialized: true, cost: 7_120_000 });
  const visit = await sku('VISIT', { kind: 'Service' });
  const body = (more: Partial<BodyIn<'purchaseOrders.create'>> = {}): BodyIn<'purchaseOrders.create'> => ({
    vendorId: vendor.id,
    typeId,
    businessUnitId: office.businessUnitId,
    inventoryLocationId: shelf,
    lines: [
      { skuId: pump, quantity: 40_000 },
      { skuId: heater, quantity: 10_000 },
    ],
    ...more,
  });
  const raise = async (more: Partial<BodyIn<'purchaseOrders.create'>> = {}): Promise<OrderCardView> =>
    (await buyer.call('purchaseOrders.create', { key: key(), body: body(more) })).card;
  type Step = 'markSent' | 'backToPending' | 'submit' | 'approve' | 'export' | 'closeShort';
  const step = (
    name: Step,
    card: OrderCardView,
    { as = buyer, memo }: { as?: ReturnType<Company['person']>; memo?: string } = {},
  ): Promise<OrderWritten> =>
    as.call(`purchaseOrders.${name}`, {
      params: { id: card.order.id },
      body: { expected: expectedOf(card), ...(memo === undefined ? {} : { memo }) } as never,
    });
  const receive = (
    card: OrderCardView,
    lines: BodyIn<'purchaseOrders.receive'>['lines'],
    more: Partial<BodyIn<'purchaseOrders.receive'>> = {},
  ): Promise<OrderWritten> =>
    buyer.call('purchaseOrders.receive', {
      params: { id: card.order.id },
      key: key(),
      body: { expected: expectedOf(card), receivedOn: card.asking.today, lines, ...more },
    });
  const onHand = async (skuId: Id) =>
    (await buyer.call('skus.get', { params: { id: skuId } })).stock.map(({ place, onHand, serials }) => ({
      place,
      onHand,
      serials,
    }));
  const read = (id: Id) => buyer.call('purchaseOrders.get', { params: { id } });
  return {
    office,
    buyer,
    admin,
    vendor,
    typeId,
    shelf,
    truck,
    pump,
    heater,
    visit,
    body,
    raise,
    step,
    receive,
    onHand,
    read,
  };
}

export const expectedOf = ({ order: { id, version } }: OrderCardView) => [
  { kind: 'purchaseOrder' as const, id, version },
];
export const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error: { code: string }) => error.code,
  );
