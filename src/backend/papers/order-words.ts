/** The words of an order's papers, the same in each of their forms. */
import type { AddressCopy } from '#domain/document-copy.ts';
import type { Cents } from '#domain/money.ts';
import type { PrintedOrder } from '#domain/purchasing/printed-order.ts';
import { type Day, instant, msOf } from '#domain/time.ts';
import { writtenDay } from '#domain/written-day.ts';

/** One of its facts; those without a value are left out. */
export type Fact = { readonly label: string; readonly value: string };

/** For files, which know dates as moments and mean them in UTC. */
export const midnightOf = (on: Day): Date => new Date(msOf(instant(`${on}T00:00:00Z`)));

export const titleOf = ({ number }: PrintedOrder): string => `Purchase order ${number}`;

/** The country only where it is another than the company's own. */
export function addressLines(of: AddressCopy, company: AddressCopy): string[] {
  const region = [of.state, of.zip].filter(Boolean).join(' ');
  return [
    of.street,
    of.unit,
    [of.city, region].filter(Boolean).join(', '),
    of.country === company.country ? '' : of.country,
  ].filter(Boolean);
}

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

export type Amount = { readonly label: string; readonly cents: Cents };

/** From the subtotal to the total, the total last. */
export function amountsOf(order: PrintedOrder): Amount[] {
  const taxes = order.taxCategories.map(({ name, cents }) => ({ label: `Tax: ${name}`, cents }));
  return [
    { label: 'Subtotal', cents: order.subtotalCents },
    ...(taxes.length > 0 ? taxes : [{ label: 'Tax', cents: order.taxCents }]),
    { label: 'Shipping', cents: order.shippingCents },
    { label: `Total ${order.currency}`, cents: order.totalCents },
  ];
}
