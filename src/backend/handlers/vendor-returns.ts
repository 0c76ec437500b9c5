/** Returns to vendors. */
import type { vendorReturns as rows } from '#contract/routes/vendor-returns.ts';
import { createReturn, updateReturn } from '../vendor-returns/commands.ts';
import { receiveCredit } from '../vendor-returns/credit.ts';
import { returnPage } from '../vendor-returns/list.ts';
import { returnCardOf } from '../vendor-returns/queries.ts';
import { stepReturn } from '../vendor-returns/run.ts';
import { created, type Handlers, idOf, ok } from './ask.ts';

export const vendorReturnsHandlers: Handlers<keyof typeof rows> = {
  'vendorReturns.list': ({ tx, context, query }) => ok(returnPage(tx, context, query)),
  'vendorReturns.get': ({ tx, context, params }) => ok(returnCardOf(tx, context, idOf(params))),
  'vendorReturns.create': ({ tx, context, body }) => created(createReturn(tx, context, body)),
  'vendorReturns.update': ({ tx, context, params, body }) =>
    ok(updateReturn(tx, context, idOf(params), body)),
  'vendorReturns.sendBack': ({ tx, context, params, body: { expected } }) =>
    ok(stepReturn(tx, context, idOf(params), 'vendor-return.sent-back', expected, { type: 'sendBack' })),
  'vendorReturns.receiveCredit': ({ tx, context, params, body }) =>
    ok(receiveCredit(tx, context, idOf(params), body)),
  'vendorReturns.cancel': ({ tx, context, params, body: { expected } }) =>
    ok(stepReturn(tx, context, idOf(params), 'vendor-return.canceled', expected, { type: 'cancel' })),
};
