/** What is taken from a place and used on a job, and put back there (domain-rules §5; issue 5, part 7). */
import { allow, type Decision, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import { type Quantity, quantity } from '../money.ts';
import { isStocked, type Sku } from '../sku/sku.ts';
import type { Movement } from '../sku/stock.ts';
import type { JobStatus } from './job-card.ts';

export type MaterialUse = {
  readonly skuId: Id;
  readonly inventoryLocationId: Id;
  readonly quantity: Quantity;
  /** Of a SKU without them none. */
  readonly serials: readonly string[];
};
/** By the ledger, at that place. */
export type LyingHere = { readonly quantity: Quantity; readonly serials: readonly string[] };

const ONE = 10_000;

/**
 * No more than lies there: as with receipts, the shelf never owes anything.
 * Refuses `stock.not_kept`, `stock.job_canceled`, `stock.serial_twice`, `stock.serials_missing`, `stock.serial_not_here`,
 * `stock.not_on_hand`.
 */
export function decideUse(
  jobStatus: JobStatus,
  sku: Pick<Sku, 'kind' | 'serialized'>,
  use: MaterialUse,
  here: LyingHere,
  memo: string,
): Decision<Movement> {
  if (!isStocked(sku)) return refuse('stock.not_kept');
  if (jobStatus === 'Canceled') return refuse('stock.job_canceled');
  const serials = sku.serialized ? use.serials : [];
  const twice = serials.find((serial, index) => serials.indexOf(serial) !== index);
  if (twice !== undefined) return refuse('stock.serial_twice', { serial: twice });
  if (sku.serialized && use.quantity !== serials.length * ONE) {
    return refuse('stock.serials_missing', { quantity: use.quantity, serials: serials.length });
  }
  const gone = serials.find((serial) => !here.serials.includes(serial));
  if (gone !== undefined) return refuse('stock.serial_not_here', { serial: gone });
  if (here.quantity < use.quantity) {
    return refuse('stock.not_on_hand', { wanted: use.quantity, onHand: here.quantity });
  }
  return allow({ ...movementOf(use, memo), quantity: quantity(-use.quantity), serialsOut: serials });
}

/** Once; a number that lies somewhere by now was put there by a count. Refuses `stock.taken_back`, `stock.serial_elsewhere`. */
export function decideTakeBack(
  use: MaterialUse & { readonly isTakenBack: boolean },
  serialsLying: readonly string[],
  memo: string,
): Decision<Movement> {
  if (use.isTakenBack) return refuse('stock.taken_back');
  const [elsewhere] = use.serials.filter((serial) => serialsLying.includes(serial));
  if (elsewhere !== undefined) return refuse('stock.serial_elsewhere', { serial: elsewhere });
  return allow({ ...movementOf(use, memo), quantity: use.quantity, serialsIn: use.serials });
}

const movementOf = ({ skuId, inventoryLocationId }: MaterialUse, memo: string) => ({
  skuId,
  inventoryLocationId,
  kind: 'Use' as const,
  serialsIn: [],
  serialsOut: [],
  memo,
});
