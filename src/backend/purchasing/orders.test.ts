/** Orders over the whole way of a command: raised, changed, approved, sent (domain-rules §5). */
import { expect, test } from 'vitest';
import { buyingCompany, codeOf, expectedOf, key } from '#testing/buying.ts';
import { eachEngine } from '#testing/databases.ts';

eachEngine('purchase orders', (database) => {
  test('a raised order has its vendor’s tax and term, its type’s day, its SKUs’ names and costs', async () => {
    const { raise, read, vendor } = await buyingCompany(database());
    const card = await raise({ date: '2026-11-20' });
    expect(await read(card.order.id)).toEqual(card);
    expect(card.order).toMatchObject({
      status: 'Pending',
      vendorId: vendor.id,
      tax: { kind: 'Rate', rate: 62_500 },
      // A Friday: three working days on.
      requiredOn: '2026-11-25',
      approval: null,
    });
    expect(card.names).toMatchObject({ vendor: 'Harbor Supply', type: 'Stock', inventoryLocation: 'Main' });
    expect(card.lines).toMatchObject([
      { position: 1, skuCode: 'PUMP', description: 'PUMP', cost: 500_000, stocked: true, serialized: false },
      { position: 2, skuCode: 'HEATER', cost: 7_120_000, serialized: true },
    ]);
  });

  test('what the vendor’s catalogue says of a SKU goes before what the SKU says', async () => {
    const { raise, buyer, vendor, pump } = await buyingCompany(database());
    await buyer.call('catalogue.create', {
      key: key(),
      body: {
        vendorId: vendor.id,
        skuId: pump,
        item: { vendorPartNumber: 'H-77', cost: 480_000, priceBreaks: [{ from: 40_000, cost: 450_000 }] },
      },
    });
    expect((await raise()).lines[0]).toMatchObject({ vendorPartNumber: 'H-77', cost: 450_000 });
  });

  test('lines are added, changed and taken off in one step, and the history says which', async () => {
    const { raise, buyer, visit } = await buyingCompany(database());
    const card = await raise();
    const [pump, heater] = card.lines;
    const { card: after } = await buyer.call('purchaseOrders.update', {
      params: { id: card.order.id },
      body: {
        expected: expectedOf(card),
        changes: { memo: 'Call first' },
        add: [
          { skuId: visit, quantity: 10_000 },
          { skuId: null, description: 'Freight box', quantity: 10_000, cost: 99_999 },
        ],
        change: [{ id: pump!.id, changes: { quantity: 60_000 } }],
        remove: [heater!.id],
      },
    });
    expect(after.lines.map(({ position, description, active }) => [position, description, active])).toEqual([
      [1, 'PUMP', true],
      [2, 'HEATER', false],
      [3, 'VISIT', true],
      [4, 'Freight box', true],
    ]);
    expect(after.lines[2]).toMatchObject({ stocked: false });
    const { entries } = await buyer.call('history.get', {
      params: { kind: 'purchaseOrder', id: card.order.id },
    });
    expect(entries[0]!.changes).toEqual([
      { field: 'memo', before: '', after: 'Call first' },
      {
        field: 'lines',
        before: ['1. 4 × PUMP, 50.00 each', '2. 1 × HEATER, 712.00 each'],
        after: [
          '1. 6 × PUMP, 50.00 each',
          '2. 1 × HEATER, 712.00 each, taken off',
          '3. 1 × VISIT, 50.00 each',
          '4. 1 × Freight box, 9.9999 each',
        ],
      },
    ]);
  });

  test('two who change other fields are both kept; two who change lines are told of each other', async () => {
    const { raise, buyer, admin } = await buyingCompany(database());
    const card = await raise();
    const change = (as: typeof buyer, body: object) =>
      as.call('purchaseOrders.update', {
        params: { id: card.order.id },
        body: { expected: expectedOf(card), ...body },
      });
    await change(buyer, { changes: { memo: 'Call first' } });
    const second = await change(admin, { changes: { externalPoNumber: 'X-7' } });
    expect(second.merged).toBe(true);
    expect(second.card.order).toMatchObject({ memo: 'Call first', externalPoNumber: 'X-7' });
    await change(buyer, { change: [{ id: card.lines[0]!.id, changes: { quantity: 50_000 } }] });
    await expect(
      change(admin, { change: [{ id: card.lines[1]!.id, changes: { quantity: 20_000 } }] }),
    ).rejects.toMatchObject({ code: 'request.stale' });
  });

  test('above the author’s limit it waits for somebody else’s yes, and an edit asks again', async () => {
    const { raise, step, buyer, admin, office, read } = await buyingCompany(database());
    await admin.call('books.create', {
      key: key(),
      body: { kind: 'approvalLimit', values: { role: 'purchasing', limitCents: 50_000 } },
    });
    const card = await raise();
    expect(card.asking).toMatchObject({ actorLimitCents: 50_000, authorLimitCents: 50_000 });
    expect(await codeOf(step('markSent', card))).toBe('order.needs_approval');
    const { card: asked } = await step('submit', card, { memo: 'For the spring' });
    expect(asked.order.approval).toMatchObject({ status: 'PendingApproval', memo: 'For the spring' });
    expect(await codeOf(step('approve', asked))).toBe('order.own_approval');
    const accounting = office.person('accounting');
    const { card: approved } = await step('approve', asked, { as: accounting });
    const { card: dearer } = await buyer.call('purchaseOrders.update', {
      params: { id: card.order.id },
      body: {
        expected: expectedOf(approved),
        change: [{ id: card.lines[0]!.id, changes: { quantity: 90_000 } }],
      },
    });
    expect(dearer.order.approval?.status).toBe('PendingApproval');
    const { card: again } = await step('approve', dearer, { as: accounting });
    const { card: sent } = await step('markSent', again);
    expect(sent.order.status).toBe('Sent');
    expect((await read(card.order.id)).order.sent?.byName).toBeTruthy();
    // What is set for the person stands above what the role says, of who wrote it and of who approves.
    const limit = (person: typeof buyer, limitCents: number | null) =>
      database().transaction({ tenantId: 'system' }, (tx) =>
        tx.query('update office.users set order_limit_cents = $2 where id = $1', [
          person.actor.userId,
          limitCents,
        ]),
      );
    await limit(buyer, 60_000);
    await limit(accounting, 70_000);
    const other = await raise();
    expect(other.asking).toMatchObject({ actorLimitCents: 60_000, authorLimitCents: 60_000 });
    expect(await codeOf(step('markSent', other))).toBe('order.needs_approval');
    const { card: waiting } = await step('submit', other);
    expect(await codeOf(step('approve', waiting, { as: accounting }))).toBe('order.above_limit');
    await limit(buyer, 10_000_000);
    expect((await step('markSent', await raise())).card.order.status).toBe('Sent');
  });

  test('who approves what was changed meanwhile is told, and nothing is approved', async () => {
    const { raise, step, buyer, office, read } = await buyingCompany(database());
    const { card } = await step('submit', await raise());
    await buyer.call('purchaseOrders.update', {
      params: { id: card.order.id },
      body: {
        expected: expectedOf(card),
        change: [{ id: card.lines[0]!.id, changes: { quantity: 70_000 } }],
      },
    });
    expect(await codeOf(step('approve', card, { as: office.person('accounting') }))).toBe('request.stale');
    expect((await read(card.order.id)).order.approval?.status).toBe('PendingApproval');
  });

  test('what an order names must be there and in use', async () => {
    const { raise, buyer, vendor } = await buyingCompany(database());
    await buyer.call('vendors.update', {
      params: { id: vendor.id },
      body: {
        expected: [{ kind: 'vendor', id: vendor.id, version: vendor.version }],
        changes: { active: false },
      },
    });
    await expect(raise()).rejects.toMatchObject({
      code: 'order.inactive_reference',
      params: { inactive: [{ kind: 'vendor', id: vendor.id }] },
    });
    await expect(raise({ jobId: 999_999 })).rejects.toMatchObject({ code: 'record.not_found' });
  });

  test('orders are found by number, vendor, any of the vendor’s invoices, and what is overdue', async () => {
    const { raise, step, receive, buyer, shelf } = await buyingCompany(database());
    const late = await raise({ date: '2020-01-06' });
    const fresh = await raise();
    const { card: sent } = await step('markSent', late);
    const came = (card: typeof sent, quantity: number, invoice: string) =>
      receive(card, [{ lineId: card.lines[0]!.id, inventoryLocationId: shelf, quantity }], {
        vendorInvoiceNumber: invoice,
      });
    const { card: once } = await came(sent, 10_000, 'INV-1');
    await came(once, 10_000, 'inv-2');
    const found = async (query: Record<string, unknown>) =>
      (await buyer.call('purchaseOrders.list', { query })).items.map(({ number }) => number);
    const [a, b] = [late.order.number, fresh.order.number];
    expect(await found({})).toEqual([b, a]);
    expect(await found({ q: 'harbor' })).toEqual([b, a]);
    expect(await found({ q: String(b) })).toEqual([b]);
    expect(await found({ q: 'INV-2' })).toEqual([a]);
    expect(await found({ overdue: 'true' })).toEqual([a]);
    expect(await found({ statuses: ['Pending'] })).toEqual([b]);
    const [row] = (await buyer.call('purchaseOrders.list', { query: { q: 'inv-1' } })).items;
    expect(row).toMatchObject({ vendorInvoiceNumbers: ['INV-1', 'inv-2'], isOverdue: true, lineCount: 2 });
  });

  test('open orders are told before what they name goes out of use', async () => {
    const { raise, buyer, admin, typeId, shelf, office, vendor } = await buyingCompany(database());
    const { order } = await raise();
    const uses = async (kind: string, id: number) =>
      (await buyer.call('purchasing.uses', { params: { kind, id } } as never)).uses;
    const told = [{ of: 'openOrder', count: 1, names: [`PO ${order.number}`] }];
    expect(await uses('purchaseOrderType', typeId)).toEqual(told);
    expect(await uses('inventoryLocation', shelf)).toEqual(told);
    const openOrders = async () =>
      (await buyer.call('vendors.get', { params: { id: vendor.id } })).openOrders;
    expect(await openOrders()).toBe(1);
    const ofUnit = await admin.call('setupRecords.uses', {
      params: { kind: 'businessUnit', id: office.businessUnitId },
    } as never);
    expect(ofUnit.uses).toContainEqual(told[0]);
    await buyer.call('purchaseOrders.cancel', {
      params: { id: order.id },
      body: { expected: [{ kind: 'purchaseOrder', id: order.id, version: order.version }], reason: 'Other' },
    });
    expect(await uses('purchaseOrderType', typeId)).toEqual([]);
    expect(await openOrders()).toBe(0);
  });
});
