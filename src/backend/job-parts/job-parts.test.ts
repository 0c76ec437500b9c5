/** What jobs take and are brought, on both engines (domain-rules §5, issue 5 parts 7 and 8). */
import { expect, test } from 'vitest';
import type { BodyIn } from '#contract/endpoints.ts';
import type { Database, Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { type Buying, buyingCompany, codeOf, expectedOf, key } from '#testing/buying.ts';
import { eachEngine } from '#testing/databases.ts';
import { ordersOfCanceledJobs } from '../purchasing/canceled-jobs.ts';
import { partsInList } from './queries.ts';

const units = (count: number) => count * 10_000;
const inCompany = ({ office }: Buying, database: Database, look: (tx: Transaction) => Promise<void>) =>
  database.transaction({ tenantId: office.tenantId }, look);
const count = ({ buyer, shelf }: Buying, skuId: Id, quantity: number, serials: string[] = []) =>
  buyer.call('skus.count', {
    key: key(),
    params: { id: skuId },
    body: { inventoryLocationId: shelf, quantity: units(quantity), serials },
  });
const use = (
  { office, shelf }: Buying,
  jobId: Id,
  body: Omit<BodyIn<'jobs.useMaterial'>, 'inventoryLocationId'>,
) =>
  office.person('csr').call('jobs.useMaterial', {
    key: key(),
    params: { id: jobId },
    body: { inventoryLocationId: shelf, ...body },
  });
const putBack = ({ office }: Buying, jobId: Id, materialId: Id) =>
  office
    .person('dispatcher')
    .call('jobs.takeBackMaterial', { key: key(), params: { id: jobId }, body: { materialId } });
const partsOf = ({ office }: Buying, id: Id, role: 'dispatcher' | 'purchasing' = 'dispatcher') =>
  office.person(role).call('jobs.parts', { params: { id } });

eachEngine('a job’s parts', (database) => {
  test('what is used leaves the shelf, put back it lies there again; both are told in the histories', async () => {
    const company = await buyingCompany(database());
    const { office, pump, onHand, buyer } = company;
    const { job } = await office.book();
    await count(company, pump, 5);
    const { parts } = await use(company, job.id, {
      skuId: pump,
      quantity: units(2),
      technicianId: office.technicianIds[0]!,
    });
    expect(parts.materials).toMatchObject([
      { skuCode: 'PUMP', place: 'Main', quantity: units(2), takenBackOn: null, amountCents: null },
    ]);
    expect(await onHand(pump)).toMatchObject([{ place: 'Main', onHand: units(3) }]);
    expect((await partsOf(company, job.id, 'purchasing')).materials).toMatchObject([{ amountCents: 10_000 }]);
    const { items } = await buyer.call('skus.movements', { params: { id: pump }, query: {} });
    expect(items[0]).toMatchObject({ kind: 'Use', quantity: units(-2), memo: `Job ${job.number}` });
    const back = await putBack(company, job.id, parts.materials[0]!.id);
    expect(back.parts.materials).toMatchObject([{ quantity: units(2), takenBackByName: expect.any(String) }]);
    expect(await onHand(pump)).toMatchObject([{ onHand: units(5) }]);
    expect(await codeOf(putBack(company, job.id, parts.materials[0]!.id))).toBe('stock.taken_back');
    const history = await buyer.call('history.get', { params: { kind: 'job', id: job.id } });
    expect(history.entries.slice(0, 2).map(({ verb }) => verb)).toEqual([
      'job.material-taken-back',
      'job.material-used',
    ]);
  });

  test('a numbered unit is used by its number, and no more than lies there', async () => {
    const company = await buyingCompany(database());
    const { office, heater, pump, onHand } = company;
    const { job } = await office.book();
    await count(company, heater, 2, ['A', 'B']);
    await count(company, pump, 1);
    const one = { skuId: heater, quantity: units(1) };
    expect(await codeOf(use(company, job.id, one))).toBe('stock.serials_missing');
    expect(await codeOf(use(company, job.id, { ...one, serials: ['C'] }))).toBe('stock.serial_not_here');
    expect(await codeOf(use(company, job.id, { skuId: pump, quantity: units(2) }))).toBe('stock.not_on_hand');
    expect(await codeOf(use(company, job.id, { ...one, serials: ['B'] }))).toBe('ok');
    expect(await onHand(heater)).toMatchObject([{ onHand: units(1), serials: ['A'] }]);
    const { items } = await office.person('csr').call('jobs.offeredMaterials', { query: { q: 'heat' } });
    expect(items).toMatchObject([
      { code: 'HEATER', places: [{ place: 'Main', onHand: units(1), serials: ['A'] }] },
    ]);
  });

  test('two who take the last one: one has it, the other is told', async () => {
    const company = await buyingCompany(database());
    const { office, pump, onHand } = company;
    const [a, b] = [await office.book(), await office.book({ name: 'Second' })];
    await count(company, pump, 1);
    const last = { skuId: pump, quantity: units(1) };
    const answers = await Promise.all([
      codeOf(use(company, a.job.id, last)),
      codeOf(use(company, b.job.id, last)),
    ]);
    expect(answers.toSorted()).toEqual(['ok', 'stock.not_on_hand']);
    expect(await onHand(pump)).toEqual([]);
  });

  test('what was used is proposed to be bought again, not what was ordered for the job or is put back', async () => {
    const company = await buyingCompany(database());
    const { office, pump, shelf, buyer, raise, step, receive } = company;
    const { job } = await office.book();
    await count(company, pump, 5);
    const card = await raise({ jobId: job.id, lines: [{ skuId: pump, quantity: units(2) }] });
    const { card: sent } = await step('markSent', card);
    await receive(sent, [{ lineId: sent.lines[0]!.id, inventoryLocationId: shelf, quantity: units(2) }]);
    const { parts } = await use(company, job.id, { skuId: pump, quantity: units(3) });
    const proposed = async () =>
      (await buyer.call('replenishment.list', { query: { levels: 'BelowLeast', used: 'true' } })).lines;
    expect(await proposed()).toMatchObject([
      { quantity: units(1), used: units(1), onHand: units(4), committed: 0 },
    ]);
    await putBack(company, job.id, parts.materials[0]!.id);
    expect(await proposed()).toEqual([]);
  });

  test('parts are in when the last line came, until a visit is booked or somebody has seen it; no vendor or cost is told', async () => {
    const company = await buyingCompany(database());
    const { office, pump, shelf, raise, step, receive } = company;
    const { job } = await office.book();
    const dispatcher = office.person('dispatcher');
    const listed = async () =>
      (await dispatcher.call('jobs.partsIn', {})).items.map(({ jobNumber }) => jobNumber);
    const card = await raise({ jobId: job.id, lines: [{ skuId: pump, quantity: units(2) }] });
    const { card: sent } = await step('markSent', card);
    const line = { lineId: sent.lines[0]!.id, inventoryLocationId: shelf };
    const { card: half } = await receive(sent, [{ ...line, quantity: units(1) }]);
    expect(await listed()).toEqual([]);
    office.clock.set('2026-11-21T15:00:00.000Z');
    await receive(half, [{ ...line, quantity: units(1) }]);
    expect(await listed()).toEqual([job.number]);
    const seen = await partsOf(company, job.id);
    expect(seen.partsInSince).toBe('2026-11-21T15:00:00.000Z');
    expect(seen.orders).toMatchObject([
      { number: card.order.number, status: 'Received', vendorName: null, amountCents: null },
    ]);
    expect((await partsOf(company, job.id, 'purchasing')).orders).toMatchObject([
      { vendorName: 'Harbor Supply', amountCents: 10_625 },
    ]);
    await inCompany(company, database(), async (tx) => {
      expect(await partsInList(tx, dispatcher.actor, 1)).toMatchObject({
        items: [{ jobId: job.id }],
        isCut: false,
      });
      expect(await partsInList(tx, dispatcher.actor, 0)).toEqual({ items: [], isCut: true });
    });
    const { parts } = await dispatcher.call('jobs.seePartsIn', { params: { id: job.id } });
    expect(parts.partsInSince).toBeNull();
    expect(await listed()).toEqual([]);
  });

  test('a canceled job’s orders wait for a decision: one is canceled, one is kept, neither by itself', async () => {
    const company = await buyingCompany(database());
    const { office, buyer, raise, read } = company;
    const { job } = await office.book();
    const [first, second] = [await raise({ jobId: job.id }), await raise({ jobId: job.id })];
    const waiting = async () =>
      (await buyer.call('purchaseOrders.ofCanceledJobs', {})).items.map(({ number }) => number);
    expect(await waiting()).toEqual([]);
    await office.person('dispatcher').call('jobs.cancel', {
      params: { id: job.id },
      body: {
        expected: [{ kind: 'job', id: job.id, version: job.version }],
        reasonId: office.cancelReasonId,
      },
    });
    expect(await waiting()).toEqual([second.order.number, first.order.number]);
    await inCompany(company, database(), async (tx) => {
      const { items, isCut } = await ordersOfCanceledJobs(tx, buyer.actor, 1);
      expect([items.map(({ number }) => number), isCut]).toEqual([[second.order.number], true]);
    });
    expect((await read(first.order.id)).order.status).toBe('Pending');
    await buyer.call('purchaseOrders.keep', {
      params: { id: first.order.id },
      body: { expected: expectedOf(first) },
    });
    // Those that are kept are passed over, however many they are.
    await inCompany(company, database(), async (tx) => {
      const { items, isCut } = await ordersOfCanceledJobs(tx, buyer.actor, 1);
      expect([items.map(({ number }) => number), isCut]).toEqual([[second.order.number], false]);
    });
    await buyer.call('purchaseOrders.cancel', {
      params: { id: second.order.id },
      body: { expected: expectedOf(second), reason: 'JobCanceled' },
    });
    expect(await waiting()).toEqual([]);
    expect((await read(first.order.id)).order.status).toBe('Pending');
  });

  test('a project’s orders come in pages, its own and those of its jobs, newest first', async () => {
    const company = await buyingCompany(database());
    const { office, raise, buyer } = company;
    const csr = office.person('csr');
    const { job } = await office.book();
    const { card } = await csr.call('projects.create', {
      key: key(),
      body: { place: { jobId: job.id }, name: 'Whole house' },
    });
    const { project } = card;
    const numbers: number[] = [];
    for (const of of [{ projectId: project.id }, { jobId: job.id }, {}, { projectId: project.id }]) {
      const { order } = await raise(of);
      if (Object.keys(of).length > 0) numbers.unshift(order.number);
    }
    const page = async (query: { limit?: number; after?: number }) => {
      const { items, next, total } = await buyer.call('projects.orders', {
        params: { id: project.id },
        query,
      });
      return { numbers: items.map(({ number }) => number), next, total };
    };
    expect(await page({})).toEqual({ numbers, next: null, total: 3 });
    const first = await page({ limit: 2 });
    expect(first).toMatchObject({ numbers: numbers.slice(0, 2), total: 3 });
    expect(await page({ limit: 2, after: Number(first.next) })).toEqual({
      numbers: numbers.slice(2),
      next: null,
      total: null,
    });
  });
});
