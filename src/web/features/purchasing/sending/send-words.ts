/** E-mails with orders in words. */
import type { OrderSend } from '#contract/order-send.ts';
import type { OrderCardView } from '#contract/purchase-order.ts';
import type { SendState } from '#domain/purchasing/sends.ts';
import { papersOf } from '#domain/vendor/delivery.ts';
import { faultText } from '../../../lib/mail-fault-words.ts';
import { byHandText } from '../../../lib/order-words.ts';
import { refusalText } from '../../../lib/refusal-text.ts';
import type { Tone } from '../../../ui/tag.tsx';

export const SEND_STATE_WORDS: Readonly<Record<SendState, string>> = {
  Sending: 'Sending…',
  Sent: 'Sent',
  Failed: 'Not sent',
  Stopped: 'Stopped',
};
export const SEND_STATE_TONES: Readonly<Record<SendState, Tone>> = {
  Sending: 'info',
  Sent: 'success',
  Failed: 'danger',
  Stopped: 'neutral',
};

/** Why no e-mail goes to this vendor, whatever the order; undefined where one may. */
export function whyNotByMail({ delivery }: OrderCardView): string | undefined {
  if (papersOf(delivery.option) === null) return byHandText(delivery.option);
  return delivery.canMail ? undefined : refusalText('order.no_mail_server');
}

/** Why one has not gone, or not yet; of one that went, whom it did not reach. Empty: nothing to say. */
export function sendTrouble({ state, fault, faultReply }: OrderSend): string {
  if (state === 'Sent')
    return faultReply ? `Not every address was taken. The mail server said: ${faultReply}` : '';
  if (fault === null) return '';
  if (state === 'Failed' && fault === 'tooOld')
    return 'It could not go out for half a day, so it does not go any more: somebody may have ordered by telephone meanwhile.';
  return faultText(fault, faultReply);
}

/** "PDF and Excel", "PDF, lines rolled up". */
export const papersText = ({
  pdf,
  workbook,
  rolledUp,
}: Pick<OrderSend, 'pdf' | 'workbook' | 'rolledUp'>): string =>
  [pdf && 'PDF', workbook && 'Excel'].filter(Boolean).join(' and ') + (rolledUp ? ', lines rolled up' : '');
