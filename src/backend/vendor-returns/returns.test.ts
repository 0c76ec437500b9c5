/** Returns over the whole way of a command: written, sent back, credited, canceled (domain-rules §5). */
import { expect, test } from 'vitest';
import type { OrderCardView } from '#contract/purchase-order.ts';
import type { ReturnCardView } from '#contract/vendor-return.ts';
import { RETURN_STATUSES, RETURN_TABLE, type ReturnStatus } from '#domain/purchasing/vendor-return.ts';
import { codeOf, expectedOf, key } from '#testing/buying.ts';
import { eachEngine } from '#testing/databases.ts';
import { type Returning, returningCompany, seen } from '#testing/returning.ts';

/** By the steps that lead there. */
const WAYS: Readonly<Record<ReturnStatus, readonly ('sendBack' | 'receiveCredit' | 'cancel')[]>> = {
  Pending: [],
  Returned: ['sendBack'],
  CreditReceived: ['sendBack', 'receiveCredit'],
  Canceled: ['cancel'],
};
const COMMANDS = ['edit', 'sendBack', 'receiveCredit', 'cancel'] as const;

/** @param order what it is of: a quarter of a unit, so that one order is enough for each cell of the table */
async function inStatus(
  company: Returning,
  status: ReturnStatus,
  order: OrderCardView,
): Promise<ReturnCardView> {
  let card = await company.write(order, { lines: [company.lineOf(order, 0, { quantity: 2_500 })] });
  for (const step of WAYS[status]) ({ card } = await company.give(step, card));
  expect(card.vendorReturn.status).toBe(status);
  return card;
}

