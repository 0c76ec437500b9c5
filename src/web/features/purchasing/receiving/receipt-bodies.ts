/** A typed receipt as it is sent. What cannot be read is left out: the grid says so before anything is sent. */
import type { ReceiptView } from '#contract/purchase-order.ts';
import { changedOf } from '../../../parts/changed-of.ts';
import type { CorrectBody, ReceiveBody } from './receipt-check.ts';
import { cameOf, centsOf, openAfter, type ReceiptDraft, type ReceiptRow } from './receipt-draft.ts';

const headOf = (draft: ReceiptDraft) => ({
  receivedOn: draft.receivedOn,
  vendorInvoiceNumber: draft.vendorInvoiceNumber.trim(),
  taxCents: centsOf(draft.tax) ?? 0,
  shippingCents: centsOf(draft.shipping) ?? 0,
});

const linesOf = (rows: readonly ReceiptRow[], draft: ReceiptDraft) =>
  rows.flatMap((row) => {
    const typed = draft.lines[row.key];
    return typed ? [{ row, typed, came: cameOf(row, typed) ?? 0 }] : [];
  });

export const receiveBody = (rows: readonly ReceiptRow[], draft: ReceiptDraft): ReceiveBody => ({
  ...headOf(draft),
  lines: linesOf(rows, draft)
    .filter(({ came }) => came > 0)
    .map(({ row, typed, came }) => ({
      lineId: row.line.id,
      inventoryLocationId: typed.placeId,
      quantity: came,
      serials: row.line.serialized ? [...typed.serials] : [],
    })),
});

/** Only what is otherwise than it was. */
export function correctBody(
  receipt: ReceiptView,
  rows: readonly ReceiptRow[],
  draft: ReceiptDraft,
): CorrectBody {
  const { receivedOn, vendorInvoiceNumber, taxCents, shippingCents } = receipt;
  const before = { receivedOn, vendorInvoiceNumber, taxCents, shippingCents };
  const lines = linesOf(rows, draft).flatMap(({ row, typed, came }) => {
    const was = receipt.lines.find(({ id }) => id === row.key);
    const is = {
      id: row.key,
      inventoryLocationId: typed.placeId,
      quantity: came,
      serials: row.line.serialized ? [...typed.serials] : [],
    };
    const changed =
      was && changedOf({ ...is, ...pick(was), serials: [...was.serials] }, is as Record<string, unknown>);
    return changed && Object.keys(changed).length > 0 ? [is] : [];
  });
  return { receiptId: receipt.id, changes: changedOf(before, headOf(draft)), lines };
}
const pick = ({ inventoryLocationId, quantity }: ReceiptView['lines'][number]) => ({
  inventoryLocationId,
  quantity,
});

export const isUnchanged = ({ changes = {}, lines = [] }: CorrectBody): boolean =>
  Object.keys(changes).length === 0 && lines.length === 0;

/** The days that were given for what is still to come, where they are others than the lines have. */
export const expectedChanges = (rows: readonly ReceiptRow[], draft: ReceiptDraft) =>
  linesOf(rows, draft).flatMap(({ row, typed, came }) =>
    openAfter(row, came) > 0 && typed.expectedOn !== row.line.expectedOn
      ? [{ id: row.line.id, changes: { expectedOn: typed.expectedOn } }]
      : [],
  );
