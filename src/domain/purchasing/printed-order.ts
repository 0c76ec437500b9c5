/** What the vendor's paper says of an order, and nothing else: the makers of papers (`backend/papers`) see no other field. */
import type { AddressCopy } from '../document-copy.ts';
import type { Id } from '../ids.ts';
import { type Cents, type Quantity, quantity, sumCents, type UnitPrice } from '../money.ts';
import type { Day } from '../time.ts';

export type PrintedLine = {
  readonly position: number;
  /** The vendor's part number where there is one, else our code; empty for free text. */
  readonly code: string;
  readonly description: string;
  readonly quantity: Quantity;
  readonly unit: string;
  readonly cost: UnitPrice;
  readonly amountCents: Cents;
  readonly expectedOn: Day | null;
};

/** Texts may be empty: the paper leaves out what is not known. */
export type PrintedOrder = {
  readonly company: AddressCopy;
  readonly number: string;
  readonly date: Day;
  readonly requiredOn: Day;
  readonly vendor: AddressCopy & { readonly contact: string; readonly phone: string; readonly email: string };
  readonly shipTo: AddressCopy & { readonly phone: string; readonly fax: string };
  readonly shippingType: string;
  readonly shippingDate: Day | null;
  /** The order's external number. */
  readonly ourReference: string;
  readonly buyer: string;
  readonly terms: string;
  readonly memo: string;
  /** ISO 4217, of every amount on the paper. */
  readonly currency: string;
  /** By position. */
  readonly lines: readonly PrintedLine[];
  readonly subtotalCents: Cents;
  readonly taxCents: Cents;
  /** Parts of the tax, when the order shows it per category; empty: one line of tax. */
  readonly taxCategories: readonly { readonly name: string; readonly cents: Cents }[];
  readonly shippingCents: Cents;
  readonly totalCents: Cents;
};

/** `skuId` null: free text, which is never the same as another. */
export type LineToRollUp = PrintedLine & { readonly skuId: Id | null };

/**
 * For `EmailAsPdfRollupView`: lines of one SKU at one cost become one, at the place and number of the first. Its amount is
 * the sum of theirs, each rounded by itself, so that the paper adds up to the order's own subtotal. It is expected when
 * the last of them is; words that differ stand one below the other.
 */
export function rollUp(lines: readonly LineToRollUp[]): PrintedLine[] {
  const rolled = new Map<string, LineToRollUp[]>();
  for (const [at, line] of lines.entries()) {
    const key = line.skuId === null ? `text ${at}` : `${line.skuId} ${line.cost} ${line.unit}`;
    rolled.set(key, [...(rolled.get(key) ?? []), line]);
  }
  return [...rolled.values()].map((same) => {
    const { skuId: _, ...first } = same[0]!;
    return {
      ...first,
      description: [...new Set(same.map(({ description }) => description))].join('\n'),
      quantity: quantity(same.reduce((sum, line) => sum + line.quantity, 0)),
      amountCents: sumCents(same.map(({ amountCents }) => amountCents)),
      expectedOn: same.reduce<Day | null>((latest, { expectedOn }) => laterDay(latest, expectedOn), null),
    };
  });
}

const laterDay = (a: Day | null, b: Day | null): Day | null => (a === null || (b !== null && b > a) ? b : a);
