/** Returns to vendors in words: where one stands. */
import type { ReturnStatus } from '#domain/purchasing/vendor-return.ts';

export const RETURN_STATUS_WORDS: Readonly<Record<ReturnStatus, string>> = {
  Pending: 'Pending',
  Returned: 'Sent back',
  CreditReceived: 'Credit received',
  Canceled: 'Canceled',
};
