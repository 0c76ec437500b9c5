/** An order to begin with: what was saved of one. Only for who raises orders. */
import { z } from 'zod';
import { LONGEST_OWN_NAME } from '#domain/lengths.ts';
import { orderCard } from './purchase-order.ts';
import { id, instant, requiredText, version } from './scalars.ts';

const order = orderCard.shape.order.shape;
/** Of the order it was made from: what is not this very order's. Days, job, approval and invoice numbers are not kept. */
export const templateFacts = z.strictObject({
  vendorId: order.vendorId,
  typeId: order.typeId,
  businessUnitId: order.businessUnitId,
  inventoryLocationId: order.inventoryLocationId,
  shipTo: order.shipTo,
  shipToPhone: order.shipToPhone,
  shipToFax: order.shipToFax,
  shippingType: order.shippingType,
  technicianId: order.technicianId,
  purchaseForCustomerId: order.purchaseForCustomerId,
  tax: order.tax,
  shippingCents: order.shippingCents,
  memo: order.memo,
  paymentTermId: order.paymentTermId,
  taxZoneId: order.taxZoneId,
  showTaxPerCategory: order.showTaxPerCategory,
  printTemplate: order.printTemplate,
  descriptionsFrom: order.descriptionsFrom,
});
const line = orderCard.shape.lines.element.shape;
/** `cost`: of a SKU what its vendor's catalogue or the SKU asks today; of free text what it was. */
const templateLine = z.strictObject({
  id: line.id,
  position: line.position,
  skuId: line.skuId,
  skuCode: line.skuCode,
  unit: line.unit,
  description: line.description,
  vendorPartNumber: line.vendorPartNumber,
  quantity: line.quantity,
  cost: line.cost,
});

const head = {
  id,
  version,
  name: z.string(),
  active: z.boolean(),
  vendorName: z.string(),
  typeName: z.string(),
  lineCount: z.int(),
  createdByName: z.string(),
  modifiedOn: instant,
};
/** By name; those put out of use, too. */
export const orderTemplates = z.strictObject({ items: z.array(z.strictObject(head)) });
export const orderTemplate = z.strictObject({
  ...head,
  order: templateFacts,
  lines: z.array(templateLine),
});

const name = requiredText(LONGEST_OWN_NAME);
/** Made from an order there is; its lines and facts are read by the server. */
export const newOrderTemplate = z.strictObject({ name, orderId: id });
export const changeOrderTemplate = z.strictObject({
  version: version.optional(),
  changes: z.strictObject({ name, active: z.boolean() }).partial(),
});

export type OrderTemplateHead = z.output<typeof orderTemplates>['items'][number];
export type OrderTemplate = z.output<typeof orderTemplate>;
