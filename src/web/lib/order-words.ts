/** Orders in words: where one stands and what is done with it. */
import type { OrderCommandType } from '#domain/purchasing/commands.ts';
import type {
  ApprovalStatus,
  CancelReason,
  DescriptionSource,
  OrderStatus,
  RejectionReason,
  ShipToKind,
} from '#domain/purchasing/purchase-order.ts';
import type { DeliveryOption } from '#domain/vendor/delivery.ts';
import { RETURN_STATUS_WORDS } from './return-words.ts';

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
  startSending: 'send',
  finishSending: 'send',
  stopSending: 'stop sending',
  sendAgain: 'send again',
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

/** Why nothing is sent from here to a vendor of this delivery option. */
export function byHandText(option: unknown): string {
  const instead = 'Print the paper, give it to the vendor, and mark the order as sent.';
  switch (option as DeliveryOption) {
    case 'Electronic':
      return `This vendor is to get orders electronically, and there is no such connection here. ${instead}`;
    case 'VendorPortal':
      return `This vendor is to get orders by its portal, and nothing here is connected to it. ${instead}`;
    case 'MarkAsSent':
      return 'This vendor’s orders are only marked as sent: it gets them by another way.';
    default:
      return `This vendor gets orders by hand. ${instead}`;
  }
}

export const APPROVAL_WORDS: Readonly<Record<ApprovalStatus, string>> = {
  PendingApproval: 'Waits for approval',
  Approved: 'Approved',
  Rejected: 'Rejected',
};

export const REJECTION_WORDS: Readonly<Record<RejectionReason, string>> = {
  CostTooHigh: 'Costs too much',
  WrongVendor: 'Wrong vendor',
  Other: 'Another reason',
};

export const CANCEL_WORDS: Readonly<Record<CancelReason, string>> = {
  NotRequired: 'Not required any more',
  Duplicate: 'Ordered twice',
  Accidental: 'Made by accident',
  VendorIssue: 'Trouble with the vendor',
  Other: 'Another reason',
  JobCanceled: 'Job canceled',
};

export const SHIP_TO_WORDS: Readonly<Record<ShipToKind, string>> = {
  InventoryLocation: 'The place it is kept at',
  JobSite: 'Job site',
  VendorCounter: 'Picked up at the counter',
  Technician: 'Technician',
};

export const DESCRIPTION_SOURCE_WORDS: Readonly<Record<DescriptionSource, string>> = {
  Sku: 'Our SKUs',
  Vendor: 'Vendor’s catalogue',
};

const WORDS_OF_FIELD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  status: { ...RETURN_STATUS_WORDS, ...ORDER_STATUS_WORDS, ...APPROVAL_WORDS },
  reason: { ...CANCEL_WORDS, ...REJECTION_WORDS },
  shipTo: SHIP_TO_WORDS,
  descriptionsFrom: DESCRIPTION_SOURCE_WORDS,
  kind: { Rate: 'at a rate', Typed: 'typed' },
};
/** What a field of an order says, for its history; undefined where it is not one of these. */
export const orderValueWord = (field: string, value: string): string | undefined =>
  WORDS_OF_FIELD[field]?.[value];
