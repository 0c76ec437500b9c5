/** The words of an order's papers, the same in each of their forms. */
import type { PrintedOrder } from '#domain/purchasing/printed-order.ts';
import { writtenDay } from '#domain/written-day.ts';
import type { Amount, Fact } from './paper.ts';
import { addressLines } from './paper-words.ts';

export const titleOf = ({ number }: PrintedOrder): string => `Purchase order ${number}`;

export function vendorLines({ vendor, company }: PrintedOrder): string[] {
  return [vendor.name, ...addressLines(vendor, company), vendor.contact, vendor.phone, vendor.email].filter(
    Boolean,
  );
}

export function shipToLines({ shipTo, company }: PrintedOrder): string[] {
  return [
    shipTo.name,
    ...addressLines(shipTo, company),
    shipTo.phone && `Phone ${shipTo.phone}`,
    shipTo.fax && `Fax ${shipTo.fax}`,
  ].filter(Boolean);
}

export function factsOf(order: PrintedOrder): Fact[] {
  return [
    { label: 'Date', value: writtenDay(order.date, true) },
    { label: 'Required on', value: writtenDay(order.requiredOn, true) },
    { label: 'Shipping', value: order.shippingType },
    { label: 'Ships on', value: order.shippingDate === null ? '' : writtenDay(order.shippingDate, true) },
    { label: 'Terms', value: order.terms },
    { label: 'Our reference', value: order.ourReference },
    { label: 'Buyer', value: order.buyer },
    { label: 'Currency', value: order.currency },
  ].filter(({ value }) => value !== '');
}

/** From the subtotal to the total, the total last. */
export function amountsOf(order: PrintedOrder): Amount[] {
  const taxes = order.taxCategories.map(({ name, cents }) => ({
    label: `Tax: ${name}`,
    cents,
    strong: false,
  }));
  return [
    { label: 'Subtotal', cents: order.subtotalCents, strong: false },
    ...(taxes.length > 0 ? taxes : [{ label: 'Tax', cents: order.taxCents, strong: false }]),
    { label: 'Shipping', cents: order.shippingCents, strong: false },
    { label: `Total ${order.currency}`, cents: order.totalCents, strong: true },
  ];
}
