/**
 * E-mails that take an order to its vendor (domain-rules §5, "send"): which are made, to whom, and what becomes of one.
 * The paper is made when the e-mail is asked for.
 */
import { allow, type Decision, refuse } from '../decision.ts';
import { givenAddresses } from '../messages/given-addresses.ts';
import type { MessageFault, MessageStatus } from '../messages/sending.ts';
import type { Instant } from '../time.ts';
import { type DeliveryOption, type Papers, papersOf } from '../vendor/delivery.ts';
import type { OrderStatus } from './purchase-order.ts';

/** Stopped: by hand, before it went. */
export const SEND_STATES = ['Sending', 'Sent', 'Failed', 'Stopped'] as const;
export type SendState = (typeof SEND_STATES)[number];

/** An order goes to few; a vendor with more people has a list of its own. */
export const MOST_ADDRESSES = 5;

export type MailToVendor = { readonly to: readonly string[]; readonly papers: Papers };

/** @param to addresses as they were given or, none given, the vendor's; the same one twice counts once */
export function decideMail(
  { option, canMail }: { readonly option: DeliveryOption; readonly canMail: boolean },
  to: readonly string[],
): Decision<MailToVendor> {
  const papers = papersOf(option);
  if (papers === null) return refuse('order.by_hand', { option });
  if (!canMail) return refuse('order.no_mail_server');
  const given = givenAddresses(to);
  if (given.to.length === 0) return refuse('order.no_address');
  if (given.bad !== undefined) return refuse('order.bad_address', { address: given.bad });
  return allow({ to: given.to, papers });
}

/** "a@b.test, c@d.test" as people type them. */
export const addressesIn = (typed: string): string[] => typed.split(/[,;\s]+/).filter((one) => one !== '');

/**
 * Whether the vendor is not to have the paper any more: the order it is sent of again was canceled, put back to pending, or
 * went out anew since. The first e-mail of an order is never so: while it is under way nobody changes the order.
 */
export function isTakenBack(
  { again, askedAt }: { readonly again: boolean; readonly askedAt: Instant },
  { status, sentAt }: { readonly status: OrderStatus; readonly sentAt: Instant | null },
): boolean {
  if (!again) return false;
  return status === 'Pending' || status === 'Canceled' || (sentAt !== null && sentAt > askedAt);
}

export type SendEnd = { readonly state: Exclude<SendState, 'Sending'>; readonly fault: MessageFault | null };

/**
 * What the outbox says of the e-mail; null: it is still on its way.
 * @param message null: the outbox has forgotten it unsent
 */
export function endOf(
  message: { readonly status: MessageStatus; readonly fault: MessageFault | null } | null,
): SendEnd | null {
  if (message === null) return { state: 'Failed', fault: 'tooOld' };
  switch (message.status) {
    case 'Held':
    case 'Ready':
      return null;
    case 'Sent':
      return { state: 'Sent', fault: null };
    case 'Failed':
      return { state: 'Failed', fault: message.fault ?? 'fault' };
    case 'Canceled':
      return { state: 'Stopped', fault: null };
  }
}
