/** SKUs and what lies where, over the whole way of a command (issue 5, part 2). */
import { expect, test } from 'vitest';
import type { BodyIn } from '#contract/endpoints.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

let keys = 0;
const key = () => `sku-${++keys}`;
const buyer = (office: Company) => office.person('purchasing');
const add = async (office: Company, body: Partial<BodyIn<'skus.create'>> = {}) =>
  (
    await buyer(office).call('skus.create', {
      key: key(),
      body: { code: 'PUMP-1', name: 'Pump', kind: 'Material', ...body },
    })
  ).sku;
const read = (office: Company, { id }: { id: number }) => buyer(office).call('skus.get', { params: { id } });
const change = (
  office: Company,
  { id, version }: { id: number; version: number },
  changes: BodyIn<'skus.update'>['changes'],
) =>
  buyer(office).call('skus.update', {
    params: { id },
    body: { expected: [{ kind: 'sku', id, version }], changes },
  });
const count = (office: Company, { id }: { id: number }, body: BodyIn<'skus.count'>, as = key()) =>
  buyer(office).call('skus.count', { params: { id }, key: as, body });
const level = (office: Company, { id }: { id: number }, body: BodyIn<'skus.setLevel'>) =>
  buyer(office).call('skus.setLevel', { params: { id }, key: key(), body });
const ledger = async (office: Company, { id }: { id: number }) =>
  (await buyer(office).call('skus.movements', { params: { id } })).items;
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error: { code: string }) => error.code,
  );
const place = async (office: Company, name: string) => {
  const { record } = await office.person('admin').call('purchasing.create', {
    key: key(),
    body: { kind: 'inventoryLocation', values: { name, kind: 'Warehouse' } },
  });
  return record.id;
};

