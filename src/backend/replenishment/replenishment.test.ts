/** From what is low to orders with vendors (domain-rules §5, issue 5 part 7), on both engines. */
import { expect, test } from 'vitest';
import type { BodyIn } from '#contract/endpoints.ts';
import { type Proposals, raiseProposals as raiseBody } from '#contract/replenishment.ts';
import type { Id } from '#domain/ids.ts';
import { type Buying, buyingCompany, codeOf, expectedOf, key } from '#testing/buying.ts';
import { eachEngine } from '#testing/databases.ts';
import { remembering } from '#testing/statements.ts';
import { raiseProposals } from './raise.ts';

const units = (count: number) => count * 10_000;
const list = ({ buyer }: Buying, more: { levels?: 'UpToMost'; used?: 'false' } = {}): Promise<Proposals> =>
  buyer.call('replenishment.list', { query: { levels: 'BelowLeast', used: 'true', ...more } });

async function sold({ buyer }: Buying, skuId: Id, vendorId: Id, more = {}) {
  const item = { cost: 480_000, priceBreaks: [{ from: units(5), cost: 450_000 }], ...more };
  await buyer.call('catalogue.create', { key: key(), body: { vendorId, skuId, item } });
}
const leveled = ({ buyer }: Buying, skuId: Id, inventoryLocationId: Id, [least, most]: [number, number]) =>
  buyer.call('skus.setLevel', {
    key: key(),
    params: { id: skuId },
    body: { inventoryLocationId, level: { least: units(least), most: units(most) } },
  });

/** What is proposed, as it is raised: from the first who sells it. */
const asProposed = ({ typeId, office }: Buying, { lines }: Proposals): BodyIn<'replenishment.raise'> => ({
  policy: { levels: 'BelowLeast', used: true },
  typeId,
  businessUnitId: office.businessUnitId,
  lines: lines.map(({ skuId, inventoryLocationId, quantity, offers }) => ({
    skuId,
    inventoryLocationId,
    quantity,
    proposed: quantity,
    vendorId: offers[0]!.vendorId,
  })),
});
const raise = (company: Buying, body: BodyIn<'replenishment.raise'>, retry = key()) =>
  company.buyer.call('replenishment.raise', { key: retry, body });

