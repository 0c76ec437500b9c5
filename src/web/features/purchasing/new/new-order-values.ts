/** What a new order is before it is sent: facts as chosen, lines in the grid beside it. */
import type { BodyIn } from '#contract/endpoints.ts';
import type { OrderTemplate } from '#contract/order-template.ts';
import type { OrderLineView } from '#contract/purchase-order.ts';
import { cents, rate } from '#domain/money.ts';
import type { OrderTax, ShipToKind } from '#domain/purchasing/purchase-order.ts';
import type { LineSent } from '../lines/lines-to-send.ts';

/** Where the page was come from: `?job=&project=&vendor=&from=`. */
export type NewOrderSearch = {
  readonly vendor?: number | undefined;
  readonly job?: number | undefined;
  readonly project?: number | undefined;
  /** The order it is a duplicate of. */
  readonly from?: number | undefined;
  /** The template it begins with. */
  readonly template?: number | undefined;
};

/** NaN while something else than a number stands there. */
export type GivenTax = NonNullable<BodyIn<'purchaseOrders.create'>['tax']>;

export type NewOrderValues = {
  readonly vendorId: number | null;
  readonly typeId: number | null;
  readonly businessUnitId: number | null;
  readonly inventoryLocationId: number | null;
  readonly shipTo: ShipToKind;
  readonly technicianId: number | null;
  /** '': the type's, from today. */
  readonly requiredOn: string;
  readonly memo: string;
  /** null: the vendor's. */
  readonly tax: GivenTax | null;
  readonly shippingCents: number;
};
export type NewOrderField = keyof NewOrderValues;

export const FIELD_PHRASES: Readonly<Partial<Record<NewOrderField, string>>> = {
  vendorId: 'From whom?',
  typeId: 'Which kind of order?',
  businessUnitId: 'For which unit?',
  inventoryLocationId: 'Where is it kept when it comes?',
  technicianId: 'To whom is it sent?',
  requiredOn: 'By which day? Such as 2026-11-30.',
};
/** In the order they stand on the page. */
export const ASKED = ['vendorId', 'typeId', 'businessUnitId', 'inventoryLocationId'] as const;

/** The only one there is, or the one used last while it is in use; else somebody chooses. */
export function presetOf(
  list: readonly { id: number; active: boolean }[],
  last: number | null,
): number | null {
  const inUse = list.filter(({ active }) => active);
  if (inUse.length === 1) return inUse[0]!.id;
  return inUse.find(({ id }) => id === last)?.id ?? null;
}

export function missingIn(values: NewOrderValues): ReadonlyMap<NewOrderField, string> {
  const missing = new Map<NewOrderField, string>();
  for (const field of ASKED) if (values[field] === null) missing.set(field, FIELD_PHRASES[field]!);
  if (values.shipTo === 'Technician' && values.technicianId === null) {
    missing.set('technicianId', FIELD_PHRASES.technicianId!);
  }
  const { tax, shippingCents } = values;
  if (Number.isNaN(tax?.kind === 'Rate' ? tax.rate : (tax?.cents ?? 0))) {
    missing.set('tax', 'A number such as 6.25.');
  }
  if (Number.isNaN(shippingCents)) missing.set('shippingCents', 'An amount such as 25.00.');
  return missing;
}

const counted = (amount: number) => (Number.isNaN(amount) ? 0 : amount);

/** What the totals reckon with: while something else than a number stands there, none. */
export const countedAmounts = (tax: GivenTax, shippingCents: number) => ({
  tax: (tax.kind === 'Rate'
    ? { kind: 'Rate', rate: rate(counted(tax.rate)) }
    : { kind: 'Typed', cents: cents(counted(tax.cents)) }) as OrderTax,
  shippingCents: counted(shippingCents),
});

/** A rate that was chosen for the same vendor; an amount typed over it was of those very lines. */
export const taxToBegin = (begun: Begun | null, vendorId: number | null): GivenTax | null => {
  const tax = begun?.order.tax;
  return tax?.kind === 'Rate' && begun?.order.vendorId === vendorId ? tax : null;
};

/** An order or a template: what a new order may begin as. */
export type Begun = {
  readonly order: OrderTemplate['order'];
  readonly lines: readonly (OrderTemplate['lines'][number] & Partial<OrderLineView>)[];
};

type Body = BodyIn<'purchaseOrders.create'>;
type Sources = {
  readonly jobId: number | null;
  readonly projectId: number | null;
  readonly copied: Begun | null;
};

/** null: something needed is not chosen yet. */
export function bodyOf(
  values: NewOrderValues,
  lines: readonly LineSent[],
  { jobId, projectId, copied }: Sources,
): Body | null {
  const { vendorId, typeId, businessUnitId, inventoryLocationId, requiredOn: on, tax, ...rest } = values;
  if (vendorId === null || typeId === null || businessUnitId === null || inventoryLocationId === null)
    return null;
  return {
    ...(copied ? copiedFacts(copied, vendorId) : {}),
    ...rest,
    vendorId,
    typeId,
    businessUnitId,
    inventoryLocationId,
    jobId,
    projectId,
    ...(tax === null ? {} : { tax }),
    ...(on === '' ? {} : { requiredOn: on }),
    lines: [...lines],
  };
}

/** Of the order it is a duplicate of: what is not this very order's. Approval, stamps and invoice numbers are not copied. */
function copiedFacts({ order }: Begun, vendorId: number): Partial<Body> {
  const isSameVendor = order.vendorId === vendorId;
  return {
    shipToPhone: order.shipToPhone,
    shipToFax: order.shipToFax,
    shippingType: order.shippingType,
    purchaseForCustomerId: order.purchaseForCustomerId,
    taxZoneId: order.taxZoneId,
    showTaxPerCategory: order.showTaxPerCategory,
    printTemplate: order.printTemplate,
    descriptionsFrom: order.descriptionsFrom,
    // Another vendor has terms of its own.
    ...(isSameVendor ? { paymentTermId: order.paymentTermId } : {}),
  };
}
