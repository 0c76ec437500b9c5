/** Schemas of returns to vendors. */
import { z } from 'zod';
import { RETURN_STATUSES } from '#domain/purchasing/vendor-return.ts';
import type { Schemas } from '../endpoint.ts';
import type { vendorReturns as rows } from '../routes/vendor-returns.ts';
import { day, idPageQuery, idText } from '../scalars.ts';
import * as returns from '../vendor-return.ts';
import { byId } from './by-id.ts';

const step = <B extends z.ZodType>(body: B) =>
  ({ params: byId, body, responses: { 200: returns.returnWritten } }) as const;

export const vendorReturnsSchemas = {
  'vendorReturns.list': {
    query: z.strictObject({
      /** Its number, its order's, the vendor's name, the number of the credit, why it goes back. */
      q: z.string().max(200).optional(),
      statuses: z
        .string()
        .transform((list) => list.split(','))
        .pipe(z.array(z.enum(RETURN_STATUSES)))
        .optional(),
      vendorId: idText.optional(),
      orderId: idText.optional(),
      /** First and last day it was written on, both counted. */
      from: day.optional(),
      to: day.optional(),
      ...idPageQuery,
    }),
    responses: { 200: returns.returnPage },
  },
  'vendorReturns.get': { params: byId, responses: { 200: returns.returnCard } },
  'vendorReturns.create': { body: returns.newReturn, responses: { 201: returns.returnWritten } },
  'vendorReturns.update': step(returns.updateReturn),
  'vendorReturns.sendBack': step(returns.returnStep),
  'vendorReturns.receiveCredit': step(returns.receiveCredit),
  'vendorReturns.cancel': step(returns.returnStep),
} as const satisfies Record<keyof typeof rows, Schemas>;
