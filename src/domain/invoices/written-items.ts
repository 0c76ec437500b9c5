/** An invoice's items as somebody writes them: what is not said of one comes from its SKU (domain-rules §7, "Items"). */
import { allow, type Decision, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import { inactiveAmong, type NamedReference } from '../job/references.ts';
import { quantity, type UnitPrice, unitPrice } from '../money.ts';
import type { SkuKind } from '../sku/sku.ts';
import { type InvoiceItem, MOST_ITEMS } from './invoice.ts';

/** What an item takes from what is sold. `cost`: its average, or its own before anything was bought. */
export type SoldSku = {
  readonly id: Id;
  readonly name: string;
  readonly kind: SkuKind;
  readonly price: UnitPrice;
  readonly cost: UnitPrice;
  readonly taxable: boolean;
  readonly glAccountId: Id | null;
};

type Written = Pick<
  InvoiceItem,
  | 'kind'
  | 'skuId'
  | 'description'
  | 'quantity'
  | 'price'
  | 'cost'
  | 'taxable'
  | 'glAccountId'
  | 'technicianId'
  | 'position'
>;
/** `id` null: a new one. What is left out stays, or comes from the SKU. */
export type ItemWords = { readonly id: Id | null } & {
  readonly [F in keyof Written]?: Written[F] | undefined;
};

export type ItemFacts = {
  readonly skus: ReadonlyMap<Id, SoldSku>;
  /** Of the invoice's business unit, where the SKU has no account of its own. */
  readonly incomeAccountId: Id | null;
  /** For those without one, in their order. */
  readonly newIds: readonly Id[];
};

const BLANK = {
  kind: 'Other',
  skuId: null,
  description: '',
  quantity: quantity(10_000),
  price: unitPrice(0),
  cost: unitPrice(0),
  taxable: true,
  technicianId: null,
  membershipId: null,
  source: null,
  sourceId: null,
  active: true,
} as const;

/** One that nobody has written yet. */
export const blankItem = (
  id: Id,
  position: number,
  { incomeAccountId }: Pick<ItemFacts, 'incomeAccountId'>,
) => ({ ...BLANK, glAccountId: incomeAccountId, id, position }) satisfies InvoiceItem;

export const ofSku = (sku: SoldSku, incomeAccountId: Id | null) => ({
  kind: sku.kind,
  skuId: sku.id,
  description: sku.name,
  price: sku.price,
  cost: sku.cost,
  taxable: sku.taxable,
  glAccountId: sku.glAccountId ?? incomeAccountId,
});

const said = (words: ItemWords): Partial<Written> =>
  Object.fromEntries(Object.entries(words).filter(([name, value]) => name !== 'id' && value !== undefined));

/** Places start at one; those without one come last, in the order they are told. */
const lastOf = (items: readonly InvoiceItem[]): number =>
  items.reduce((last, { position }) => Math.max(last, position), 0);

/**
 * All items of the invoice after the edit; those removed are there as inactive. Refuses `invoice.item_gone` for one that
 * somebody removed, `invoice.item_unnamed` without a description, `invoice.too_many_items`.
 */
export function writtenItems(
  before: readonly InvoiceItem[],
  words: readonly ItemWords[],
  removed: readonly Id[],
  facts: ItemFacts,
): Decision<readonly InvoiceItem[]> {
  const after = new Map(before.map((item) => [item.id, item]));
  const standing = (id: Id) => after.get(id)?.active;
  const gone = [...removed, ...words.flatMap(({ id }) => id ?? [])].find((id) => !standing(id));
  if (gone !== undefined) return refuse('invoice.item_gone', { itemId: gone });
  let made = 0;
  for (const one of words) {
    const own = said(one);
    const was = one.id === null ? null : after.get(one.id)!;
    const item = was ?? blankItem(facts.newIds[made++]!, lastOf([...after.values()]) + 1, facts);
    const sku = own.skuId && own.skuId !== was?.skuId ? facts.skus.get(own.skuId)! : null;
    const next = { ...item, ...(sku ? ofSku(sku, facts.incomeAccountId) : {}), ...own };
    if (next.description === '') return refuse('invoice.item_unnamed', { position: next.position });
    after.set(next.id, next);
  }
  for (const id of removed) after.set(id, { ...after.get(id)!, active: false });
  const items = [...after.values()];
  return items.filter(({ active }) => active).length > MOST_ITEMS
    ? refuse('invoice.too_many_items', { most: MOST_ITEMS })
    : allow(items);
}

/** What an invoice or an item newly names has to be in use. Refuses `invoice.inactive_reference` naming all that is not. */
export function decideInvoiceReferences(references: readonly NamedReference[]): Decision<null> {
  const inactive = inactiveAmong(references);
  return inactive.length === 0 ? allow(null) : refuse('invoice.inactive_reference', { inactive });
}
