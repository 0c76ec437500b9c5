/** The paper of an order to take away, as PDF or workbook. */
import type { QueryOf } from '#contract/endpoints.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { CommandContext } from '../write/context.ts';
import { printedOrder } from './printed.ts';
import { orderCardOf } from './queries.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** @throws ProblemError record.not_found (404) */
export async function orderPaper(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { format, rolledUp }: QueryOf<'purchaseOrders.paper'>,
) {
  const view = await orderCardOf(tx, context, id);
  const printed = await printedOrder(tx, view, { rolledUp: rolledUp === 'true' });
  const bytes = format === 'pdf' ? await pdfOf(printed) : await workbookOf(printed);
  async function* chunks() {
    yield bytes;
  }
  return {
    status: 200,
    body: null,
    download: {
      fileName: `PO ${view.order.number}.${format}`,
      mediaType: format === 'pdf' ? 'application/pdf' : WORKBOOK,
      chunks: chunks(),
    },
  };
}

type Printed = Awaited<ReturnType<typeof printedOrder>>;
// Read when somebody asks: the libraries take 30 MB (papers/README.md).
const pdfOf = async (printed: Printed) => (await import('../papers/order-pdf.ts')).orderPdf(printed);
const workbookOf = async (printed: Printed) =>
  (await import('../papers/order-workbook.ts')).orderWorkbook(printed);
