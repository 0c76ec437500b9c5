/** What lies where: levels, counts, and the movements that make both true (issue 5, part 2). */
import { allow, type Decision, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import { type Quantity, quantity } from '../money.ts';
import { isStocked, type Sku } from './sku.ts';

export const MOVEMENT_KINDS = ['Count', 'Receipt', 'Return', 'Use', 'Transfer'] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/** At one place; `quantity` below none takes away. */
export type Movement = {
  readonly skuId: Id;
  readonly inventoryLocationId: Id;
  readonly kind: MovementKind;
  readonly quantity: Quantity;
  readonly serialsIn: readonly string[];
  readonly serialsOut: readonly string[];
  readonly memo: string;
};

const ONE = 10_000;

/** As somebody found it. Serials of a SKU without them are none. */
export type Count = {
  readonly inventoryLocationId: Id;
  readonly quantity: Quantity;
  readonly serials: readonly string[];
  readonly memo: string;
};
/** As the ledger has it. */
export type Lying = {
  readonly quantity: Quantity;
  readonly serials: readonly string[];
  /** Of the numbers counted, those that lie elsewhere by the ledger. */
  readonly elsewhere: readonly string[];
};

/**
 * The movement that makes the ledger say what was counted; null where it says so already.
 * Refuses `stock.not_kept` for a service, `stock.out_of_use` for a SKU out of use, `stock.serials_missing`,
 * `stock.serial_twice`, `stock.serial_elsewhere`.
 */
export function decideCount(
  sku: Pick<Sku, 'id' | 'kind' | 'serialized' | 'active'>,
  count: Count,
  lying: Lying,
): Decision<Movement | null> {
  if (!isStocked(sku)) return refuse('stock.not_kept');
  if (!sku.active) return refuse('stock.out_of_use');
  const serials = sku.serialized ? count.serials : [];
  const twice = serials.find((serial, index) => serials.indexOf(serial) !== index);
  if (twice !== undefined) return refuse('stock.serial_twice', { serial: twice });
  if (sku.serialized && count.quantity !== serials.length * ONE) {
    return refuse('stock.serials_missing', { quantity: count.quantity, serials: serials.length });
  }
  const [elsewhere] = lying.elsewhere;
  if (elsewhere !== undefined) return refuse('stock.serial_elsewhere', { serial: elsewhere });
  const serialsIn = serials.filter((serial) => !lying.serials.includes(serial));
  const serialsOut = lying.serials.filter((serial) => !serials.includes(serial));
  const moved = quantity(count.quantity - lying.quantity);
  if (moved === 0 && serialsIn.length === 0 && serialsOut.length === 0) return allow(null);
  return allow({
    skuId: sku.id,
    inventoryLocationId: count.inventoryLocationId,
    kind: 'Count',
    quantity: moved,
    serialsIn,
    serialsOut,
    memo: count.memo,
  });
}

/** Less lies at a place than should: the SKU is low, whatever lies elsewhere. */
export const isBelowLeast = (onHand: number, level: { readonly least: number } | null): boolean =>
  level !== null && onHand < level.least;

/** Refuses `stock.not_kept` for a service and `stock.most_below_least`. */
export function decideLevel(
  sku: Pick<Sku, 'kind'>,
  { least, most }: { readonly least: Quantity; readonly most: Quantity },
): Decision<null> {
  if (!isStocked(sku)) return refuse('stock.not_kept');
  return most < least ? refuse('stock.most_below_least', { least, most }) : allow(null);
}