eachEngine('returns to vendors', (database) => {
  test('each command in each status is taken or refused as its table says', async () => {
    const company = await returningCompany(database());
    const order = await company.received();
    for (const status of RETURN_STATUSES) {
      const fresh = () => inStatus(company, status, order);
      const give = (command: (typeof COMMANDS)[number], card: ReturnCardView) =>
        command === 'edit'
          ? company.edit(card, { changes: { memo: 'Call first' } })
          : company.give(command, card);
      // What is refused leaves it as it is: one is enough for all of these.
      const same = await fresh();
      for (const command of COMMANDS.filter((one) => !RETURN_TABLE[status].includes(one))) {
        expect(await codeOf(give(command, same)), `${command} while ${status}`).toBe('return.not_in_status');
      }
      for (const command of RETURN_TABLE[status]) {
        expect(await codeOf(give(command, await fresh())), `${command} while ${status}`).toBe('ok');
      }
    }
  });

  test('of an order: the order’s vendor, words and costs; it leaves shelf and numbers when it is sent back', async () => {
    const company = await returningCompany(database());
    const { received, write, give, lineOf, onHand, pump, heater, vendor, buyer, read } = company;
    const order = await received();
    const serial = `H-${order.order.number}`;
    const card = await write(order, {
      restockingFeeCents: 500,
      reason: 'Cracked in its box',
      lines: [lineOf(order, 0, { quantity: 30_000 }), lineOf(order, 1, { serials: [serial] })],
    });
    expect(card.vendorReturn).toMatchObject({ vendorId: vendor.id, status: 'Pending', takesFromStock: true });
    expect(card.names).toMatchObject({ vendor: 'Harbor Supply', orderNumber: order.order.number });
    expect(card.lines).toMatchObject([
      { skuCode: 'PUMP', cost: 500_000, quantity: 30_000, place: 'Main', serials: [] },
      { skuCode: 'HEATER', cost: 7_120_000, serials: [serial] },
    ]);
    expect(await buyer.call('vendorReturns.get', { params: { id: card.vendorReturn.id } })).toEqual(card);
    expect(await onHand(pump)).toMatchObject([{ onHand: 40_000 }]);
    const { card: sent } = await give('sendBack', card);
    expect(sent.vendorReturn).toMatchObject({ status: 'Returned', returned: { byName: expect.any(String) } });
    expect(await onHand(pump)).toMatchObject([{ onHand: 10_000 }]);
    expect(await onHand(heater)).toEqual([]);
    const { items } = await buyer.call('skus.movements', { params: { id: heater } });
    expect(items[0]).toMatchObject({
      kind: 'Return',
      quantity: -10_000,
      serialsOut: [serial],
      memo: `Return ${card.vendorReturn.number}`,
    });
    // 3 × 50.00 and 712.00, less 5.00.
    expect((await read(order.order.id)).returns).toMatchObject([
      { number: card.vendorReturn.number, status: 'Returned', expectedCents: 857_00, creditedCents: null },
    ]);
    expect((await read(order.order.id)).asking.returned).toEqual([
      { lineId: order.lines[0]!.id, quantity: 30_000 },
      { lineId: order.lines[1]!.id, quantity: 10_000 },
    ]);
    const { card: canceled } = await give('cancel', sent);
    expect(canceled.vendorReturn.status).toBe('Canceled');
    expect(await onHand(pump)).toMatchObject([{ onHand: 40_000 }]);
    expect(await onHand(heater)).toMatchObject([{ onHand: 10_000, serials: [serial] }]);
    expect((await read(order.order.id)).asking.returned).toEqual([]);
  });

  test('free: of SKUs at the vendor’s own cost; by a type that takes nothing from stock the shelf stays', async () => {
    const company = await returningCompany(database());
    const { received, buyer, vendor, office, core, pump, shelf, onHand, give } = company;
    await received();
    await buyer.call('catalogue.create', {
      key: key(),
      body: { vendorId: vendor.id, skuId: pump, item: { vendorPartNumber: 'H-77', cost: 480_000 } },
    });
    const { card } = await buyer.call('vendorReturns.create', {
      key: key(),
      body: {
        vendorId: vendor.id,
        businessUnitId: office.businessUnitId,
        typeId: core,
        lines: [{ skuId: pump, inventoryLocationId: shelf, quantity: 20_000 }],
      },
    });
    expect(card.lines).toMatchObject([{ vendorPartNumber: 'H-77', cost: 480_000, description: 'PUMP' }]);
    const { card: sent } = await give('sendBack', card);
    expect(sent.vendorReturn).toMatchObject({ orderId: null, takesFromStock: false });
    expect(await onHand(pump)).toMatchObject([{ onHand: 40_000 }]);
  });

  test('no more than came, nothing that is not there, no number twice, no credit of tomorrow', async () => {
    const company = await returningCompany(database());
    const { received, write, lineOf, give, buyer, pump, shelf, accounting, CREDIT } = company;
    const order = await received();
    const writing = (lines: Parameters<typeof write>[1]) => codeOf(write(order, lines));
    expect(await writing({ lines: [] })).toBe('return.nothing');
    expect(await writing({ lines: [lineOf(order, 0, { quantity: 40_001 })] })).toBe('return.too_much');
    expect(await writing({ restockingFeeCents: 50_01 })).toBe('return.fee_above_value');
    expect(await writing({ lines: [lineOf(order, 0, { lineId: 999 })] })).toBe('record.not_found');
    const all = await write(order, { lines: [lineOf(order, 0, { quantity: 40_000 })] });
    expect(await writing({})).toBe('return.too_much');
    await buyer.call('skus.count', {
      params: { id: pump },
      key: key(),
      body: { inventoryLocationId: shelf, quantity: 5_000 },
    });
    expect(await codeOf(give('sendBack', all))).toBe('receipt.not_on_hand');
    const unnumbered = await write(order, { lines: [lineOf(order, 1)] });
    expect(await codeOf(give('sendBack', unnumbered))).toBe('receipt.serials_missing');
    const lines = [lineOf(order, 1, { serials: ['H-nobody'] })];
    const { card: wrong } = await company.edit(unnumbered, { lines });
    expect(await codeOf(give('sendBack', wrong))).toBe('receipt.serial_gone');
    const { card: small } = await company.edit(all, { lines: [lineOf(order, 0, { quantity: 5_000 })] });
    const { card: sent } = await give('sendBack', small);
    const late = accounting.call('vendorReturns.receiveCredit', {
      params: { id: sent.vendorReturn.id },
      body: { expected: seen(sent), ...CREDIT, on: '2099-01-01' },
    });
    expect(await codeOf(late)).toBe('receipt.in_future');
  });

  test('the credit is what the vendor says it is, by their number and day', async () => {
    const company = await returningCompany(database());
    const card = await inStatus(company, 'CreditReceived', await company.received());
    expect(card.vendorReturn.credited).toMatchObject({ cents: 45_00, number: 'CM-7', on: '2025-11-20' });
    const { items } = await company.accounting.call('vendorReturns.list', { query: { q: 'cm-7' } });
    expect(items).toMatchObject([
      { id: card.vendorReturn.id, expectedCents: 12_50, creditedCents: 45_00, creditedOn: '2025-11-20' },
    ]);
  });

  test('found by status, vendor, order, day and words; the history says what of which line', async () => {
    const company = await returningCompany(database());
    const { write, received, buyer, vendor, edit, lineOf } = company;
    const [one, two] = [await received(), await received()];
    const a = await write(one, { reason: 'Cracked' });
    const b = await write(two);
    const found = async (query: Record<string, unknown>) =>
      (await buyer.call('vendorReturns.list', { query })).items.map(({ id }) => id);
    const ids = [b.vendorReturn.id, a.vendorReturn.id];
    expect(await found({})).toEqual(ids);
    expect(await found({ vendorId: vendor.id, statuses: ['Pending', 'Returned'] })).toEqual(ids);
    expect(await found({ statuses: ['Returned'] })).toEqual([]);
    expect(await found({ orderId: one.order.id })).toEqual([a.vendorReturn.id]);
    expect(await found({ q: 'harbor crack' })).toEqual([a.vendorReturn.id]);
    expect(await found({ q: String(two.order.number) })).toEqual([b.vendorReturn.id]);
    expect(await found({ from: a.vendorReturn.date, to: a.vendorReturn.date })).toEqual(ids);
    expect(await found({ to: '2020-01-01' })).toEqual([]);
    await edit(a, { lines: [lineOf(one, 0, { quantity: 20_000, cost: 490_000 })] });
    const { entries } = await buyer.call('history.get', {
      params: { kind: 'vendorReturn', id: a.vendorReturn.id },
    });
    expect(entries[0]).toMatchObject({
      verb: 'vendor-return.updated',
      changes: [{ field: 'lines', before: ['1 × PUMP, 50.00 each'], after: ['2 × PUMP, 49.00 each'] }],
    });
  });

  test('two who send the same back at once: one effect, and the other is told', async () => {
    const company = await returningCompany(database());
    const card = await company.write(await company.received());
    const answers = await Promise.all([
      codeOf(company.give('sendBack', card)),
      codeOf(company.give('sendBack', card)),
    ]);
    expect(answers.sort()).toEqual(['ok', 'request.stale']);
    expect(await company.onHand(company.pump)).toMatchObject([{ onHand: 30_000 }]);
  });

  test('a receipt is corrected to none while all of it is put on a return: one of the two is refused', async () => {
    const company = await returningCompany(database());
    const order = await company.received();
    const { id: receiptId } = order.receipts[0]!;
    const [cancel, back] = await Promise.all([
      codeOf(
        company.buyer.call('purchaseOrders.cancelReceipt', {
          params: { id: order.order.id },
          body: { expected: expectedOf(order), receiptId },
        }),
      ),
      codeOf(company.write(order, { lines: [company.lineOf(order, 0, { quantity: 40_000 })] })),
    ]);
    expect([
      ['ok', 'return.too_much'],
      ['receipt.returned', 'ok'],
    ]).toContainEqual([cancel, back]);
  });

  test('a return that is written again with the same key is written once', async () => {
    const company = await returningCompany(database());
    const order = await company.received();
    const again = () =>
      company.buyer.call('vendorReturns.create', {
        key: 'retried',
        body: { orderId: order.order.id, typeId: company.defective, lines: [company.lineOf(order, 0)] },
      });
    expect(await again()).toEqual(await again());
    expect((await company.buyer.call('vendorReturns.list', { query: {} })).items).toHaveLength(1);
  });

  test('who is confined to another unit is not told that there is one', async () => {
    const company = await returningCompany(database());
    const { office, accounting } = company;
    const order = await company.received();
    const card = await company.write(order);
    const { id } = card.vendorReturn;
    const elsewhere = office.person('purchasing', { units: [office.otherUnitId] });
    expect(await codeOf(accounting.call('vendorReturns.get', { params: { id } }))).toBe('ok');
    expect(await codeOf(elsewhere.call('vendorReturns.get', { params: { id } }))).toBe('record.not_found');
    expect((await elsewhere.call('vendorReturns.list', { query: {} })).items).toEqual([]);
    const body = { orderId: order.order.id, typeId: company.defective, lines: [company.lineOf(order, 0)] };
    expect(await codeOf(elsewhere.call('vendorReturns.create', { key: key(), body }))).toBe(
      'record.not_found',
    );
    expect(await codeOf(company.give('sendBack', card, elsewhere))).toBe('record.not_found');
  });

  test('two who change other fields are both kept; who sends back what became another is told', async () => {
    const company = await returningCompany(database());
    const { edit } = company;
    const order = await company.received();
    const card = await company.write(order);
    await edit(card, { changes: { memo: 'By the blue van' } });
    expect(await codeOf(edit(card, { changes: { reason: 'Cracked' } }))).toBe('ok');
    const lines = [company.lineOf(order, 0, { quantity: 20_000 })];
    expect(await codeOf(edit(card, { lines }))).toBe('ok');
    expect(await codeOf(company.give('sendBack', card))).toBe('request.stale');
  });
});
