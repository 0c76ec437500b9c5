/** Why an e-mail has not gone out, in words. */
import type { MessageFault } from '#domain/messages/sending.ts';

const FAULT_WORDS: Readonly<Record<MessageFault, string>> = {
  unreachable: 'The mail server cannot be reached. It is tried again.',
  later: 'The mail server has put it off.',
  refused: 'The mail server did not take it.',
  noAddress: 'There is no address to send it to any more, or no messages are wanted.',
  badAddress: 'The address is not an e-mail address.',
  tooOld: 'It is too late for it to be of use.',
  takenBack: 'Meanwhile the order was canceled, put back to pending or sent anew, so it did not go out.',
  fault: 'It could not be made. The server has the reason in its log.',
};

/** With what the mail server said, where it said something. */
export const faultText = (fault: MessageFault, reply: string | null): string =>
  [FAULT_WORDS[fault], reply && `It said: ${reply}`].filter(Boolean).join(' ');
