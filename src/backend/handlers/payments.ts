/** What customers pay. */
import type { payments as rows } from '#contract/routes/payments.ts';
import { applyThem, moveIt, unapplyThem } from '../payments/apply.ts';
import { bouncePayment, voidPayment } from '../payments/close.ts';
import { paymentPage } from '../payments/list.ts';
import { openDocumentsOf } from '../payments/open-documents.ts';
import { paymentOf } from '../payments/queries.ts';
import { choicesFor } from '../payments/references.ts';
import { refundPayment } from '../payments/refund.ts';
import { takePayment } from '../payments/take.ts';
import { updatePayment } from '../payments/update.ts';
import { created, type Handlers, idOf, ok } from './ask.ts';

export const paymentsHandlers: Handlers<keyof typeof rows> = {
  'payments.list': ({ tx, context, query }) => ok(paymentPage(tx, context.actor, query)),
  'payments.choices': ({ tx, context }) => ok(choicesFor(tx, context)),
  'payments.get': ({ tx, context, params }) => ok(paymentOf(tx, context.actor, idOf(params))),
  'payments.openOf': ({ tx, context, params }) => ok(openDocumentsOf(tx, context.actor, idOf(params))),
  'payments.create': ({ tx, context, body }) => created(takePayment(tx, context, body)),
  'payments.update': ({ tx, context, params, body }) => ok(updatePayment(tx, context, idOf(params), body)),
  'payments.void': ({ tx, context, params, body }) => ok(voidPayment(tx, context, idOf(params), body)),
  'payments.bounce': ({ tx, context, params, body }) => ok(bouncePayment(tx, context, idOf(params), body)),
  'payments.refund': ({ tx, context, params, body }) =>
    created(refundPayment(tx, context, idOf(params), body)),
  'payments.apply': ({ tx, context, body }) => created(applyThem(tx, context, body)),
  'payments.unapply': ({ tx, context, body }) => ok(unapplyThem(tx, context, body)),
  'payments.move': ({ tx, context, body }) => created(moveIt(tx, context, body)),
};
