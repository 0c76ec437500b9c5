/** What was bought of a vendor, how punctual it was, and what a SKU cost so far (issue 5, part 1). */
import { expect, test } from 'vitest';
import { buyingCompany, key } from '#testing/buying.ts';
import { eachEngine } from '#testing/databases.ts';

eachEngine('what was bought of a vendor', (database) => {
  test('by year and in twelve months; on time by the day it named; every price paid', async () => {
    const { buyer, raise, step, receive, vendor, pump, shelf } = await buyingCompany(database());
    const { vendor: other } = await buyer.call('vendors.create', {
      key: key(),
      body: { name: 'Quincy Pipe', street: '2 Dock St', city: 'Quincy' },
    });
    const order = async (vendorId: number, cost: number, date: string) =>
      (
        await step(
          'markSent',
          await raise({
            vendorId,
            date,
            lines: [{ skuId: pump, quantity: 20_000, cost, expectedOn: '2026-03-02' }],
          }),
        )
      ).card;
    const first = await order(vendor.id, 111_100, '2025-02-01');
    const came = async (card: typeof first, receivedOn: string) =>
      (
        await receive(card, [{ lineId: card.lines[0]!.id, inventoryLocationId: shelf, quantity: 10_000 }], {
          receivedOn,
          shippingCents: 5,
        })
      ).card;
    // Long ago; on the day; a day after it.
    await came(first, '2025-03-01');
    const second = await came(await order(vendor.id, 222_200, '2026-02-02'), '2026-03-02');
    await came(second, '2026-03-03');
    await order(other.id, 333_300, '2026-01-01');
    await raise({ vendorId: other.id, lines: [{ skuId: pump, quantity: 10_000, cost: 999_900 }] });

    expect(await buyer.call('vendors.bought', { params: { id: vendor.id } })).toEqual({
      years: [
        { year: 2026, currency: 'USD', receivedCents: 2 * (2_222 + 5) },
        { year: 2025, currency: 'USD', receivedCents: 1_111 + 5 },
      ],
      lastYear: [{ currency: 'USD', receivedCents: 2 * (2_222 + 5) }],
      onTime: { counted: 2, onTime: 1, rate: 500_000 },
    });
    expect(await buyer.call('vendors.bought', { params: { id: other.id } })).toEqual({
      years: [],
      lastYear: [],
      onTime: { counted: 0, onTime: 0, rate: null },
    });
    // The newest order first; one nobody was sent is no price.
    const { items } = await buyer.call('skus.prices', { params: { id: pump } });
    expect(items.map(({ vendorName, cost, date }) => [vendorName, cost, date])).toEqual([
      ['Harbor Supply', 222_200, '2026-02-02'],
      ['Quincy Pipe', 333_300, '2026-01-01'],
      ['Harbor Supply', 111_100, '2025-02-01'],
    ]);
    const ofOne = await buyer.call('skus.prices', { params: { id: pump }, query: { vendorId: other.id } });
    expect(ofOne.items).toHaveLength(1);
    await expect(buyer.call('skus.prices', { params: { id: 999_999 } })).rejects.toMatchObject({
      code: 'record.not_found',
    });
  });
});
