/** The outbox in words. */
import type { Message } from '#contract/message.ts';
import type { MessageState } from '#domain/messages/sending.ts';
import { type Instant, minutesBetween } from '#domain/time.ts';
import { faultText } from '../../lib/mail-fault-words.ts';
import type { Tone } from '../../ui/tag.tsx';

export const STATE_WORDS: Readonly<Record<MessageState, string>> = {
  waiting: 'Waiting',
  queued: 'Ready',
  sent: 'Sent',
  failed: 'Failed',
  unsent: 'Un-sent',
  noWay: 'No way to send',
};
export const STATE_TONES: Readonly<Record<MessageState, Tone>> = {
  waiting: 'accent',
  queued: 'info',
  sent: 'success',
  failed: 'danger',
  unsent: 'neutral',
  noWay: 'warning',
};

export const CHANGE_WORDS: Readonly<Record<Message['change'], string>> = {
  dispatched: 'On the way',
  arrived: 'Arrived',
  left: 'Left',
  rescheduled: 'New time',
  reassigned: 'Somebody else comes',
  assigned: 'New visit',
  unassigned: 'Taken off',
  held: 'On hold',
  completed: 'Completed',
};

/** Whole seconds until it goes out; 0 when that is now. */
export const secondsLeft = ({ heldUntil }: Pick<Message, 'heldUntil'>, now: Instant): number =>
  Math.max(0, Math.ceil(minutesBetween(now, heldUntil) * 60));

/** Why it is where it is; nothing for what went out as it should. */
export function whyText({ state, channel, fault, faultReply }: Message, canMail: boolean): string {
  if (state === 'noWay') return 'Nothing here can send an SMS yet. Call, or write from your own phone.';
  if (state === 'unsent' || state === 'sent') return '';
  if (fault) return faultText(fault, faultReply);
  return !canMail && channel === 'Email' ? 'There is no mail server to send it by.' : '';
}
