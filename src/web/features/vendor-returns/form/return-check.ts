/** A typed return against the rules, before it is sent: the server decides by the same ones. */
import type { Refusal } from '#domain/decision.ts';
import { type Cents, cents, quantity, subtractCents, unitPrice } from '#domain/money.ts';
import { checked, type ReturnContext, type VendorReturn, worthOf } from '#domain/purchasing/vendor-return.ts';
import { typedCents } from '../../../lib/typed-number.ts';
import { backOf, costOf, type ReturnHead, type ReturnRow } from './return-draft.ts';

export type ReturnFigures = { readonly value: Cents; readonly fee: Cents; readonly expected: Cents };

/** What stands there comes to; what is no number counts for nothing. */
export function figuresOf(
  rows: readonly ReturnRow[],
  { fee }: Pick<ReturnHead, 'fee'>,
  takesFromStock: boolean,
): ReturnFigures {
  const value = worthOf(
    rows.map((row) => ({
      quantity: quantity(backOf(row, takesFromStock) ?? 0),
      cost: unitPrice(costOf(row) ?? 0),
    })),
  );
  const kept = cents(typedCents(fee) ?? 0);
  return { value, fee: kept, expected: subtractCents(value, kept) };
}

/** `rows`: by key, in words that are made elsewhere. */
export type Faults = { readonly rows: ReadonlyMap<string, Refusal>; readonly whole: Refusal | null };

export function checkReturn(rows: readonly ReturnRow[], head: ReturnHead, takesFromStock: boolean): Faults {
  const mostOf = new Map(rows.map(({ lineId, most }) => [lineId, most ?? 0]));
  const context = { returnable: (lineId: number) => quantity(mostOf.get(lineId) ?? 0) };
  const going = rows.filter((row) => (backOf(row, takesFromStock) ?? 0) > 0);
  const decide = (some: readonly ReturnRow[], fee: number) =>
    checked(
      {
        restockingFeeCents: cents(fee),
        lines: some.map((row) => ({
          lineId: row.lineId,
          quantity: quantity(backOf(row, takesFromStock) ?? 0),
          cost: unitPrice(costOf(row) ?? 0),
        })),
      } as unknown as VendorReturn,
      context as ReturnContext,
    );
  const faults = new Map<string, Refusal>();
  // Each by itself, so that every line in the wrong says so, and not only the first.
  for (const row of going) {
    const alone = decide([row], 0);
    if (!alone.ok) faults.set(row.key, alone.refusal);
  }
  const all = decide(going, typedCents(head.fee) ?? 0);
  const isAtRow = !all.ok && all.refusal.params.lineId !== undefined;
  if (!all.ok && isAtRow && faults.size === 0) {
    const row = going.find(({ lineId }) => lineId === all.refusal.params.lineId);
    if (row) faults.set(row.key, all.refusal);
  }
  return { rows: faults, whole: all.ok || isAtRow ? null : all.refusal };
}
