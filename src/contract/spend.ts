/** What was ordered and received in a span of days, and what is still to come. Only for who may see costs (§9). */
import { z } from 'zod';
import { day, id, instant, pageOf } from './scalars.ts';

/** `key` null: for none, such as orders without a job; `name` is then null as well. */
export const spendRow = z.strictObject({
  key: id.nullable(),
  name: z.string().nullable(),
  currency: z.string(),
  /** Orders of those days that the vendor has had, with their tax and freight. */
  orderedCents: z.int(),
  orderedOrders: z.int(),
  /** Receipts of those days, whenever they were ordered, with their tax and freight. */
  receivedCents: z.int(),
  receivedOrders: z.int(),
});
/** The most received first; `total` of the rows. */
export const orderSpend = pageOf(spendRow);

/** What is still open of one order and awaited on one day. */
export const delivery = z.strictObject({
  /** The order's first line of that day: stays when the day moves. */
  id,
  orderId: id,
  orderNumber: z.int(),
  vendorId: id,
  vendorName: z.string(),
  businessUnitId: id,
  /** Where it is to lie. */
  place: z.string(),
  jobId: id.nullable(),
  jobNumber: z.int().nullable(),
  day,
  /** The vendor named the day; else it is the one the order asked for. */
  isPromised: z.boolean(),
  isOverdue: z.boolean(),
  lines: z.array(z.strictObject({ id, description: z.string(), quantity: z.int(), unit: z.string() })),
});
/** By day. `isCut`: there are more than are told. */
export const deliveries = z.strictObject({ items: z.array(delivery), isCut: z.boolean() });

/** Of the person who asks: whether there is an address their calendar reads deliveries from. */
export const deliveryFeed = z.strictObject({ madeOn: instant.nullable() });
/** `url`: told this once. */
export const feedMade = z.strictObject({ madeOn: instant, url: z.string() });

const spent = { currency: z.string(), receivedCents: z.int() };
/** Of one vendor: what came in the last twelve months and by year, and how much of it by the day they had named. */
export const vendorBought = z.strictObject({
  years: z.array(z.strictObject({ year: z.int(), ...spent })),
  lastYear: z.array(z.strictObject(spent)),
  /** Of the last twelve months; `rate` in millionths, null while no day was named for anything that came. */
  onTime: z.strictObject({ counted: z.int(), onTime: z.int(), rate: z.int().nullable() }),
});
/** What a SKU cost on one line of an order the vendor has had. */
export const pricePaid = z.strictObject({
  id,
  orderId: id,
  orderNumber: z.int(),
  vendorId: id,
  vendorName: z.string(),
  date: day,
  quantity: z.int(),
  /** 1/10,000 of the currency. */
  cost: z.int(),
  currency: z.string(),
});
export const pricesPaid = z.strictObject({ items: z.array(pricePaid) });

export type VendorBought = z.output<typeof vendorBought>;
export type PricePaid = z.output<typeof pricePaid>;
export type DeliveryFeed = z.output<typeof deliveryFeed>;
export type FeedMade = z.output<typeof feedMade>;
export type SpendRow = z.output<typeof spendRow>;
export type OrderSpend = z.output<typeof orderSpend>;
export type Delivery = z.output<typeof delivery>;
export type Deliveries = z.output<typeof deliveries>;
