import type { InvoiceCardView } from '#contract/invoice.ts';
import type { Totals } from '#domain/invoices/amounts.ts';
import { type Cents, cents, percentOfRate, rate } from '#domain/money.ts';
import { MoneyText } from '../../../ui/money-text.tsx';

export type ItemsTotalsProps = {
  /** null: more than can be counted. */
  totals: Totals | null;
  tax: InvoiceCardView['invoice']['tax'];
  currency: string;
  /** Of the invoice as it stands; while its items are typed nothing is said of it. */
  balanceCents?: number | undefined;
  /** What it cost, for who may see that. */
  costCents?: number | null | undefined;
};

/** What the invoice comes to, below its items. */
export function ItemsTotals({ totals, tax, currency, balanceCents, costCents }: ItemsTotalsProps) {
  if (!totals) return <p className="text-right text-danger">This is more than can be added up.</p>;
  const applied = balanceCents === undefined ? 0 : totals.totalCents - balanceCents;
  const rows: readonly (readonly [string, Cents])[] = [
    ['Subtotal', totals.subtotalCents],
    [tax ? taxWords(tax) : 'Tax, no zone', totals.taxCents],
  ];
  const after: readonly (readonly [string, Cents])[] = [
    ...(applied === 0 ? [] : [['Applied', cents(-applied)] as const]),
    ...(balanceCents === undefined ? [] : [['Balance', cents(balanceCents)] as const]),
    ...(typeof costCents === 'number'
      ? [['Cost', cents(costCents)] as const, ['Margin', cents(totals.subtotalCents - costCents)] as const]
      : []),
  ];
  return (
    <dl aria-label="Totals" className="ml-auto grid w-80 max-w-full grid-cols-2 gap-x-4 gap-y-0.5 text-right">
      {rows.map((row) => (
        <Row key={row[0]} row={row} />
      ))}
      <div className="contents text-md font-semibold">
        <dt className="font-semibold">Total</dt>
        <dd className="font-semibold">
          <MoneyText amount={totals.totalCents} currency={currency} />
        </dd>
      </div>
      {after.map((row) => (
        <Row key={row[0]} row={row} />
      ))}
    </dl>
  );
}

const Row = ({ row: [term, amount] }: { row: readonly [string, Cents] }) => (
  <div className="contents">
    <dt className="text-muted wrap-anywhere">{term}</dt>
    <dd>
      <MoneyText amount={amount} />
    </dd>
  </div>
);

/** "Tax 6.25 %" where it is one rate on all, else the zone's name. */
function taxWords({ name, rates }: NonNullable<ItemsTotalsProps['tax']>): string {
  const [only, ...others] = rates;
  return only && others.length === 0 && only.base === 'Subtotal'
    ? `Tax ${percentOfRate(rate(only.rate))} %`
    : `Tax, ${name}`;
}
