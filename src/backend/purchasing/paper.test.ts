/** The paper of an order over the whole way: what the vendor gets to read. */
import { expect, test } from 'vitest';
import { buyingCompany, expectedOf } from '#testing/buying.ts';
import { eachEngine } from '#testing/databases.ts';
import { readPdf } from '../papers/pdf-text.fixture.ts';

eachEngine('the paper of an order', (database) => {
  test('says vendor, lines in their order, amounts and where it goes; lines taken off are not on it', async () => {
    const buying = await buyingCompany(database());
    const { raise, buyer } = buying;
    const raised = await raise({ memo: 'Call first', shippingCents: 2_500 });
    const { card } = await buyer.call('purchaseOrders.update', {
      params: { id: raised.order.id },
      body: {
        expected: expectedOf(raised),
        remove: [raised.lines[0]!.id],
        add: [
          {
            skuId: null,
            description: 'Crimp rings',
            vendorPartNumber: 'CR-34',
            quantity: 20_000,
            cost: 114_000,
          },
        ],
      },
    });
    const { text } = await paperOf(buying, card.order.id, { format: 'pdf' });
    for (const word of [
      `Purchase order ${card.order.number}`,
      'Harbor Supply',
      'HEATER',
      'CR-34',
      'Crimp rings',
      'Call first',
      'Main',
      '712.00',
      '22.80',
    ]) {
      expect(text).toContain(word);
    }
    expect(text).not.toContain('PUMP');
  });

  test('rolled up, lines of one SKU at one cost are one; a workbook is one', async () => {
    const buying = await buyingCompany(database());
    const { raise, pump } = buying;
    const lines = [1, 2, 3].map((units) => ({ skuId: pump, quantity: units * 10_000, cost: 500_000 }));
    const { order } = await raise({ lines });
    const { text } = await paperOf(buying, order.id, { format: 'pdf', rolledUp: 'true' });
    expect(text).toContain('300.00');
    expect(text).not.toContain('150.00');
    const book = await paperOf(buying, order.id, { format: 'xlsx' });
    expect(book.fileName).toBe(`PO ${order.number}.xlsx`);
    expect(String.fromCharCode(...book.bytes.slice(0, 2))).toBe('PK');
  });
});

type Buying = Awaited<ReturnType<typeof buyingCompany>>;
async function paperOf(
  { office, buyer }: Pick<Buying, 'office' | 'buyer'>,
  id: number,
  query: { format: 'pdf' | 'xlsx'; rolledUp?: 'true' },
) {
  const { download } = await office.backend.call({
    endpoint: 'purchaseOrders.paper',
    actor: buyer.actor,
    params: { id },
    query,
    body: undefined,
    idempotencyKey: null,
    bodyHash: '',
    requestId: 'test',
    address: '127.0.0.1',
    signal: new AbortController().signal,
  });
  const parts: Uint8Array[] = [];
  for await (const chunk of download!.chunks) parts.push(chunk as Uint8Array);
  const bytes = Buffer.concat(parts);
  const pages = query.format === 'pdf' ? await readPdf(bytes) : [];
  return { fileName: download!.fileName, bytes, text: pages.flatMap(({ lines }) => lines).join('\n') };
}
