/** Invoices. */
import type { invoices as rows } from '#contract/routes/invoices.ts';
import { discountInvoice, invoiceJob, voidInvoice } from '../invoices/commands.ts';
import { createInvoice } from '../invoices/create.ts';
import { editItems } from '../invoices/edit-items.ts';
import { invoicePage } from '../invoices/list.ts';
import { invoiceCardOf } from '../invoices/queries.ts';
import { reviewInvoices } from '../invoices/review.ts';
import { updateInvoice } from '../invoices/update.ts';
import { proposalsOf } from '../invoices/work.ts';
import { correctInvoice } from '../postings/correct.ts';
import { created, type Handlers, idOf, ok } from './ask.ts';

export const invoicesHandlers: Handlers<keyof typeof rows> = {
  'invoices.list': ({ tx, context, query }) => ok(invoicePage(tx, context.actor, context.now, query)),
  'invoices.get': ({ tx, context, params }) => ok(invoiceCardOf(tx, context.actor, idOf(params))),
  'invoices.proposals': ({ tx, context, query }) => ok(proposalsOf(tx, context.actor, query)),
  'invoices.create': ({ tx, context, body }) => created(createInvoice(tx, context, body)),
  'invoices.update': ({ tx, context, params, body }) => ok(updateInvoice(tx, context, idOf(params), body)),
  'invoices.review': ({ tx, context, body }) => ok(reviewInvoices(tx, context, body)),
  'invoices.void': ({ tx, context, params, body }) => ok(voidInvoice(tx, context, idOf(params), body)),
  'invoices.discount': ({ tx, context, params, body }) =>
    ok(discountInvoice(tx, context, idOf(params), body)),
  'invoices.invoiceJob': ({ tx, context, params, body }) => ok(invoiceJob(tx, context, idOf(params), body)),
  'invoices.correct': ({ tx, context, params, body }) =>
    created(correctInvoice(tx, context, idOf(params), body)),
  'invoices.editItems': ({ tx, context, params, body }) => ok(editItems(tx, context, idOf(params), body)),
};
