/** What customers pay. */
import type { payments as rows } from '#contract/routes/payments.ts';
import { paymentPage } from '../payments/list.ts';
import { openDocumentsOf } from '../payments/open-documents.ts';
import { paymentOf } from '../payments/queries.ts';
import { choicesFor } from '../payments/references.ts';
import { takePayment } from '../payments/take.ts';
import { created, type Handlers, idOf, ok } from './ask.ts';

export const paymentsHandlers: Handlers<keyof typeof rows> = {
  'payments.list': ({ tx, context, query }) => ok(paymentPage(tx, context.actor, query)),
  'payments.choices': ({ tx, context }) => ok(choicesFor(tx, context)),
  'payments.get': ({ tx, context, params }) => ok(paymentOf(tx, context.actor, idOf(params))),
  'payments.openOf': ({ tx, context, params }) => ok(openDocumentsOf(tx, context.actor, idOf(params))),
  'payments.create': ({ tx, context, body }) => created(takePayment(tx, context, body)),
};
