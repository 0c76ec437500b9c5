/** Schemas of invoices on paper and by e-mail. */
import { z } from 'zod';
import * as mail from '../customer-mail.ts';
import type { Schemas } from '../endpoint.ts';
import type { customerMails as rows } from '../routes/customer-mails.ts';
import { idText } from '../scalars.ts';
import { byId } from './by-id.ts';

export const customerMailsSchemas = {
  'invoices.paper': {
    params: byId,
    /** As this e-mail had it; left out: as the invoice is now. */
    query: z.strictObject({ mailId: idText.optional() }),
    responses: { 200: null },
  },
  'invoices.mails': { params: byId, responses: { 200: mail.documentMails } },
  'invoices.send': { body: mail.sendInvoices, responses: { 200: mail.mailsAsked } },
} as const satisfies Record<keyof typeof rows, Schemas>;
