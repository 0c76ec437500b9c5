/** The outbox: what is said to customers and technicians, while it waits and after (domain-rules §10). */
import { z } from 'zod';
import { LONGEST_MESSAGE, LONGEST_SUBJECT } from '#domain/lengths.ts';
import { MESSAGE_CHANNELS } from '#domain/messages/channels.ts';
import { MESSAGE_CHANGES } from '#domain/messages/recipients.ts';
import { MESSAGE_FAULTS, MESSAGE_STATES } from '#domain/messages/sending.ts';
import { id, instant, pageOf, requiredText, version } from './scalars.ts';

export const RECIPIENT_KINDS = ['customer', 'technician'] as const;

export const message = z.strictObject({
  id,
  version,
  operationId: id,
  jobId: id,
  jobNumber: z.int(),
  appointmentId: id,
  appointmentNumber: z.int(),
  businessUnitId: id,
  recipientKind: z.enum(RECIPIENT_KINDS),
  recipientId: id,
  recipientName: z.string(),
  /** Of the technician, or of the customer's contact, as it is now; empty when there is none any more. */
  address: z.string(),
  channel: z.enum(MESSAGE_CHANNELS),
  change: z.enum(MESSAGE_CHANGES),
  state: z.enum(MESSAGE_STATES),
  createdOn: instant,
  /** When its time to be taken back is over. */
  heldUntil: instant,
  sentOn: instant.nullable(),
  /** The mail server has put it off until then. */
  nextTryOn: instant.nullable(),
  fault: z.enum(MESSAGE_FAULTS).nullable(),
  /** What the mail server said. */
  faultReply: z.string().nullable(),
  subject: z.string(),
  text: z.string(),
  /** The office wrote it anew. */
  edited: z.boolean(),
});
/** `canMail`: there is a mail server to send by. Nothing sends SMS. */
export const messagePage = pageOf(message).extend({ canMail: z.boolean() });

export const changeMessage = z.strictObject({
  version: version.optional(),
  changes: z
    .strictObject({
      subject: requiredText(LONGEST_SUBJECT).refine(
        (line) => !/[\r\n\u2028\u2029]/.test(line),
        'is more than one line',
      ),
      text: requiredText(LONGEST_MESSAGE),
      /** True: somebody writes, it waits some minutes longer. False: they have stopped. */
      editing: z.boolean(),
    })
    .partial(),
});
/** Decided on the message as it was seen: it may have gone out meanwhile. */
export const onMessage = z.strictObject({ version: version.optional() });

export type Message = z.output<typeof message>;
