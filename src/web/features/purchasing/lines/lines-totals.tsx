import { cents, percentOfRate, quantity, unitPrice } from '#domain/money.ts';
import { type OrderTotals, orderTotals } from '#domain/purchasing/amounts.ts';
import type { OrderTax } from '#domain/purchasing/purchase-order.ts';
import { readPrice, readUnits } from '../../../lib/read-decimal.ts';
import { MoneyText } from '../../../ui/money-text.tsx';
import { amountOf, type Row } from './line-row.ts';

/** As far as the lines can be read; null: more than can be counted. */
export function totalsOfRows(tax: OrderTax, shippingCents: number, rows: readonly Row[]): OrderTotals | null {
  const lines = rows
    .filter((row) => amountOf(row) !== null)
    .map((row) => ({
      quantity: quantity(readUnits(row.quantity)),
      cost: unitPrice(row.cost.trim() === '' ? 0 : readPrice(row.cost)),
      active: true,
    }));
  try {
    return orderTotals({ tax, shippingCents: cents(shippingCents) }, lines);
  } catch {
    return null;
  }
}

export type LinesTotalsProps = { totals: OrderTotals | null; tax: OrderTax; currency: string };

/** What the order comes to, below its lines. */
export function LinesTotals({ totals, tax, currency }: LinesTotalsProps) {
  if (!totals) return <p className="text-right text-danger">This is more than can be added up.</p>;
  const rows = [
    ['Subtotal', totals.subtotalCents],
    [tax.kind === 'Rate' ? `Tax ${percentOfRate(tax.rate)} %` : 'Tax', totals.taxCents],
    ['Shipping', totals.shippingCents],
  ] as const;
  return (
    <dl aria-label="Totals" className="ml-auto grid w-72 max-w-full grid-cols-2 gap-x-4 gap-y-0.5 text-right">
      {rows.map(([term, amount]) => (
        <div key={term} className="contents">
          <dt className="text-muted">{term}</dt>
          <dd>
            <MoneyText amount={amount} />
          </dd>
        </div>
      ))}
      <div className="contents text-md font-semibold">
        <dt className="font-semibold">Total</dt>
        <dd className="font-semibold">
          <MoneyText amount={totals.totalCents} currency={currency} />
        </dd>
      </div>
    </dl>
  );
}
