/** Schemas of what is due to vendors, and of payments to them. */
import { z } from 'zod';
import type { Schemas } from '../endpoint.ts';
import * as payable from '../payable.ts';
import type { payables as rows } from '../routes/payables.ts';
import { day, idPageQuery, idText, pageQuery } from '../scalars.ts';
import { byId } from './by-id.ts';

export const payablesSchemas = {
  'payables.list': {
    query: z.strictObject({ vendorId: idText.optional(), ...pageQuery }),
    responses: { 200: payable.payables },
  },
  'apPayments.list': {
    query: z.strictObject({
      /** Its number, its reference, the payee's name. */
      q: z.string().max(200).optional(),
      payeeVendorId: idText.optional(),
      billId: idText.optional(),
      /** First and last day of the payment, both counted. */
      from: day.optional(),
      to: day.optional(),
      ...idPageQuery,
    }),
    responses: { 200: payable.paymentPage },
  },
  'apPayments.get': { params: byId, responses: { 200: payable.payment } },
  'apPayments.create': { body: payable.newPayment, responses: { 201: payable.paymentWritten } },
  'apPayments.cancel': {
    params: byId,
    body: payable.cancelPayment,
    responses: { 200: payable.paymentWritten },
  },
} as const satisfies Record<keyof typeof rows, Schemas>;
