/** What somebody types of a receipt, new or corrected: text until it is read, by the row it stands in. */
import type { OrderCardView, OrderLineView, ReceiptView } from '#contract/purchase-order.ts';
import type { Id } from '#domain/ids.ts';
import { cents, decimalOfCents, decimalOfQuantity, quantity, quantityFromDecimal } from '#domain/money.ts';
import { openOf, receivedByLine } from '#domain/purchasing/amounts.ts';
import type { Day } from '#domain/time.ts';
import { cardOf } from '../../../data/purchase-orders.ts';
import { typedCents, typedNumber } from '../../../lib/typed-number.ts';

export type LineDraft = {
  readonly text: string;
  readonly placeId: Id;
  readonly serials: readonly string[];
  /** Of what is still to come. */
  readonly expectedOn: Day | null;
};
export type ReceiptDraft = {
  readonly receivedOn: Day;
  readonly vendorInvoiceNumber: string;
  readonly tax: string;
  readonly shipping: string;
  readonly lines: Readonly<Record<Id, LineDraft>>;
};
/** One line of the grid: of a new receipt a line of the order, of one to be corrected a line of it. */
export type ReceiptRow = {
  readonly key: Id;
  readonly line: OrderLineView;
  /** What came of the line with other receipts. */
  readonly others: number;
};

/** One unit, as quantities are kept. */
export const ONE = 10_000;

export function rowsToReceive(view: OrderCardView): ReceiptRow[] {
  const received = receivedByLine(cardOf(view).receipts);
  return view.lines
    .filter(({ active }) => active)
    .map((line) => ({ key: line.id, line, others: received.get(line.id) ?? 0 }));
}

export function rowsOf(view: OrderCardView, receipt: ReceiptView): ReceiptRow[] {
  const received = receivedByLine(cardOf(view).receipts);
  return receipt.lines.flatMap(({ id, lineId, quantity: came }) => {
    const line = view.lines.find((one) => one.id === lineId);
    return line ? [{ key: id, line, others: (received.get(lineId) ?? 0) - came }] : [];
  });
}

/** Nothing has come yet; goods go where the order says, today. */
export const blankDraft = ({ order, lines, receipts, asking }: OrderCardView): ReceiptDraft => ({
  receivedOn: asking.today,
  // Later receipts have their own: each paper of the vendor one number.
  vendorInvoiceNumber: receipts.length === 0 ? order.vendorInvoiceNumber : '',
  tax: '',
  shipping: '',
  lines: Object.fromEntries(
    lines.map(({ id, expectedOn }) => [
      id,
      { text: '', placeId: order.inventoryLocationId, serials: [], expectedOn },
    ]),
  ),
});

export const draftOf = (receipt: ReceiptView): ReceiptDraft => ({
  receivedOn: receipt.receivedOn,
  vendorInvoiceNumber: receipt.vendorInvoiceNumber,
  tax: amountText(receipt.taxCents),
  shipping: amountText(receipt.shippingCents),
  lines: Object.fromEntries(
    receipt.lines.map(({ id, quantity: came, inventoryLocationId, serials }) => [
      id,
      { text: decimalOfQuantity(quantity(came)), placeId: inventoryLocationId, serials, expectedOn: null },
    ]),
  ),
});
const amountText = (amount: number): string => (amount === 0 ? '' : decimalOfCents(cents(amount)));

/** How much of it came: of numbered units as many as there are numbers. undefined: no number stands there. */
export function cameOf({ line }: ReceiptRow, { text, serials }: LineDraft): number | undefined {
  if (line.serialized) return serials.length * ONE;
  const read = typedNumber(text, quantityFromDecimal);
  return read === null ? 0 : read;
}

export const centsOf = typedCents;

/** What is still to come of it after this receipt. */
export const openAfter = (row: ReceiptRow, came: number): number =>
  openOf(row.line as never, quantity(row.others + came));

/** All that is open came; numbered units are scanned, so theirs stay. */
export const withAllOpen = (draft: ReceiptDraft, rows: readonly ReceiptRow[]): ReceiptDraft => ({
  ...draft,
  lines: {
    ...draft.lines,
    ...Object.fromEntries(
      rows.flatMap((row) => {
        const open = openAfter(row, 0);
        const before = draft.lines[row.key];
        if (row.line.serialized || open === 0 || !before) return [];
        return [[row.key, { ...before, text: decimalOfQuantity(quantity(open)) }]];
      }),
    ),
  },
});

/** The row a scanned code is of: our code, else the vendor's; one with something open first. */
export function rowWithCode(rows: readonly ReceiptRow[], code: string): ReceiptRow | undefined {
  const wanted = code.trim().toLowerCase();
  if (wanted === '') return undefined;
  const isOf = (text: string | null) => text?.toLowerCase() === wanted;
  const ours = rows.filter(({ line }) => isOf(line.skuCode));
  const found = ours.length > 0 ? ours : rows.filter(({ line }) => isOf(line.vendorPartNumber));
  return found.find((row) => openAfter(row, 0) > 0) ?? found[0];
}

/** One more of it. */
export function withOneMore(draft: ReceiptDraft, row: ReceiptRow): ReceiptDraft {
  const before = draft.lines[row.key];
  if (!before || row.line.serialized) return draft;
  const text = decimalOfQuantity(quantity((cameOf(row, before) ?? 0) + ONE));
  return { ...draft, lines: { ...draft.lines, [row.key]: { ...before, text } } };
}
