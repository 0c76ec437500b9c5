/** Schemas of what customers pay. */
import { z } from 'zod';
import { INVOICE_SYNC_STATUSES } from '#domain/job/job-card.ts';
import { PAYMENT_KINDS } from '#domain/payments/payment.ts';
import type { Schemas } from '../endpoint.ts';
import * as payment from '../payment.ts';
import type { payments as rows } from '../routes/payments.ts';
import { day, idListText, idPageQuery, idText, listOf } from '../scalars.ts';
import { byId } from './by-id.ts';

const step = <B extends z.ZodType>(body: B) =>
  ({ params: byId, body, responses: { 200: payment.paymentWritten } }) as const;

export const paymentsSchemas = {
  'payments.list': {
    query: z.strictObject({
      /** Its number, its reference, the customer's name. */
      q: z.string().max(200).optional(),
      kinds: listOf(PAYMENT_KINDS).optional(),
      syncStatuses: listOf(INVOICE_SYNC_STATUSES).optional(),
      customerId: idText.optional(),
      /** Applied to it. */
      invoiceId: idText.optional(),
      paymentTypeIds: idListText.optional(),
      businessUnitIds: idListText.optional(),
      /** First and last day of the payment, both counted. */
      from: day.optional(),
      to: day.optional(),
      /** Something of it is not applied, or a refund is not covered. */
      unapplied: z.literal('true').optional(),
      ...idPageQuery,
    }),
    responses: { 200: payment.paymentPage },
  },
  'payments.choices': { responses: { 200: payment.paymentChoices } },
  'payments.get': { params: byId, responses: { 200: payment.payment } },
  'payments.openOf': { params: byId, responses: { 200: payment.openDocuments } },
  'payments.create': { body: payment.newPayment, responses: { 201: payment.paymentWritten } },
  'payments.update': step(payment.changePayment),
  'payments.void': step(payment.voidPayment),
  'payments.bounce': step(payment.bouncePayment),
  'payments.refund': {
    params: byId,
    body: payment.refundPayment,
    responses: { 201: payment.paymentWritten },
  },
  'payments.apply': { body: payment.applyThem, responses: { 201: payment.applied } },
  'payments.unapply': { body: payment.unapplyThem, responses: { 200: payment.applied } },
  'payments.move': { body: payment.moveIt, responses: { 201: payment.applied } },
} as const satisfies Record<keyof typeof rows, Schemas>;
