/**
 * A purchase order with what came of it: the unit every purchasing rule decides on (domain-rules §5). `status` is
 * derived from stamps and receipts (`derive.ts`), never set by a command.
 * Quantities in 1/10,000 of a unit, costs in 1/10,000 of the vendor's currency unit, amounts in cents (`money.ts`).
 */
import type { Id } from '../ids.ts';
import { type Cents, cents, type Quantity, type Rate, type UnitPrice } from '../money.ts';
import type { Day, Instant } from '../time.ts';

export const ORDER_STATUSES = [
  'Pending',
  'Sent',
  'PartiallyReceived',
  'Received',
  'Exported',
  'Canceled',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];
/** Neither canceled nor in the books. */
export const OPEN_STATUSES: OrderStatus[] = ['Pending', 'Sent', 'PartiallyReceived', 'Received'];
/** With the vendor, and not all of it here. */
export const COMING_STATUSES: OrderStatus[] = ['Sent', 'PartiallyReceived'];

/** Of a request to buy for more than the author may alone. */
export const APPROVAL_STATUSES = ['PendingApproval', 'Approved', 'Rejected'] as const;
export type ApprovalStatus = (typeof APPROVAL_STATUSES)[number];

export const REJECTION_REASONS = ['CostTooHigh', 'WrongVendor', 'Other'] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

export const CANCEL_REASONS = [
  'NotRequired',
  'Duplicate',
  'Accidental',
  'VendorIssue',
  'Other',
  'JobCanceled',
] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

export const SHIP_TO_KINDS = ['InventoryLocation', 'JobSite', 'VendorCounter', 'Technician'] as const;
export type ShipToKind = (typeof SHIP_TO_KINDS)[number];

/** Where the words of the lines come from: our SKU, or the vendor's catalogue. */
export const DESCRIPTION_SOURCES = ['Sku', 'Vendor'] as const;
export type DescriptionSource = (typeof DESCRIPTION_SOURCES)[number];

/** At most so many items (§5). */
export const MOST_LINES = 300;

/** A hundred billion: what one line may come to. */
export const MOST_CENTS_OF_LINE = cents(10_000_000_000_000);

/** Who did it, when. */
export type Stamp = { readonly by: Id; readonly at: Instant };

/** `sendId`: which e-mail (`sends.ts`). */
export type Sending = Stamp & { readonly sendId: Id };

export type Approval = {
  readonly status: ApprovalStatus;
  readonly requested: Stamp;
  readonly decided: Stamp | null;
  /** What was approved: more than this asks again. null until approved. */
  readonly approvedCents: Cents | null;
  readonly reason: RejectionReason | null;
  readonly memo: string;
};

/** A rate of the subtotal until somebody types an amount over it (§5). */
export type OrderTax =
  | { readonly kind: 'Rate'; readonly rate: Rate }
  | { readonly kind: 'Typed'; readonly cents: Cents };

/** What a person chooses and writes about the order as a whole. */
export type OrderFields = {
  readonly vendorId: Id;
  readonly typeId: Id;
  readonly businessUnitId: Id;
  readonly inventoryLocationId: Id;
  readonly shipTo: ShipToKind;
  readonly shipToPhone: string;
  readonly shipToFax: string;
  readonly shippingType: string;
  readonly shippingDate: Day | null;
  readonly date: Day;
  readonly requiredOn: Day;
  readonly jobId: Id | null;
  readonly projectId: Id | null;
  readonly technicianId: Id | null;
  readonly purchaseForCustomerId: Id | null;
  readonly tax: OrderTax;
  readonly shippingCents: Cents;
  readonly memo: string;
  readonly externalPoNumber: string;
  /** Of the vendor's invoice, where it is known before anything comes; later each receipt has its own. */
  readonly vendorInvoiceNumber: string;
  readonly paymentTermId: Id | null;
  readonly taxZoneId: Id | null;
  readonly showTaxPerCategory: boolean;
  readonly printTemplate: string;
  readonly descriptionsFrom: DescriptionSource;
};

export type PurchaseOrder = OrderFields & {
  readonly id: Id;
  readonly number: number;
  readonly currency: string;
  readonly status: OrderStatus;
  readonly isReplenishment: boolean;
  readonly approval: Approval | null;
  readonly created: Stamp;
  /** Who last made it cost more: the author whose limit counts, and who may not approve it. */
  readonly raisedBy: Id;
  /** On its way to the vendor by e-mail, asked for then: not sent yet, and not to be changed meanwhile. */
  readonly sending: Sending | null;
  readonly sent: Stamp | null;
  readonly received: Stamp | null;
  readonly canceled: (Stamp & { readonly reason: CancelReason; readonly memo: string }) | null;
  readonly closedShort: (Stamp & { readonly memo: string }) | null;
  readonly exported: Stamp | null;
};

/** `active: false`: taken off while nobody had received of it. */
export type OrderLine = {
  readonly id: Id;
  readonly position: number;
  /** null: free text. */
  readonly skuId: Id | null;
  /** Counted where it lies: a material or a piece of equipment, no service and no free text. */
  readonly stocked: boolean;
  /** One serial number per unit is asked for when it is received. */
  readonly serialized: boolean;
  readonly description: string;
  readonly vendorPartNumber: string;
  readonly quantity: Quantity;
  readonly cost: UnitPrice;
  /** When the vendor says it comes; the latest of all lines is the order's. */
  readonly expectedOn: Day | null;
  readonly active: boolean;
};

/** What came of one line with one receipt. Corrected in place: its quantity is what is true now (G14). */
export type ReceiptLine = {
  readonly id: Id;
  readonly lineId: Id;
  readonly inventoryLocationId: Id;
  readonly quantity: Quantity;
  readonly serials: readonly string[];
};

/** `canceled`: nothing of it is true any more, its lines stand at none. */
export type Receipt = {
  readonly id: Id;
  readonly number: number;
  readonly receivedOn: Day;
  readonly vendorInvoiceNumber: string;
  readonly taxCents: Cents;
  readonly shippingCents: Cents;
  readonly made: Stamp;
  readonly canceled: Stamp | null;
  readonly exported: Stamp | null;
  readonly lines: readonly ReceiptLine[];
};

/** Lines by position; receipts in the order they came. */
export type OrderCard = {
  readonly order: PurchaseOrder;
  readonly lines: readonly OrderLine[];
  readonly receipts: readonly Receipt[];
};
