/** One order with its receipts and returns as a random run has it, and what the rules ask of that. */
import type { OrderCardView } from '#contract/purchase-order.ts';
import type { ReturnCardView } from '#contract/vendor-return.ts';
import type { Chance } from '#domain/chance.ts';
import type { Decision } from '#domain/decision.ts';
import { quantity, rate } from '#domain/money.ts';
import type { OrderContext } from '#domain/purchasing/commands.ts';
import { returnedOf, type VendorReturn } from '#domain/purchasing/vendor-return.ts';
import type { Returning } from './returning.ts';

export const ONE = 10_000;

/** What is asked of the server, and what the rules say to it. */
export type Step = {
  readonly command: unknown;
  readonly decide: () => Decision<unknown>;
  readonly send: () => Promise<unknown>;
};
/** `used`: taken from the shelves by a count, by SKU and place. */
export type World = {
  card: OrderCardView;
  returns: ReturnCardView[];
  readonly used: Map<string, number>;
  numbers: number;
};

export const pick = <T>(chance: Chance, of: readonly T[]): T => of[Math.floor(chance() * of.length)]!;

export const backOf = (card: ReturnCardView): VendorReturn =>
  ({ ...card.vendorReturn, lines: card.lines }) as unknown as VendorReturn;

/** What lies where by the receipts that stand, less what was used and what is with the vendor. */
export function lyingOf({ card, returns, used }: World): {
  units: Map<string, number>;
  serials: Map<string, string>;
} {
  const skuOf = new Map(card.lines.map((line) => [line.id, line.skuId]));
  const units = new Map([...used].map(([at, count]) => [at, -count]));
  const serials = new Map<string, string>();
  for (const line of card.receipts.flatMap(({ lines }) => lines)) {
    const at = `${skuOf.get(line.lineId)}@${line.inventoryLocationId}`;
    units.set(at, (units.get(at) ?? 0) + line.quantity);
    for (const serial of line.serials) serials.set(serial, at);
  }
  for (const { vendorReturn: of, lines } of returns) {
    if (!of.takesFromStock || of.returned === null || of.canceled !== null) continue;
    for (const line of lines) {
      const at = `${line.skuId}@${line.inventoryLocationId}`;
      units.set(at, (units.get(at) ?? 0) - line.quantity);
      for (const serial of line.serials) serials.delete(serial);
    }
  }
  return { units, serials };
}

export function contextOf(world: World, { buyer }: Returning): OrderContext {
  const { units, serials } = lyingOf(world);
  const { asking, order } = world.card;
  return {
    now: order.modifiedOn,
    today: asking.today,
    actorId: buyer.actor.userId,
    actorLimitCents: null,
    authorLimitCents: null,
    overReceipt: rate(asking.overReceipt),
    returned: (lineId) => returnedOf(world.returns.map(backOf), lineId),
    onHand: (skuId, placeId) => quantity(units.get(`${skuId}@${placeId}`) ?? 0),
    serialAt: (_, serial) => Number(serials.get(serial)?.split('@')[1] ?? 0) || null,
  };
}
