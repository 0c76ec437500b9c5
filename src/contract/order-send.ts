/** Orders by e-mail: what is asked for, and what became of it (domain-rules §5, "send"). */
import { z } from 'zod';
import { LONGEST_CONTACT, LONGEST_MESSAGE, LONGEST_SUBJECT } from '#domain/lengths.ts';
import { MESSAGE_FAULTS } from '#domain/messages/sending.ts';
import { MOST_ADDRESSES, SEND_STATES } from '#domain/purchasing/sends.ts';
import { DELIVERY_OPTIONS } from '#domain/vendor/delivery.ts';
import { expected, id, instant, requiredText, text } from './scalars.ts';
import { stamped } from './stamp.ts';

/** What is left out is the vendor's address, and words with number and company (domain/purchasing/order-mail.ts). */
export const sendOrder = z.strictObject({
  expected,
  /** To a vendor that has it already: nothing of the order changes. */
  again: z.boolean().default(false),
  to: z.array(text(LONGEST_CONTACT)).max(MOST_ADDRESSES).optional(),
  subject: requiredText(LONGEST_SUBJECT)
    .refine((line) => !/[\r\n\u2028\u2029]/.test(line), 'is more than one line')
    .optional(),
  text: requiredText(LONGEST_MESSAGE).optional(),
});
export const stopSending = z.strictObject({ expected, sendId: id });

/** An e-mail with the order's paper. */
export const orderSend = z.strictObject({
  id,
  again: z.boolean(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  /** What was attached. */
  pdf: z.boolean(),
  workbook: z.boolean(),
  rolledUp: z.boolean(),
  asked: stamped,
  state: z.enum(SEND_STATES),
  endedOn: instant.nullable(),
  /** Why it has not gone out, or not yet. */
  fault: z.enum(MESSAGE_FAULTS).nullable(),
  /** What the mail server said; of one that was sent: of an address it did not take. */
  faultReply: z.string().nullable(),
  /** The mail server has put it off until then. */
  nextTryOn: instant.nullable(),
});
/** How orders reach the vendor, and what an e-mail to it is written with. */
export const orderDelivery = z.strictObject({
  option: z.enum(DELIVERY_OPTIONS),
  email: z.string(),
  /** First name of its primary contact. */
  contact: z.string(),
  /** Ours. */
  company: z.string(),
  /** There is a mail server to send by. */
  canMail: z.boolean(),
});

export type OrderSend = z.output<typeof orderSend>;
