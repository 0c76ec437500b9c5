/** What somebody made of the proposals before they are ordered: whom from, how many, what is left out. */
import type { BodyIn } from '#contract/endpoints.ts';
import type { Proposal } from '#contract/replenishment.ts';
import type { Cents, Quantity, UnitPrice } from '#domain/money.ts';
import { decimalOfQuantity, quantity } from '#domain/money.ts';
import { MOST_LINES } from '#domain/purchasing/purchase-order.ts';
import { needKey } from '#domain/replenishment/need.ts';
import {
  atLeastSold,
  linesTotal,
  type Offer,
  offerFor,
  ordersOf,
  totalAt,
} from '#domain/replenishment/offers.ts';
import { costFor } from '#domain/vendor/catalogue.ts';
import { readUnits } from '../../../lib/read-decimal.ts';

export type Edit = {
  readonly isOut?: boolean;
  readonly vendorId?: number;
  /** As it is typed; left out: what is proposed. */
  readonly text?: string;
};
export type Edits = ReadonlyMap<string, Edit>;
type Offered = Proposal['offers'][number];

export type OfferedLine = {
  readonly key: string;
  readonly proposal: Proposal;
  readonly inventoryLocationId: number;
  readonly offer: Offer & Pick<Offered, 'vendorName' | 'vendorPartNumber' | 'leadDays'>;
  readonly isOut: boolean;
  readonly text: string;
  /** NaN: no number that can be ordered stands there. */
  readonly quantity: Quantity;
  readonly cost: UnitPrice;
  readonly totalCents: Cents;
};
export type VendorGroup = {
  readonly vendorId: number;
  readonly vendorName: string;
  readonly lines: readonly OfferedLine[];
  /** Lines that are ordered, and what they come to. */
  readonly count: number;
  readonly totalCents: Cents;
  readonly orders: number;
  /** Some quantity that is ordered cannot be read. */
  readonly isWrong: boolean;
};

export const keyOf = ({ skuId, inventoryLocationId }: Proposal): string =>
  needKey(skuId, inventoryLocationId);
/** The same shape, in the domain's own numbers. */
const offerOf = (offer: Offered): OfferedLine['offer'] => offer as unknown as OfferedLine['offer'];
const NOTHING: Edit = {};

function lineOf(proposal: Proposal, edit: Edit): OfferedLine | null {
  const offers = proposal.offers.map(offerOf);
  const needed = quantity(proposal.quantity);
  const offer = offers.find(({ vendorId }) => vendorId === edit.vendorId) ?? offerFor(offers, needed);
  if (!offer) return null;
  const proposed = atLeastSold(needed, offer);
  const read = edit.text === undefined ? proposed : readUnits(edit.text);
  const count = (read > 0 ? read : Number.NaN) as Quantity;
  const counted = Number.isNaN(count) ? quantity(0) : count;
  return {
    key: keyOf(proposal),
    proposal,
    inventoryLocationId: proposal.inventoryLocationId,
    offer,
    isOut: edit.isOut ?? false,
    text: edit.text ?? decimalOfQuantity(proposed),
    quantity: count,
    cost: costFor(offer, counted),
    totalCents: totalAt(counted, offer),
  };
}

const isOrdered = (line: OfferedLine): boolean => !line.isOut;
const isReadable = ({ quantity: count }: OfferedLine): boolean => !Number.isNaN(count);

/** By vendor, in the order of their names; what nobody sells stands apart. */
export function groupsOf(
  proposals: readonly Proposal[],
  edits: Edits,
): { readonly groups: readonly VendorGroup[]; readonly unsold: readonly Proposal[] } {
  const byVendor = new Map<number, OfferedLine[]>();
  const unsold: Proposal[] = [];
  for (const proposal of proposals) {
    const line = lineOf(proposal, edits.get(keyOf(proposal)) ?? NOTHING);
    if (!line) unsold.push(proposal);
    else byVendor.set(line.offer.vendorId, [...(byVendor.get(line.offer.vendorId) ?? []), line]);
  }
  const groups = [...byVendor].map(([vendorId, lines]): VendorGroup => {
    const ordered = lines.filter(isOrdered);
    const readable = ordered.filter(isReadable);
    return {
      vendorId,
      vendorName: lines[0]!.offer.vendorName,
      lines,
      count: ordered.length,
      totalCents: linesTotal(readable),
      orders: ordersOf(readable, MOST_LINES).length,
      isWrong: readable.length < ordered.length,
    };
  });
  return {
    groups: groups.toSorted((a, b) => a.vendorName.localeCompare(b.vendorName, 'en-US')),
    unsold,
  };
}

type Sent = BodyIn<'replenishment.raise'>['lines'];
/** What is ordered of these groups; `proposed` is what was seen, so that nothing ordered meanwhile is ordered twice. */
export const linesToRaise = (groups: readonly VendorGroup[]): Sent =>
  groups.flatMap(({ lines }) =>
    lines.filter(isOrdered).map((line) => ({
      skuId: line.proposal.skuId,
      inventoryLocationId: line.inventoryLocationId,
      vendorId: line.offer.vendorId,
      quantity: line.quantity,
      proposed: line.proposal.quantity,
    })),
  );
