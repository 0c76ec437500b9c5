/** What the bill comes to beside what was expected of it. Pure. */
import type { BillCardView } from '#contract/bill.ts';
import { type Cents, cents, sumCents } from '#domain/money.ts';
import { matchRows } from './match-rows.ts';

export type TotalRow = {
  readonly word: 'Lines' | 'Tax' | 'Freight' | 'Total';
  /** null: the paper is not here yet. */
  readonly billed: Cents | null;
  readonly expected: Cents;
};

export function matchTotals(card: BillCardView): readonly TotalRow[] {
  const { bill, differences } = card;
  const { billed } = bill;
  const { rows, strange } = matchRows(card);
  const isCredit = bill.kind === 'Credit';
  const sum = (amounts: readonly (number | null | undefined)[]) =>
    sumCents(amounts.map((one) => cents(one ?? 0)));
  const linesBilled = billed && sum(billed.lines.map(({ amountCents }) => amountCents));
  const linesExpected = isCredit
    ? sum(bill.expected.lines.map(({ amountCents }) => amountCents))
    : sum([...rows, ...strange].map(({ expectedCents }) => expectedCents));
  /** The rules say how much is too much; what is not, was due. Less than expected is told as less. */
  const charge = (kind: 'tax' | 'freight', field: 'taxCents' | 'freightCents'): TotalRow => {
    const found = differences.find((one) => one.kind === kind);
    const [asked, told] = [billed?.[field], bill.expected[field]];
    const due = asked === undefined || isCredit ? told : found ? asked - found.cents : Math.max(asked, told);
    return {
      word: kind === 'tax' ? 'Tax' : 'Freight',
      billed: asked === undefined ? null : cents(asked),
      expected: cents(due),
    };
  };
  const parts: TotalRow[] = [
    { word: 'Lines', billed: linesBilled, expected: linesExpected },
    charge('tax', 'taxCents'),
    charge('freight', 'freightCents'),
  ];
  return [
    ...parts,
    {
      word: 'Total',
      billed: billed && sum(parts.map((one) => one.billed)),
      expected: sum(parts.map((one) => one.expected)),
    },
  ];
}
