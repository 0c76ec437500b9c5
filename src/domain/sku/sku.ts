/** What the company buys, keeps and sells (issue 5, part 2). */
import type { Id } from '../ids.ts';
import type { UnitPrice } from '../money.ts';

export const SKU_KINDS = ['Service', 'Material', 'Equipment'] as const;
export type SkuKind = (typeof SKU_KINDS)[number];

export type Sku = {
  readonly id: Id;
  /** What people call it by: unique in a company, however it is written. */
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly kind: SkuKind;
  /** What one of it is: "each", "ft". */
  readonly unit: string;
  /** What one of it costs where no vendor says otherwise. */
  readonly cost: UnitPrice;
  /** What one of it is sold for; null: its cost and the markup rules say (sale-price.ts). */
  readonly price: UnitPrice | null;
  readonly taxable: boolean;
  /** One serial number for each unit that lies somewhere. */
  readonly serialized: boolean;
  readonly glAccountId: Id | null;
  readonly externalKey: string | null;
  readonly active: boolean;
};
export type SkuChanges = { readonly [Field in keyof Omit<Sku, 'id'>]?: Sku[Field] };

/** A service is done, and lies nowhere. */
export const isStocked = ({ kind }: Pick<Sku, 'kind'>): boolean => kind !== 'Service';
