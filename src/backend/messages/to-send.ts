/** What the sender's loop knows of a message, whatever it is about. */
import type { Id } from '#domain/ids.ts';
import { headerWords, oneLine } from '#domain/messages/one-line.ts';
import type { MessageFault } from '#domain/messages/sending.ts';
import type { Instant } from '#domain/time.ts';
import type { Mail } from './smtp.ts';

export type Claimed = {
  readonly tenantId: Id;
  readonly id: Id;
  readonly tries: number;
  readonly claimedUntil: Instant | null;
  readonly heldUntil: Instant;
};
export type ToSend = Claimed & {
  /** Why the mail server is not asked; null: it is. */
  readonly trouble: (now: Instant) => MessageFault | null;
  readonly mail: () => Promise<Mail>;
};

/** The Message-ID comes from the row, so that a repeat is recognised. */
export const mailHead = ({ id }: Claimed, company: string, subject: string, host: string) => ({
  messageId: `<message-${id}@${host}>`,
  fromName: headerWords(oneLine(company)),
  subject: headerWords(subject),
});
