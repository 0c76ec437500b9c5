/** For every route of `contract/routes/bills.ts` a request that succeeds. */
import type { BillCardView } from '#contract/bill.ts';
import type { bills } from '#contract/routes/bills.ts';
import { expectedOfBill, judgedBill, keyedBill, receivedBill, reconciledBill } from '../fresh-bills.ts';
import type { Maker } from '../fresh-cards.ts';
import { sentOrder } from '../fresh-orders.ts';
import type { Ground } from '../ground.ts';
import { byId, fresh, type RequestsOf } from './makers.ts';

const on =
  (
    make: (ground: Ground) => Promise<BillCardView>,
    more: (card: BillCardView) => Readonly<Record<string, unknown>> = () => ({}),
  ): Maker =>
  async (ground) => {
    const card = await make(ground);
    return { params: { id: card.bill.id }, body: { expected: expectedOfBill(card), ...more(card) } };
  };

export const billsRequests: RequestsOf<typeof bills> = {
  'bills.list': async ({ mine }) => ({
    query: { q: 'dock', statuses: 'Unreconciled,Discrepancy', vendorId: String(mine.vendorId) },
  }),
  'bills.get': byId(({ mine }) => mine.billId),
  'bills.create': async (ground) => {
    const card = await sentOrder(ground);
    return {
      body: {
        orderId: card.order.id,
        vendorInvoiceNumber: `INV-${fresh()}`,
        billDate: card.asking.today,
        lines: [
          {
            lineId: card.lines[0]!.id,
            description: 'Pump',
            quantity: 10_000,
            cost: 125_000,
            amountCents: 1250,
          },
        ],
      },
    };
  },
  'bills.enter': on(receivedBill, ({ bill: { expected } }) => ({
    vendorInvoiceNumber: `INV-${fresh()}`,
    lines: expected.lines,
  })),
  'bills.agree': on(receivedBill),
  'bills.judge': on(judgedBill, ({ differences }) => ({
    verdicts: [
      { key: differences[0]!.key, cents: differences[0]!.cents, verdict: 'dispute', memo: 'Asked them' },
    ],
  })),
  'bills.cancel': on(keyedBill),
  'bills.agreeMany': async (ground) => ({ body: { expected: expectedOfBill(await receivedBill(ground)) } }),
  'bills.checkImport': async () => ({
    body: { csv: 'Order,Invoice,Date,Quantity,Amount\n9,X,2026-11-20,1,1\n' },
  }),
  'bills.import': async (ground) => {
    const {
      bill: { orderNumber, expected },
    } = await receivedBill(ground);
    const [line] = expected.lines;
    const csv = `Order,Invoice,Date,Description,Quantity,Cost,Amount\n${orderNumber},CSV-${fresh()},2026-11-20,${line!.description},3,12.50,37.50\n`;
    const books = ground.company.person('accounting');
    const { seen } = await books.call('bills.checkImport', { body: { csv } });
    return { body: { csv, seen } };
  },
  'bills.books': async (ground) => ({
    body: { command: 'post', expected: expectedOfBill(await reconciledBill(ground)) },
  }),
};
