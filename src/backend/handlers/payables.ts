/** What is due to vendors, and what they are paid. */
import type { payables as rows } from '#contract/routes/payables.ts';
import { cancelPayment, createPayment } from '../payables/commands.ts';
import { payablesOf, paymentOf, paymentPage } from '../payables/queries.ts';
import { created, type Handlers, idOf, ok } from './ask.ts';

export const payablesHandlers: Handlers<keyof typeof rows> = {
  'payables.list': ({ tx, context, query }) => ok(payablesOf(tx, context, query)),
  'apPayments.list': ({ tx, context, query }) => ok(paymentPage(tx, context.actor, query)),
  'apPayments.get': ({ tx, context, params }) => ok(paymentOf(tx, context.actor, idOf(params))),
  'apPayments.create': ({ tx, context, body }) => created(createPayment(tx, context, body)),
  'apPayments.cancel': ({ tx, context, params, body }) => ok(cancelPayment(tx, context, idOf(params), body)),
};
