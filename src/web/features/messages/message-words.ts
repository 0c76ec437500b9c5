/** The outbox in words. */
import type { Message } from '#contract/message.ts';
import type { MessageFault, MessageState } from '#domain/messages/sending.ts';
import { type Instant, minutesBetween } from '#domain/time.ts';
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

const FAULT_WORDS: Readonly<Record<MessageFault, string>> = {
  unreachable: 'The mail server cannot be reached. It is tried again.',
  later: 'The mail server has put it off.',
  refused: 'The mail server did not take it.',
  noAddress: 'There is no address to send it to any more, or no messages are wanted.',
  badAddress: 'The address is not an e-mail address.',
  tooOld: 'It is too late for it to be of use.',
  fault: 'It could not be made. The server has the reason in its log.',
};

/** Whole seconds until it goes out; 0 when that is now. */
export const secondsLeft = ({ heldUntil }: Pick<Message, 'heldUntil'>, now: Instant): number =>
  Math.max(0, Math.ceil(minutesBetween(now, heldUntil) * 60));

/** Why it is where it is; nothing for what went out as it should. */
export function whyText({ state, channel, fault, faultReply }: Message, canMail: boolean): string {
  if (state === 'noWay') return 'Nothing here can send an SMS yet. Call, or write from your own phone.';
  if (state === 'unsent' || state === 'sent') return '';
  if (fault) return [FAULT_WORDS[fault], faultReply && `It said: ${faultReply}`].filter(Boolean).join(' ');
  return !canMail && channel === 'Email' ? 'There is no mail server to send it by.' : '';
}