eachEngine('SKUs', (database) => {
  const company = () => makeCompany(database());

  test('a SKU is made with code, name and kind, and found by any part of its code, name or description', async () => {
    const office = await company();
    const made = await add(office, { description: 'For sumps of 18 inches' });
    await add(office, { code: 'FLT-16', name: 'Filter' });
    expect(await read(office, made)).toEqual(made);
    expect(made).toMatchObject({ unit: 'each', cost: 0, onHand: 0, stock: [], active: true });
    const found = async (query: Record<string, unknown>) =>
      (await buyer(office).call('skus.list', { query })).items.map(({ code }) => code);
    expect(await found({})).toEqual(['FLT-16', 'PUMP-1']);
    for (const q of ['pump-1', 'pump 1', 'PUMP', 'sump', 'mp 18']) {
      expect(await found({ q }), q).toEqual(['PUMP-1']);
    }
    expect(await found({ kinds: ['Equipment'] })).toEqual([]);
  });

  test('a code is one SKU’s, however it is written, also for two who give it at once', async () => {
    const office = await company();
    const made = await add(office);
    expect(await codeOf(add(office, { code: 'pump-1' }))).toBe('sku.code_taken');
    const other = await add(office, { code: 'PUMP-2' });
    expect(await codeOf(change(office, other, { code: 'Pump-1' }))).toBe('sku.code_taken');
    expect((await change(office, made, { code: 'Pump-1' })).sku.code).toBe('Pump-1');
    const both = await Promise.all([1, 2].map(() => codeOf(add(office, { code: 'SAME' }))));
    expect(both.sort()).toEqual(['ok', 'sku.code_taken']);
  });

  test('what is counted is what lies there; the ledger keeps who said so', async () => {
    const office = await company();
    const shelf = await place(office, 'Warehouse');
    const truck = await place(office, 'Truck 1');
    const made = await add(office);
    await count(office, made, { inventoryLocationId: shelf, quantity: 50_000, memo: 'Year end' });
    await count(office, made, { inventoryLocationId: truck, quantity: 15_000 });
    const { sku } = await count(office, made, { inventoryLocationId: shelf, quantity: 30_000 });
    expect(sku.onHand).toBe(45_000);
    expect(sku.stock.map((one) => [one.place, one.onHand])).toEqual([
      ['Truck 1', 15_000],
      ['Warehouse', 30_000],
    ]);
    expect((await ledger(office, made)).map((one) => [one.place, one.quantity, one.memo])).toEqual([
      ['Warehouse', -20_000, ''],
      ['Truck 1', 15_000, ''],
      ['Warehouse', 50_000, 'Year end'],
    ]);
  });

  test('a count that finds what the ledger says writes nothing; one sent twice counts once', async () => {
    const office = await company();
    const shelf = await place(office, 'Warehouse');
    const made = await add(office);
    const body = { inventoryLocationId: shelf, quantity: 20_000 };
    const first = await count(office, made, body, 'one key');
    expect(await count(office, made, body, 'one key')).toEqual(first);
    expect((await count(office, made, body)).operationId).toBeNull();
    expect(await ledger(office, made)).toHaveLength(1);
  });

  test('two who count one place at once: the later count stands, and the ledger adds up', async () => {
    const office = await company();
    const shelf = await place(office, 'Warehouse');
    const made = await add(office);
    await Promise.all(
      [30_000, 70_000, 20_000].map((quantity) =>
        count(office, made, { inventoryLocationId: shelf, quantity }),
      ),
    );
    const { onHand } = await read(office, made);
    expect([30_000, 70_000, 20_000]).toContain(onHand);
    const sum = (await ledger(office, made)).reduce((so, one) => so + one.quantity, 0);
    expect(sum).toBe(onHand);
  });

  test('a unit with a number lies in one place', async () => {
    const office = await company();
    const shelf = await place(office, 'Warehouse');
    const truck = await place(office, 'Truck 1');
    const heater = await add(office, { code: 'WH-50', kind: 'Equipment', serialized: true });
    const at = (inventoryLocationId: number, ...serials: string[]) =>
      count(office, heater, { inventoryLocationId, quantity: serials.length * 10_000, serials });
    await at(shelf, 'A', 'B');
    expect(await codeOf(at(truck, 'A'))).toBe('stock.serial_elsewhere');
    await at(shelf, 'B');
    const { sku } = await at(truck, 'A');
    expect(sku.stock.map((one) => [one.place, one.serials])).toEqual([
      ['Truck 1', ['A']],
      ['Warehouse', ['B']],
    ]);
  });

  test('what lies somewhere is not taken out of use; counted to zero it is, and its kind stays', async () => {
    const office = await company();
    const shelf = await place(office, 'Warehouse');
    const made = await add(office);
    const { sku } = await count(office, made, { inventoryLocationId: shelf, quantity: 10_000 });
    expect(await codeOf(change(office, sku, { active: false }))).toBe('sku.in_stock');
    expect(await codeOf(change(office, sku, { serialized: true }))).toBe('sku.serials_fixed');
    const empty = (await count(office, made, { inventoryLocationId: shelf, quantity: 0 })).sku;
    expect(await codeOf(change(office, empty, { kind: 'Equipment' }))).toBe('sku.kind_fixed');
    expect((await change(office, empty, { active: false })).sku.active).toBe(false);
    expect(await codeOf(count(office, made, { inventoryLocationId: shelf, quantity: 10_000 }))).toBe(
      'stock.out_of_use',
    );
  });

  test('a place that goes out of use tells what lies there, takes no more, and can be counted empty', async () => {
    const office = await company();
    const shelf = await place(office, 'Warehouse');
    const truck = await place(office, 'Truck 1');
    const made = await add(office);
    const at = (inventoryLocationId: number, quantity: number) =>
      count(office, made, { inventoryLocationId, quantity });
    await at(shelf, 20_000);
    const asked = { params: { kind: 'inventoryLocation' as const, id: shelf } };
    const { uses } = await buyer(office).call('purchasing.uses', asked);
    expect(uses).toEqual([{ of: 'sku', count: 1, names: ['PUMP-1'] }]);
    for (const id of [shelf, truck]) {
      await buyer(office).call('purchasing.hide', {
        key: key(),
        body: {
          kind: 'inventoryLocation',
          active: false,
          expected: [{ kind: 'inventoryLocation', id, version: 1 }],
        },
      });
    }
    expect(await codeOf(at(truck, 10_000))).toBe('sku.inactive_reference');
    const levels = { inventoryLocationId: shelf, level: { least: 10_000, most: 20_000 } };
    expect(await codeOf(level(office, made, levels))).toBe('sku.inactive_reference');
    expect((await at(shelf, 0)).sku.onHand).toBe(0);
    expect(await codeOf(at(shelf, 10_000))).toBe('sku.inactive_reference');
    expect((await buyer(office).call('purchasing.uses', asked)).uses).toEqual([]);
  });

  test('below the least of a place a SKU is low, also while there is enough elsewhere', async () => {
    const office = await company();
    const shelf = await place(office, 'Warehouse');
    const truck = await place(office, 'Truck 1');
    const made = await add(office);
    await count(office, made, { inventoryLocationId: shelf, quantity: 900_000 });
    const low = async () =>
      (await buyer(office).call('skus.list', { query: { stock: 'low' } })).items.map(({ code }) => code);
    const set = await level(office, made, {
      inventoryLocationId: truck,
      level: { least: 20_000, most: 40_000 },
    });
    expect(set.sku.stock).toMatchObject([
      { place: 'Truck 1', onHand: 0, level: { least: 20_000, most: 40_000 } },
      { place: 'Warehouse', level: null },
    ]);
    expect(await low()).toEqual(['PUMP-1']);
    await count(office, made, { inventoryLocationId: truck, quantity: 20_000 });
    expect(await low()).toEqual([]);
  });

  test('a level is changed by who has seen it, taken away, and comes back with undo', async () => {
    const office = await company();
    const shelf = await place(office, 'Warehouse');
    const made = await add(office);
    const to = (least: number, most: number) => ({ inventoryLocationId: shelf, level: { least, most } });
    expect(await codeOf(level(office, made, to(20_000, 10_000)))).toBe('stock.most_below_least');
    const { sku } = await level(office, made, to(10_000, 20_000));
    const known = sku.stock[0]!.level!;
    const expected = [{ kind: 'stockLevel' as const, id: known.id, version: known.version }];
    await level(office, made, { ...to(10_000, 30_000), expected });
    expect(await codeOf(level(office, made, { ...to(10_000, 40_000), expected }))).toBe('request.stale');
    const [now] = (await read(office, made)).stock;
    const gone = await level(office, made, {
      inventoryLocationId: shelf,
      level: null,
      expected: [{ kind: 'stockLevel', id: known.id, version: now!.level!.version }],
    });
    expect(gone.sku.stock).toEqual([]);
    await buyer(office).call('operations.undo', { key: key(), body: { operationId: gone.operationId } });
    expect((await read(office, made)).stock).toMatchObject([{ level: { least: 10_000, most: 30_000 } }]);
  });

  test('undo gives a code back, unless another has it by now; a new one is gone unless some of it lies there', async () => {
    const office = await company();
    const shelf = await place(office, 'Warehouse');
    const made = await add(office);
    const renamed = await change(office, made, { code: 'PUMP-9' });
    const { operationId } = await buyer(office).call('skus.create', {
      key: key(),
      body: { code: 'pump-1', name: 'Other', kind: 'Material' },
    });
    const undo = (id: number) =>
      buyer(office).call('operations.undo', { key: key(), body: { operationId: id } });
    await expect(undo(renamed.operationId)).rejects.toMatchObject({
      code: 'undo.not_possible',
      params: { because: 'sku.code_taken' },
    });
    await undo(operationId);
    // The code of one out of use is still its own.
    await expect(undo(renamed.operationId)).rejects.toMatchObject({ code: 'undo.not_possible' });
    const third = await buyer(office).call('skus.create', {
      key: key(),
      body: { code: 'THIRD', name: 'Third', kind: 'Material' },
    });
    await count(office, third.sku, { inventoryLocationId: shelf, quantity: 10_000 });
    await expect(undo(third.operationId)).rejects.toMatchObject({
      code: 'undo.not_possible',
      params: { because: 'sku.in_stock' },
    });
  });

  test('who may not see costs reads nothing in the history of a SKU', async () => {
    const office = await company();
    const made = await add(office, { cost: 121_000 });
    for (const role of ['csr', 'dispatcher'] as const) {
      const asked = office.person(role).call('history.get', { params: { kind: 'sku', id: made.id } });
      expect(await codeOf(asked)).toBe('record.not_found');
    }
    const history = await buyer(office).call('history.get', { params: { kind: 'sku', id: made.id } });
    expect(history.entries[0]!.created).toBe(true);
  });
});
