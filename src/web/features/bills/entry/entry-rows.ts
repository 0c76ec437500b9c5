/** A vendor's paper while it is typed: text as it stands, so that nothing typed is lost. Pure. */
import type { BillCardView } from '#contract/bill.ts';
import { LONGEST_ORDER } from '#domain/lengths.ts';
import {
  type Cents,
  cents,
  decimalOfCents,
  decimalOfQuantity,
  decimalOfUnitPrice,
  lineTotal,
  quantity,
  sumCents,
  unitPrice,
} from '#domain/money.ts';
import { readPrice, readUnits } from '../../../lib/read-decimal.ts';
import { typedCents } from '../../../lib/typed-number.ts';
import type { OrderLineView } from '../match-rows.ts';

export const CELLS = ['description', 'quantity', 'cost', 'amount'] as const;
export type Cell = (typeof CELLS)[number];

export type EntryRow = Readonly<Record<Cell, string>> & {
  readonly key: string;
  /** null: the vendor bills something nobody ordered. */
  readonly line: OrderLineView | null;
  /** Typed over: it does not follow quantity and cost any more. */
  readonly isAmountTyped: boolean;
};
export type EntryDraft = {
  readonly rows: readonly EntryRow[];
  readonly vendorInvoiceNumber: string;
  readonly billDate: string;
  readonly tax: string;
  readonly freight: string;
  /** Rows made here so far: their keys. */
  readonly made: number;
};
type Figures = BillCardView['bill']['expected'];

export const strangeRow = (made: number, more: Partial<Record<Cell, string>> = {}): EntryRow => ({
  key: `new ${made}`,
  line: null,
  description: '',
  quantity: '',
  cost: '',
  amount: '',
  isAmountTyped: (more.amount ?? '') !== '',
  ...more,
});

/** The lines that are expected, filled in; then the order's others, blank but for their cost. */
export function rowsToEnter(lines: readonly OrderLineView[], expected: Figures): EntryRow[] {
  const rows = lines.map((line): EntryRow => {
    const due = expected.lines.filter(({ lineId }) => lineId === line.lineId);
    const count = due.reduce((sum, one) => sum + one.quantity, 0);
    return {
      key: `line ${line.lineId}`,
      line,
      description: line.description,
      quantity: due.length === 0 ? '' : decimalOfQuantity(quantity(count)),
      cost: decimalOfUnitPrice(unitPrice(due[0]?.cost ?? line.cost)),
      amount: '',
      isAmountTyped: false,
    };
  });
  const isDue = ({ quantity: typed }: EntryRow) => typed !== '';
  return [...rows.filter(isDue), ...rows.filter((row) => !isDue(row))];
}

/** '' is none; NaN for what is no amount. A vendor's paper has whole cents. */
export const readCents = (typed: string): number => typedCents(typed) ?? Number.NaN;

/** Quantity × cost; null while one of them is no number, or together they are more than can be counted. */
function computedCents({ quantity: count, cost }: EntryRow): Cents | null {
  const [units, price] = [readUnits(count), cost.trim() === '' ? 0 : readPrice(cost)];
  if (Number.isNaN(units) || Number.isNaN(price)) return null;
  try {
    return lineTotal(quantity(units), unitPrice(price));
  } catch {
    return null;
  }
}

/** What the row comes to; null while nobody can say. */
export function amountOf(row: EntryRow): Cents | null {
  if (!row.isAmountTyped) return computedCents(row);
  const read = readCents(row.amount);
  return Number.isNaN(read) ? null : cents(read);
}
/** What stands in the cell of the amount. */
export function amountText(row: EntryRow): string {
  if (row.isAmountTyped) return row.amount;
  const amount = computedCents(row);
  return amount === null || isBlank(row) ? '' : decimalOfCents(amount);
}

/** The vendor does not bill it. */
export const isBlank = (row: EntryRow): boolean => {
  const isNone = row.quantity.trim() === '' || readUnits(row.quantity) === 0;
  const hasAmount = row.isAmountTyped && row.amount.trim() !== '' && readCents(row.amount) !== 0;
  if (row.line) return isNone && !hasAmount;
  return isNone && !hasAmount && row.description.trim() === '' && row.cost.trim() === '';
};

/** An amount that is cleared follows quantity and cost again. */
export const typedInto = (row: EntryRow, cell: Cell, text: string): EntryRow => ({
  ...row,
  [cell]: text,
  ...(cell === 'amount' ? { isAmountTyped: text.trim() !== '' } : {}),
});

export type Wrong = ReadonlyMap<string, ReadonlyMap<Cell, string>>;
const PHRASES: Readonly<Record<Cell, string>> = {
  description: 'What is it?',
  quantity: 'How many? A number such as 12 or 2.5.',
  cost: 'An amount of up to four decimal places, such as 84.10 or 0.8725.',
  amount: 'An amount such as 168.20.',
};

const TOO_LONG = `At most ${LONGEST_ORDER.description} characters.`;

function wrongOf(row: EntryRow): ReadonlyMap<Cell, string> {
  const wrong = new Map<Cell, string>();
  if (isBlank(row)) return wrong;
  const units = readUnits(row.quantity);
  if (row.line === null && row.description.trim() === '') wrong.set('description', PHRASES.description);
  if (row.description.length > LONGEST_ORDER.description) wrong.set('description', TOO_LONG);
  if (!(units > 0)) wrong.set('quantity', PHRASES.quantity);
  if (row.cost.trim() !== '' && !(readPrice(row.cost) >= 0)) wrong.set('cost', PHRASES.cost);
  const amount = amountOf(row);
  if (row.isAmountTyped ? amount === null || amount < 0 : amount === null && wrong.size === 0) {
    wrong.set('amount', PHRASES.amount);
  }
  return wrong;
}

/** What is wrong, by the row's key and its cell; in the order of the rows. */
export const wrongIn = (rows: readonly EntryRow[]): Wrong =>
  new Map(
    rows.flatMap((row) => {
      const wrong = wrongOf(row);
      return wrong.size > 0 ? [[row.key, wrong] as const] : [];
    }),
  );

/** Call when nothing is wrong. Lines the vendor does not bill are left out. */
export const linesToSend = (rows: readonly EntryRow[]) =>
  rows
    .filter((row) => !isBlank(row))
    .map((row) => ({
      lineId: row.line?.lineId ?? null,
      description: row.description.trim(),
      quantity: readUnits(row.quantity),
      cost: row.cost.trim() === '' ? 0 : readPrice(row.cost),
      amountCents: amountOf(row)!,
    }));

/** As far as it can be read. */
export function totalOf({ rows, tax, freight }: Pick<EntryDraft, 'rows' | 'tax' | 'freight'>): Cents {
  const charges = [readCents(tax), readCents(freight)].filter((one) => !Number.isNaN(one));
  return sumCents([
    ...rows.filter((row) => !isBlank(row)).map((row) => amountOf(row) ?? cents(0)),
    ...charges.map(cents),
  ]);
}
