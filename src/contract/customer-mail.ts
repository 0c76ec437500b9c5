/** E-mails with invoices and statements: what is asked for, and what became of it (domain-rules §7, "PDF and e-mail"). */
import { z } from 'zod';
import { LONGEST_CONTACT, LONGEST_MESSAGE, LONGEST_SUBJECT } from '#domain/lengths.ts';
import { MESSAGE_FAULTS } from '#domain/messages/sending.ts';
import { MOST_ADDRESSES, SEND_STATES } from '#domain/purchasing/sends.ts';
import { MOST_MAILED } from '#domain/receivables/customer-mail.ts';
import { id, instant, requiredText, text } from './scalars.ts';
import { stamped } from './stamp.ts';

/** Of one customer: what is left out is theirs, and the words made of the documents. */
const written = {
  to: z.array(text(LONGEST_CONTACT)).max(MOST_ADDRESSES).optional(),
  subject: requiredText(LONGEST_SUBJECT)
    .refine((line) => !/[\r\n\u2028\u2029]/.test(line), 'is more than one line')
    .optional(),
  text: requiredText(LONGEST_MESSAGE).optional(),
};
const ids = z
  .array(id)
  .min(1)
  .max(MOST_MAILED)
  .refine((all) => new Set(all).size === all.length, 'names one twice');
/** Each customer's in one e-mail; words and addresses of one's own only where there is one customer. */
export const sendInvoices = z.strictObject({ invoiceIds: ids, ...written });
export const sendStatements = z.strictObject({ statementIds: ids, ...written });

export const customerMail = z.strictObject({
  id,
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  asked: stamped,
  state: z.enum(SEND_STATES),
  endedOn: instant.nullable(),
  /** Why it has not gone out, or not yet. */
  fault: z.enum(MESSAGE_FAULTS).nullable(),
  /** What the mail server said. */
  faultReply: z.string().nullable(),
  nextTryOn: instant.nullable(),
});
/** What an e-mail with this document would say, and those there were, newest first. */
export const documentMails = z.strictObject({
  canMail: z.boolean(),
  /** The customer's; null: none who may be written to. */
  to: z.string().nullable(),
  subject: z.string(),
  text: z.string(),
  mails: z.array(customerMail),
});
export const mailsAsked = z.strictObject({
  mails: z.array(z.strictObject({ id, customerId: id, to: z.array(z.string()), documentIds: z.array(id) })),
  /** Of customers without an address who may be written to: nothing goes to them. */
  skipped: z.array(z.strictObject({ documentId: id, customerId: id, customerName: z.string() })),
});
export type CustomerMail = z.output<typeof customerMail>;
export type DocumentMails = z.output<typeof documentMails>;
export type MailsAsked = z.output<typeof mailsAsked>;
