/** For every route of `contract/routes/customer-mails.ts` a request that succeeds. */
import type { customerMails } from '#contract/routes/customer-mails.ts';
import { filledInvoice } from '../fresh-invoices.ts';
import { byId, type RequestsOf } from './makers.ts';

export const customerMailsRequests: RequestsOf<typeof customerMails> = {
  'invoices.paper': byId(({ mine }) => mine.card.invoice.id),
  'invoices.mails': byId(({ mine }) => mine.card.invoice.id),
  'invoices.send': async (ground) => {
    const { invoice } = await filledInvoice(ground);
    return { body: { invoiceIds: [invoice.id], to: ['payer@customer.test'] } };
  },
};
