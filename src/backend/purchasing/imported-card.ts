/** What rows of a file of open orders name, and the order that lines of one number become. */
import type { KnownRecord } from '#contract/list-import.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { cents, quantity, rate, unitPrice } from '#domain/money.ts';
import { type LineItem, type LineSku, newLine } from '#domain/purchasing/new-line.ts';
import type { OrderLine, PurchaseOrder } from '#domain/purchasing/purchase-order.ts';
import { requiredOn } from '#domain/purchasing/required-on.ts';
import type { Day } from '#domain/time.ts';
import type { CheckedRow } from '../list-imports/checked.ts';
import { namedRecords, references } from '../list-imports/names.ts';
import type { CommandContext } from '../write/context.ts';
import { loadRecords } from '../write/load.ts';
import { UNTOUCHED } from './commands.ts';

/** A row as the list's columns read it. */
export type OpenLine = CheckedRow & {
  readonly values: {
    readonly externalPoNumber: string;
    readonly vendorId: Id;
    readonly typeId: Id;
    readonly businessUnitId: Id;
    readonly inventoryLocationId: Id;
    readonly date: Day | null;
    readonly requiredOn: Day | null;
    readonly expectedOn: Day | null;
    readonly skuId: Id | null;
    readonly description: string;
    readonly vendorPartNumber: string;
    readonly quantity: number;
    readonly received: number;
    readonly cost?: number;
  };
};
export type Ids = { readonly orderId: Id; readonly number: number; readonly lineIds: readonly Id[] };

export async function importNames(tx: Transaction, { businessUnitIds }: Actor) {
  const units = (await namedRecords(tx, 'businessUnit')).filter(
    ({ id }) => businessUnitIds === null || businessUnitIds.includes(id),
  );
  const places = await namedRecords(tx, 'inventoryLocation');
  const names = references({
    vendor: await namedRecords(tx, 'vendor'),
    purchaseOrderType: await namedRecords(tx, 'purchaseOrderType'),
    businessUnit: units,
    inventoryLocation: places,
    sku: await namedRecords(tx, 'sku', 'code'),
  });
  const here = await tx.query<{ id: Id; number: string }>(
    `select id, external_po_number as number from company.purchase_orders
     where tenant_id = $1 and external_po_number <> '' and status <> 'Canceled'`,
    [tx.tenantId],
  );
  return {
    names,
    defaults: { businessUnitId: only(units), inventoryLocationId: only(places) },
    here: here.map(
      ({ id, number }): KnownRecord => ({
        id,
        active: true,
        values: { externalPoNumber: number },
      }),
    ),
  };
}
function only(list: readonly { readonly id: Id; readonly active: boolean }[]): Id | null {
  const inUse = list.filter(({ active }) => active);
  return inUse.length === 1 ? inUse[0]!.id : null;
}

type Vendor = { readonly id: Id; readonly defaultTaxRate: number; readonly paymentTermId: Id | null };
type Type = { readonly id: Id; readonly requiredInDays: number; readonly skipWeekends: boolean };
export type Buying = Awaited<ReturnType<typeof recordsFor>>;

/** Everything the orders of a file are made of, each kind in one statement. */
export async function recordsFor(tx: Transaction, rows: readonly CheckedRow[]) {
  const ids = (field: string) => [
    ...new Set(
      rows.flatMap(({ values }) => (typeof values[field] === 'number' ? [values[field] as Id] : [])),
    ),
  ];
  const mapped = <R extends { readonly id: Id }>(records: readonly R[]) =>
    new Map(records.map((one) => [one.id, one]));
  const [vendorIds, skuIds] = [ids('vendorId'), ids('skuId')];
  const items = await tx.query<LineItem & { vendorId: Id; skuId: Id }>(
    `select vendor_id as "vendorId", sku_id as "skuId", vendor_part_number as "vendorPartNumber", description, cost,
       price_breaks as "priceBreaks"
     from company.catalogue_items
     where tenant_id = $1 and vendor_id = any($2::bigint[]) and sku_id = any($3::bigint[]) and active`,
    [tx.tenantId, vendorIds, skuIds],
  );
  return {
    vendors: mapped(await loadRecords<Vendor>(tx, 'vendor', vendorIds)),
    types: mapped(await loadRecords<Type>(tx, 'purchaseOrderType', ids('typeId'))),
    units: mapped(await loadRecords<{ id: Id; currency: string }>(tx, 'businessUnit', ids('businessUnitId'))),
    skus: mapped(await loadRecords<LineSku>(tx, 'sku', skuIds)),
    items: new Map(items.map((item) => [`${item.vendorId} ${item.skuId}`, item])),
  };
}

/** @param today at the unit: the order's day where the file has none */
export function cardOf(
  { actor, now }: CommandContext,
  lines: readonly OpenLine[],
  { vendors, types, units, skus, items }: Buying,
  today: Day,
  { orderId, number, lineIds }: Ids,
): { readonly order: PurchaseOrder; readonly add: readonly OrderLine[] } {
  const { values: facts } = lines[0]!;
  const vendor = vendors.get(facts.vendorId)!;
  const type = types.get(facts.typeId)!;
  const date = facts.date ?? today;
  const hadCome = lines.some(({ values }) => values.received > 0);
  const order: PurchaseOrder = {
    ...UNTOUCHED,
    isReplenishment: false,
    id: orderId,
    number,
    vendorId: facts.vendorId,
    typeId: facts.typeId,
    businessUnitId: facts.businessUnitId,
    inventoryLocationId: facts.inventoryLocationId,
    shipTo: 'InventoryLocation',
    ...{ shipToPhone: '', shipToFax: '', shippingType: '', shippingDate: null },
    date,
    requiredOn:
      facts.requiredOn ??
      requiredOn(date, { offsetDays: type.requiredInDays, skipWeekends: type.skipWeekends }),
    ...{ jobId: null, projectId: null, technicianId: null, purchaseForCustomerId: null },
    tax: { kind: 'Rate', rate: rate(vendor.defaultTaxRate) },
    shippingCents: cents(0),
    memo: hadCome ? 'What came before is not on it: only what was still to come was brought in.' : '',
    externalPoNumber: facts.externalPoNumber,
    vendorInvoiceNumber: '',
    paymentTermId: vendor.paymentTermId,
    ...{ taxZoneId: null, showTaxPerCategory: false, printTemplate: '', descriptionsFrom: 'Sku' },
    currency: units.get(facts.businessUnitId)!.currency,
    created: { by: actor.userId, at: now },
    raisedBy: actor.userId,
  };
  const add = lines.map(({ values }, at) => {
    const { skuId, cost } = values;
    return newLine(
      lineIds[at]!,
      at + 1,
      {
        ...values,
        quantity: quantity(values.quantity - values.received),
        cost: cost === undefined ? undefined : unitPrice(cost),
      },
      {
        sku: skuId === null ? null : skus.get(skuId)!,
        item: items.get(`${facts.vendorId} ${skuId}`) ?? null,
        from: 'Sku',
      },
    );
  });
  return { order, add };
}
