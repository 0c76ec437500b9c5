/** The bill beside its order, line by line: what stands in the one grid of the page. Pure. */
import type { BillCardView } from '#contract/bill.ts';
import { type Cents, cents, lineTotal, quantity, sumCents, unitPrice } from '#domain/money.ts';

export type BillLineView = NonNullable<BillCardView['bill']['billed']>['lines'][number];
export type OrderLineView = BillCardView['lines'][number];
export type DifferenceView = BillCardView['differences'][number];

/** What a vendor wrote for one line of the order, all of it together; null: it is not on the paper. */
export type Written = {
  readonly quantity: number;
  readonly cost: number | null;
  readonly amountCents: Cents;
};

export type MatchRow = {
  readonly key: string;
  /** null: nobody ordered it. */
  readonly line: OrderLineView | null;
  readonly description: string;
  readonly written: Written | null;
  /** At the order's cost; null where nothing was to be expected. */
  readonly expectedCents: Cents | null;
  /** What is billed more than expected; null without a paper. */
  readonly offCents: Cents | null;
  readonly differences: readonly DifferenceView[];
};

/** Several lines of the paper for one of the order are one: the cost is told where they agree on it. */
export function writtenOf(lines: readonly BillLineView[]): Written | null {
  const [first] = lines;
  if (!first) return null;
  return {
    quantity: lines.reduce((sum, one) => sum + one.quantity, 0),
    cost: lines.every(({ cost }) => cost === first.cost) ? first.cost : null,
    amountCents: sumCents(lines.map(({ amountCents }) => cents(amountCents))),
  };
}

/** Of what is billed, as much as came and no other bill has asked for, at the order's cost. */
export function expectedFor({ cost, received, before }: OrderLineView, billed: number): Cents {
  const due = Math.max(0, Math.min(billed, received - before));
  return lineTotal(quantity(due), unitPrice(cost));
}

/** The lines this bill is about; without a paper those of its receipt. Then the order's others, then what nobody ordered. */
export function matchRows({ bill, lines, differences }: BillCardView): {
  readonly rows: readonly MatchRow[];
  readonly others: readonly MatchRow[];
  readonly strange: readonly MatchRow[];
} {
  const figures = bill.billed ?? bill.expected;
  const isCredit = bill.kind === 'Credit';
  const ofLine = (lineId: number) => figures.lines.filter((one) => one.lineId === lineId);
  const rowOf = (line: OrderLineView): MatchRow => {
    const found = writtenOf(ofLine(line.lineId));
    const written = bill.billed ? found : null;
    const expectedCents = isCredit
      ? (writtenOf(bill.expected.lines.filter((one) => one.lineId === line.lineId))?.amountCents ?? null)
      : found && (bill.billed ? expectedFor(line, found.quantity) : found.amountCents);
    return {
      key: `line ${line.lineId}`,
      line,
      description: line.description,
      written,
      expectedCents,
      offCents: written && expectedCents !== null ? cents(written.amountCents - expectedCents) : null,
      differences: isCredit ? [] : differences.filter(({ lineId }) => lineId === line.lineId),
    };
  };
  const all = lines.map(rowOf);
  const isOn = ({ line }: MatchRow) => ofLine(line!.lineId).length > 0;
  const known = new Set(lines.map(({ lineId }) => lineId));
  const strange = figures.lines.flatMap((one, index) => {
    if (one.lineId !== null && known.has(one.lineId)) return [];
    const written = bill.billed ? writtenOf([one]) : null;
    return [
      {
        key: `strange ${index}`,
        line: null,
        description: one.description,
        written,
        expectedCents: null,
        offCents: written && !isCredit ? written.amountCents : null,
        differences: isCredit ? [] : differences.filter(({ key }) => key === `notOrdered:${index}`),
      },
    ];
  });
  return { rows: all.filter(isOn), others: all.filter((row) => !isOn(row)), strange };
}

/** Of the whole paper: tax and freight. */
export const chargeDifferences = ({ bill, differences }: BillCardView): readonly DifferenceView[] =>
  bill.kind === 'Credit' ? [] : differences.filter(({ kind }) => kind === 'tax' || kind === 'freight');

/** In the order they stand in the grid. */
export function differencesInOrder(card: BillCardView): readonly DifferenceView[] {
  const { rows, others, strange } = matchRows(card);
  return [
    ...[...rows, ...others, ...strange].flatMap(({ differences }) => differences),
    ...chargeDifferences(card),
  ];
}