eachEngine('replenishment', (database) => {
  test('what is low is ordered once: for each place an order, at the catalogue’s price, and nothing is proposed any more', async () => {
    const company = await buyingCompany(database());
    const { pump, heater, vendor, shelf, truck, read } = company;
    await sold(company, pump, vendor.id, { preferred: true });
    await leveled(company, pump, shelf, [4, 10]);
    await leveled(company, pump, truck, [1, 2]);
    await leveled(company, heater, shelf, [1, 1]);
    const proposed = await list(company);
    expect(proposed.lines.map((one) => [one.place, one.skuCode, one.quantity, one.offers.length])).toEqual([
      ['Main', 'HEATER', units(1), 0],
      ['Main', 'PUMP', units(10), 1],
      ['Truck 7', 'PUMP', units(2), 1],
    ]);
    const pumps = { ...proposed, lines: proposed.lines.filter(({ skuId }) => skuId === pump) };
    const body = asProposed(company, pumps);
    const once = key();
    const { orders } = await raise(company, body, once);
    expect(orders).toMatchObject([
      { vendorName: 'Harbor Supply', place: 'Main', lineCount: 1 },
      { vendorName: 'Harbor Supply', place: 'Truck 7', lineCount: 1 },
    ]);
    // The same request again has the same answer, and orders nothing.
    expect(await raise(company, body, once)).toEqual({ orders });
    const { order, lines } = await read(orders[0]!.id);
    expect(order).toMatchObject({ isReplenishment: true, status: 'Pending', inventoryLocationId: shelf });
    expect(lines).toMatchObject([{ skuId: pump, quantity: units(10), cost: 450_000 }]);
    expect((await read(orders[1]!.id)).lines).toMatchObject([{ quantity: units(2), cost: 480_000 }]);
    expect((await list(company)).lines.map(({ skuCode }) => skuCode)).toEqual(['HEATER']);
    const { items } = await company.buyer.call('purchaseOrders.list', { query: {} });
    expect(items).toHaveLength(2);
  });

  test('two who raise at once: one has the orders, the other is told, and nothing is bought twice', async () => {
    const company = await buyingCompany(database());
    const { pump, heater, vendor, shelf, buyer } = company;
    await sold(company, pump, vendor.id);
    await sold(company, heater, vendor.id);
    await leveled(company, pump, shelf, [4, 10]);
    await leveled(company, heater, shelf, [1, 2]);
    const body = asProposed(company, await list(company));
    const reversed = { ...body, lines: body.lines.toReversed() };
    const answers = await Promise.all([codeOf(raise(company, body)), codeOf(raise(company, reversed))]);
    expect(answers.toSorted()).toEqual(['ok', 'replenishment.changed']);
    expect((await buyer.call('purchaseOrders.list', { query: {} })).items).toHaveLength(1);
  });

  test('what another order brings is not proposed, until it is canceled', async () => {
    const company = await buyingCompany(database());
    const { pump, vendor, shelf, buyer, step, receive } = company;
    await sold(company, pump, vendor.id);
    await leveled(company, pump, shelf, [4, 10]);
    const card = await company.raise({ lines: [{ skuId: pump, quantity: units(4) }] });
    expect((await list(company)).lines).toEqual([]);
    expect((await list(company, { levels: 'UpToMost' })).lines).toMatchObject([
      { quantity: units(6), onOrder: units(4), onHand: 0 },
    ]);
    const { card: sent } = await step('markSent', card);
    const { card: half } = await receive(sent, [
      { lineId: sent.lines[0]!.id, inventoryLocationId: shelf, quantity: units(3) },
    ]);
    expect((await list(company, { levels: 'UpToMost' })).lines).toMatchObject([
      { quantity: units(6), onOrder: units(1), onHand: units(3) },
    ]);
    await buyer.call('purchaseOrders.closeShort', {
      params: { id: half.order.id },
      body: { expected: expectedOf(half), memo: 'No more' },
    });
    expect((await list(company)).lines).toMatchObject([{ quantity: units(7), onOrder: 0 }]);
  });

  test('a vendor that does not sell it, a line given twice, and more than is needed now are refused', async () => {
    const company = await buyingCompany(database());
    const { pump, vendor, shelf, buyer } = company;
    await leveled(company, pump, shelf, [4, 10]);
    const line = {
      skuId: pump,
      inventoryLocationId: shelf,
      vendorId: vendor.id,
      quantity: units(10),
      proposed: units(10),
    };
    const body = { ...asProposed(company, { lines: [], left: 0 }), lines: [line] };
    expect(await codeOf(raise(company, body))).toBe('replenishment.not_sold');
    await sold(company, pump, vendor.id);
    expect(await codeOf(raise(company, { ...body, lines: [line, line] }))).toBe('replenishment.changed');
    const greedy = { ...line, proposed: units(11) };
    expect(await codeOf(raise(company, { ...body, lines: [greedy] }))).toBe('replenishment.changed');
    expect((await buyer.call('purchaseOrders.list', { query: {} })).items).toEqual([]);
  });

  test('vendors are locked before all else, at once: who raises for the same ones in another order waits in no circle', async () => {
    const company = await buyingCompany(database());
    const { pump, heater, vendor, shelf, buyer, office } = company;
    const { vendor: other } = await buyer.call('vendors.create', {
      key: key(),
      body: { name: 'Anchor', street: '2 Dock St', city: 'Quincy' },
    });
    await sold(company, pump, other.id);
    await sold(company, heater, vendor.id);
    await leveled(company, pump, shelf, [4, 10]);
    await leveled(company, heater, shelf, [1, 2]);
    const body = raiseBody.parse(asProposed(company, await list(company)));
    const context = { actor: buyer.actor, now: office.clock.now(), requestId: 'test', address: '' };
    const locks = await database().transaction({ tenantId: office.tenantId }, async (tx) => {
      const asked = remembering(tx);
      await raiseProposals(asked.tx, context, body);
      return asked.statements.filter((sql) => sql.includes('for no key update'));
    });
    const tables = locks.map((sql) => /from (company\.\w+)/.exec(sql)![1]);
    expect(tables.slice(0, 2)).toEqual(['company.vendors', 'company.skus']);
  });
});
