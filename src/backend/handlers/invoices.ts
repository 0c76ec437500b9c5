/** Invoices. */
import type { invoices as rows } from '#contract/routes/invoices.ts';
import { editItems } from '../invoices/edit-items.ts';
import { invoicePage } from '../invoices/list.ts';
import { invoiceCardOf } from '../invoices/queries.ts';
import { type Handlers, idOf, ok } from './ask.ts';

export const invoicesHandlers: Handlers<keyof typeof rows> = {
  'invoices.list': ({ tx, context, query }) => ok(invoicePage(tx, context.actor, context.now, query)),
  'invoices.get': ({ tx, context, params }) => ok(invoiceCardOf(tx, context.actor, idOf(params))),
  'invoices.editItems': ({ tx, context, params, body }) => ok(editItems(tx, context, idOf(params), body)),
};
