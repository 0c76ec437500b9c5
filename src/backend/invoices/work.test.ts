/** What was received for jobs and used on them, on their invoices and their project's, by both engines (domain-rules §5, §7). */
import { beforeAll, expect, test } from 'vitest';
import { codeOf, expectedOf as expectedOfOrder, key } from '#testing/buying.ts';
import { eachEngine } from '#testing/databases.ts';
import { type NewInvoice, type Selling, sellingCompany } from '#testing/selling.ts';
import { expectedOfInvoice } from '#testing/sweep/fresh-invoices.ts';

eachEngine(
  'work on invoices',
  (database) => {
    let selling: Selling;
    let company: Selling['company'];
    beforeAll(async () => {
      selling = await sellingCompany(database());
      company = selling.company;
    });
    const books = () => selling.books;
    const read: Selling['read'] = (id) => selling.read(id);
    const create: Selling['create'] = (body, once) => selling.create(body, once);
    const step: Selling['step'] = (name, card, body) => selling.step(name, card, body);

    test('a job’s invoice is filled in one step with what came and what was used, once', async () => {
      const { job, invoice } = await company.office.book();
      await company.office.person('csr').call('jobs.useMaterial', {
        key: key(),
        params: { id: job.id },
        body: { inventoryLocationId: company.shelf, skuId: company.pump, quantity: 20_000 },
      });
      const { card: sent } = await company.step(
        'markSent',
        await company.raise({
          jobId: job.id,
          typeId: selling.special,
          lines: [{ skuId: company.pump, quantity: 30_000 }],
        }),
      );
      await company.receive(sent, [
        { lineId: sent.lines[0]!.id, inventoryLocationId: company.shelf, quantity: 30_000 },
      ]);
      const propose = () =>
        company.office.person('csr').call('invoices.proposals', { query: { jobId: job.id } });
      const { items, unbilledCents } = await propose();
      expect(items.map(({ source, lineCents }) => [source, lineCents])).toEqual([
        ['JobPart', 18_000],
        ['Receipt', 27_000],
      ]);
      expect(unbilledCents).toBe(45_000);
      const sources = items.map(({ source, sourceId }) => ({ source, sourceId }));
      const blank = await read(invoice.id);
      const words = [{ id: null, kind: 'Service', description: 'Visit', price: 1_000_000 }] as const;
      const all = {
        sources,
        items: [...words],
        discount: { share: { cents: 5500 } },
        reviewStatus: 'ReadyForBilling',
      } as const;
      const { card } = await step('invoiceJob', blank, { ...all, sources, items: [...words] });
      expect(card).toMatchObject({
        invoice: { totalCents: 49_500, reviewStatus: 'ReadyForBilling' },
        items: [{ source: null }, { source: 'JobPart', price: 900_000 }, { source: 'Receipt' }, {}, {}],
      });
      expect((await propose()).items).toEqual([]);
      expect(await codeOf(step('invoiceJob', card, { sources }))).toBe('invoice.source_taken');
      const taken = card.items.find(({ source }) => source === 'JobPart')!;
      const remove = { expected: expectedOfInvoice(card), removed: [taken.id] };
      const edit = books().call('invoices.editItems', { params: { id: invoice.id }, body: remove });
      expect(await codeOf(edit)).toBe('invoice.item_of_source');
      await company.office.person('csr').call('jobs.takeBackMaterial', {
        key: key(),
        params: { id: job.id },
        body: { materialId: sources[0]!.sourceId },
      });
      const order = await company.read(sent.order.id);
      const [receipt] = order.receipts;
      const correct = (units: number, at: typeof order) =>
        company.buyer.call('purchaseOrders.correctReceipt', {
          params: { id: at.order.id },
          body: {
            expected: expectedOfOrder(at),
            receiptId: receipt!.id,
            changes: {},
            lines: receipt!.lines.map(({ id, inventoryLocationId, serials }) => ({
              id,
              inventoryLocationId,
              serials,
              quantity: units,
            })),
          },
        });
      await correct(10_000, order);
      const followed = await read(invoice.id);
      expect(followed.items.map(({ source, quantity }) => [source, quantity])).toEqual([
        [null, 10_000],
        ['Receipt', 10_000],
        [null, 10_000],
        [null, 10_000],
      ]);
    });

    test('a project is invoiced in stages of its own jobs’ work, at the same time and never twice', async () => {
      const { job } = await company.office.book();
      const strange = await company.office.book();
      await company.office.person('csr').call('jobs.useMaterial', {
        key: key(),
        params: { id: job.id },
        body: { inventoryLocationId: company.shelf, skuId: company.pump, quantity: 20_000 },
      });
      const { card: project } = await company.office.person('csr').call('projects.create', {
        key: key(),
        body: { place: { jobId: job.id }, name: 'Whole house' },
      });
      const stage = (rate: number, more: object = {}) =>
        create({
          kind: 'Project',
          projectId: project.project.id,
          businessUnitId: company.office.businessUnitId,
          stage: 'Rough-in',
          progress: { rate },
          ...more,
        } as NewInvoice);
      expect(await codeOf(stage(1, { jobIds: [strange.job.id] }))).toBe('invoice.job_not_in_project');
      const first = await stage(300_000);
      expect(first).toMatchObject({
        invoice: { kind: 'Project', stage: 'Rough-in', totalCents: 5400, projectId: project.project.id },
        items: [{ description: 'Part of PUMP', source: 'JobPart', lineCents: 5400 }],
      });
      const rest = await Promise.all([1, 2, 3].map(() => codeOf(stage(1_000_000))));
      expect(rest.sort()).toEqual(['invoice.nothing_unbilled', 'invoice.nothing_unbilled', 'ok']);
      const { items } = await books().call('invoices.list', {
        query: { projectId: project.project.id, kinds: ['Project'] },
      });
      expect(items.reduce((sum, { totalCents }) => sum + totalCents, 0)).toBe(18_000);
      await step('void', first, { memo: 'Wrong stage' });
      const free = await books().call('invoices.proposals', { query: { projectId: project.project.id } });
      expect(free.unbilledCents).toBe(5400);
    });
  },
  { emptied: false },
);
