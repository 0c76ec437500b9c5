/** The paper of an order, as PDF or workbook: to take away as it is now or as it was sent, or for an e-mail. */
import type { QueryOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { OrderCardView } from '#contract/purchase-order.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { PrintedOrder } from '#domain/purchasing/printed-order.ts';
import type { Papers } from '#domain/vendor/delivery.ts';
import type { CommandContext } from '../write/context.ts';
import { printedOrder } from './printed.ts';
import { orderCardOf } from './queries.ts';
import { sentPaper } from './sends.ts';

export type PaperFormat = 'pdf' | 'xlsx';
export const MEDIA_TYPES: Readonly<Record<PaperFormat, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
export const paperName = (number: number, format: PaperFormat): string => `PO ${number}.${format}`;

/** @throws ProblemError record.not_found (404) */
export async function orderPaper(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { format, rolledUp, sendId }: QueryOf<'purchaseOrders.paper'>,
) {
  const view = await orderCardOf(tx, context, id);
  const bytes =
    sendId === undefined
      ? await made(await printedOrder(tx, view, { rolledUp: rolledUp === 'true' }), format)
      : await sentPaper(tx, id, sendId, format);
  if (bytes === null) throw new ProblemError('record.not_found', { kind: 'purchaseOrder' });
  async function* chunks() {
    yield bytes;
  }
  return {
    status: 200,
    body: null,
    download: {
      fileName: paperName(view.order.number, format),
      mediaType: MEDIA_TYPES[format],
      chunks: chunks(),
    },
  };
}

/** The libraries are read when somebody asks: they take 30 MB (papers/README.md). */
async function made(printed: PrintedOrder, format: PaperFormat): Promise<Uint8Array> {
  return format === 'pdf'
    ? (await import('../papers/order-pdf.ts')).orderPdf(printed)
    : (await import('../papers/order-workbook.ts')).orderWorkbook(printed);
}

/** Those the e-mail of a vendor's option has attached, as the order stands in this transaction. */
export async function papersFor(
  tx: Transaction,
  view: OrderCardView,
  { pdf, workbook, rolledUp }: Papers,
): Promise<{ pdf: Uint8Array | null; workbook: Uint8Array | null }> {
  const printed = await printedOrder(tx, view, { rolledUp });
  return {
    pdf: pdf ? await made(printed, 'pdf') : null,
    workbook: workbook ? await made(printed, 'xlsx') : null,
  };
}
