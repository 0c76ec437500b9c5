/** Invoices on paper and by e-mail. */
import type { customerMails as rows } from '#contract/routes/customer-mails.ts';
import { requireInvoices } from '../invoices/store.ts';
import { mailedPaper } from '../receivables/mails.ts';
import { asDownload, invoicePaper } from '../receivables/papers.ts';
import { mailsOfInvoice, sendInvoices } from '../receivables/send-invoices.ts';
import { type Handlers, idOf, ok } from './ask.ts';

export const customerMailsHandlers: Handlers<keyof typeof rows> = {
  'invoices.paper': async ({ tx, context, params, query: { mailId } }) => {
    if (mailId === undefined) return asDownload(await invoicePaper(tx, context.actor, idOf(params)));
    await requireInvoices(tx, context.actor, [idOf(params)]);
    return asDownload(await mailedPaper(tx, 'invoice', idOf(params), mailId));
  },
  'invoices.mails': ({ tx, context, params }) => ok(mailsOfInvoice(tx, context, idOf(params))),
  'invoices.send': ({ tx, context, body }) => ok(sendInvoices(tx, context, body)),
};
