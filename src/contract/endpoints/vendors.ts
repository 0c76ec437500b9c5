/** Schemas of vendors and the people there. */
import { z } from 'zod';
import { LONGEST_NAME } from '#domain/lengths.ts';
import { DELIVERY_OPTIONS } from '#domain/vendor/delivery.ts';
import type { Schemas } from '../endpoint.ts';
import * as imported from '../list-imported.ts';
import type { vendors as rows } from '../routes/vendors.ts';
import { idListText, idText, pageQuery, requiredText } from '../scalars.ts';
import { vendorBought } from '../spend.ts';
import * as vendors from '../vendor.ts';
import { byId } from './by-id.ts';

const deliveryOptions = z
  .string()
  .transform((list) => list.split(','))
  .pipe(z.array(z.enum(DELIVERY_OPTIONS)));

export const vendorsSchemas = {
  'vendors.list': {
    query: z.strictObject({
      q: z.string().max(200).optional(),
      /** Those taken out of use. */
      active: z.literal('false').optional(),
      tagIds: idListText.optional(),
      paymentTermId: idText.optional(),
      deliveryOptions: deliveryOptions.optional(),
      ...pageQuery,
    }),
    responses: { 200: vendors.vendorPage },
  },
  'vendors.alike': {
    query: z.strictObject({ name: requiredText(LONGEST_NAME), except: idText.optional() }),
    responses: { 200: vendors.vendorsAlike },
  },
  'vendors.export': { responses: { 200: null } },
  'vendors.checkImport': { body: imported.checkImport, responses: { 200: imported.importChecked } },
  'vendors.import': { body: imported.writeImport, responses: { 200: imported.listImported } },
  'vendors.get': { params: byId, responses: { 200: vendors.vendor } },
  'vendors.bought': { params: byId, responses: { 200: vendorBought } },
  'vendors.create': { body: vendors.newVendor, responses: { 201: vendors.vendorWritten } },
  'vendors.update': {
    params: byId,
    body: vendors.updateVendor,
    responses: { 200: vendors.vendorWritten },
  },
  'vendorContacts.create': {
    body: vendors.addVendorContact,
    responses: { 201: vendors.vendorWritten },
  },
  'vendorContacts.update': {
    params: byId,
    body: vendors.updateVendorContact,
    responses: { 200: vendors.vendorWritten },
  },
} as const satisfies Record<keyof typeof rows, Schemas>;
