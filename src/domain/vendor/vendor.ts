/** Who the company buys from (domain-rules §5). */
import type { Id } from '../ids.ts';
import type { DeliveryOption } from './delivery.ts';

export type Vendor = {
  readonly id: Id;
  readonly name: string;
  /** The primary contact; phone, e-mail and fax are theirs. */
  readonly contactFirstName: string;
  readonly contactLastName: string;
  readonly phone: string;
  readonly email: string;
  readonly fax: string;
  readonly street: string;
  readonly unit: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly country: string;
  readonly memo: string;
  /** In millionths, as a tax zone's: what the tax of an order starts from, until it is typed over. */
  readonly defaultTaxRate: number;
  readonly deliveryOption: DeliveryOption;
  readonly paymentTermId: Id | null;
  /** Who is paid in its place; null: the vendor itself. */
  readonly remittanceVendorId: Id | null;
  readonly tagIds: readonly Id[];
  /** In millionths: how much more than ordered is taken without a question (ours). */
  readonly overReceiptTolerance: number;
  /** In millionths: how far a bill's price may be from the order's without a question (ours). */
  readonly priceTolerance: number;
  readonly externalKey: string | null;
  readonly active: boolean;
};
export type VendorChanges = { readonly [Field in keyof Omit<Vendor, 'id'>]?: Vendor[Field] };

/** In millionths: no tax, no tolerance is more than the whole. */
export const WHOLE_RATE = 1_000_000;
