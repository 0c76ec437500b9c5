/** Orders in words: where one stands and what is done with it. */
import type { OrderCommandType } from '#domain/purchasing/commands.ts';
import type { OrderStatus } from '#domain/purchasing/purchase-order.ts';

export const ORDER_STATUS_WORDS: Readonly<Record<OrderStatus, string>> = {
  Pending: 'Pending',
  Sent: 'Sent',
  PartiallyReceived: 'Partially received',
  Received: 'Received',
  Exported: 'Exported',
  Canceled: 'Canceled',
};
/** Lower case, for the middle of a sentence. */
export const orderStatusWord = (status: unknown): string =>
  ORDER_STATUS_WORDS[status as OrderStatus]?.toLowerCase() ?? 'in another status by now';

const COMMAND_WORDS: Readonly<Record<OrderCommandType, string>> = {
  edit: 'change',
  submit: 'submit',
  approve: 'approve',
  reject: 'reject',
  send: 'send',
  backToPending: 'take back',
  receive: 'receive goods of',
  correctReceipt: 'correct a receipt of',
  cancelReceipt: 'cancel a receipt of',
  closeShort: 'close',
  cancel: 'cancel',
  export: 'export',
};
/** The verb for a command: "cancel", "receive goods of". */
export const orderCommandWord = (command: unknown): string =>
  COMMAND_WORDS[command as OrderCommandType] ?? 'change';
