/** Every command on a purchase order (domain-rules §5), as data. `decideOrder` answers each. Ids are the caller's. */
import type { Id } from '../ids.ts';
import type { Cents, Quantity, Rate } from '../money.ts';
import type { Day, Instant } from '../time.ts';
import type { CancelReason, OrderFields, OrderLine, ReceiptLine, RejectionReason } from './purchase-order.ts';

export type LineChanges = Partial<Omit<OrderLine, 'id' | 'active'>>;

export type OrderCommand =
  | {
      readonly type: 'edit';
      readonly changes: Partial<OrderFields> & { readonly sentOn?: Instant };
      readonly add?: readonly OrderLine[];
      readonly change?: readonly { readonly id: Id; readonly changes: LineChanges }[];
      readonly remove?: readonly Id[];
    }
  | { readonly type: 'submit'; readonly memo: string }
  | { readonly type: 'approve'; readonly memo: string }
  | { readonly type: 'reject'; readonly reason: RejectionReason; readonly memo: string }
  /** It has gone out, by whatever way, or is said to have. */
  | { readonly type: 'send' }
  /** The e-mail with its paper waits for the mail server. */
  | { readonly type: 'startSending'; readonly sendId: Id }
  /** The mail server has taken it. */
  | { readonly type: 'finishSending' }
  /** It has not, or somebody has stopped it: the order is as it was before. */
  | { readonly type: 'stopSending' }
  /** The paper goes to a vendor that has the order: nothing of the order changes. */
  | { readonly type: 'sendAgain' }
  | { readonly type: 'backToPending' }
  | {
      readonly type: 'receive';
      readonly receiptId: Id;
      readonly number: number;
      readonly receivedOn: Day;
      readonly vendorInvoiceNumber: string;
      readonly taxCents: Cents;
      readonly shippingCents: Cents;
      readonly lines: readonly ReceiptLine[];
    }
  | {
      readonly type: 'correctReceipt';
      readonly receiptId: Id;
      readonly changes: {
        readonly receivedOn?: Day;
        readonly vendorInvoiceNumber?: string;
        readonly taxCents?: Cents;
        readonly shippingCents?: Cents;
      };
      /** As they are to be; those not named stay. */
      readonly lines: readonly Omit<ReceiptLine, 'lineId'>[];
    }
  | { readonly type: 'cancelReceipt'; readonly receiptId: Id }
  | { readonly type: 'closeShort'; readonly memo: string }
  | { readonly type: 'cancel'; readonly reason: CancelReason; readonly memo: string }
  | { readonly type: 'export' };

export type OrderCommandType = OrderCommand['type'];

/** What the rules ask beside the card. */
export type OrderContext = {
  readonly now: Instant;
  /** In the zone of the business unit: nothing is received tomorrow. */
  readonly today: Day;
  readonly actorId: Id;
  /** How much this person may buy or approve alone; null: any amount. */
  readonly actorLimitCents: Cents | null;
  /** The same of whoever made the order cost what it costs (`raisedBy`). */
  readonly authorLimitCents: Cents | null;
  /** How much more than ordered is taken from this vendor. */
  readonly overReceipt: Rate;
  /** Of a line, on returns to the vendor that were not canceled. */
  readonly returned: (lineId: Id) => Quantity;
  /** What lies at a place now, by SKU. */
  readonly onHand: (skuId: Id, inventoryLocationId: Id) => Quantity;
  /** Where a unit of this number lies now; null: nowhere. */
  readonly serialAt: (skuId: Id, serial: string) => Id | null;
};
