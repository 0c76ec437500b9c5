/** Invoices and what stands on them, on the database, by both engines (domain-rules §7). */
import { beforeAll, expect, test } from 'vitest';
import type { InvoiceCardView } from '#contract/invoice.ts';
import type { Id } from '#domain/ids.ts';
import { codeOf } from '#testing/buying.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { expectedOfInvoice } from '#testing/sweep/fresh-invoices.ts';

eachEngine(
  'invoices',
  (database) => {
    let company: Company;
    let skuId: Id;
    beforeAll(async () => {
      company = await makeCompany(database());
      const { sku } = await company.person('purchasing').call('skus.create', {
        key: 'filter',
        body: { code: 'FIL-1', name: 'Filter', kind: 'Material', cost: 80_000 },
      });
      skuId = sku.id;
      await database().transaction({ tenantId: 'system' }, async (tx) => {
        await tx.query('update company.skus set price = 200000 where id = $1', [skuId]);
        await tx.query(
          `insert into company.tax_zones (tenant_id, id, name, created_on, modified_on) values (1, 900, 'City', now(), now())`,
        );
        await tx.query(
          `insert into company.tax_rates (tenant_id, id, tax_zone_id, name, base, rate, valid_from, created_on, modified_on)
           values (1, 901, 900, 'Sales', 'Material', 62500, '2020-01-01', now(), now())`,
        );
        await tx.query('update company.business_units set tax_zone_id = 900 where id = $1', [
          company.businessUnitId,
        ]);
      });
    });
    const books = () => company.person('accounting');
    const read = (id: Id) => books().call('invoices.get', { params: { id } });
    const blank = async () => read((await company.book()).invoice.id);
    type Words = { id: Id | null; description?: string; price?: number; quantity?: number; skuId?: Id };
    const edit = (card: InvoiceCardView, items: Words[], removed: Id[] = []) =>
      books().call('invoices.editItems', {
        params: { id: card.invoice.id },
        body: { expected: expectedOfInvoice(card), items, removed },
      });

    test('an item of a SKU is the SKU’s until somebody says otherwise, and is taxed as what it is', async () => {
      const { card } = await edit(await blank(), [
        { id: null, skuId, quantity: 20_000 },
        { id: null, description: 'Visit', price: 950_000 },
      ]);
      expect(card.items).toMatchObject([
        {
          description: 'Filter',
          kind: 'Material',
          price: 200_000,
          lineCents: 4000,
          taxCents: 250,
          spent: { cost: 80_000, costCents: 1600 },
          skuCode: 'FIL-1',
          position: 1,
        },
        { description: 'Visit', kind: 'Other', lineCents: 9500, taxCents: 0, position: 2 },
      ]);
      expect(card.totals).toMatchObject({ subtotalCents: 13_500, taxCents: 250, totalCents: 13_750 });
      expect(card.invoice).toMatchObject({ totalCents: 13_750, balanceCents: 13_750 });
    });

    test('two who edit different items keep each other’s; the same item is refused to the second', async () => {
      const { card } = await edit(await blank(), [
        { id: null, description: 'One', price: 10_000 },
        { id: null, description: 'Two', price: 20_000 },
      ]);
      const [one, two] = card.items.map(({ id }) => id) as [Id, Id];
      const both = await Promise.all([
        edit(card, [{ id: one, price: 30_000 }]),
        edit(card, [{ id: two, price: 40_000 }]),
      ]);
      expect(both.filter(({ merged }) => merged)).toHaveLength(1);
      expect((await read(card.invoice.id)).totals.totalCents).toBe(700);
      expect(await codeOf(edit(card, [{ id: one, price: 50_000 }]))).toBe('request.stale');
      expect(await codeOf(edit(card, [], [two]))).toBe('request.stale');
      const removed = await edit(await read(card.invoice.id), [], [two]);
      expect(removed.card.items.map(({ description }) => description)).toEqual(['One']);
      expect(removed.card.items[0]!.id).toBe(one);
      expect(await codeOf(edit(card, [{ id: two, price: 1 }]))).toBe('request.stale');
    });

    test('its history tells items and what it comes to in words, and no cost', async () => {
      const { card } = await edit(await blank(), [{ id: null, skuId }]);
      const { entries } = await company
        .person('csr')
        .call('history.get', { params: { kind: 'invoice', id: card.invoice.id } });
      expect(entries[0]).toMatchObject({
        verb: 'invoice.items-changed',
        changes: [
          { field: 'items', before: [], after: ['1 × Filter at 20.00'] },
          { field: 'total', before: '0.00', after: '21.25' },
        ],
      });
      expect(JSON.stringify(entries)).not.toMatch(/cost/i);
    });

    test('who may not see costs reads invoices without them, and another unit’s is not there', async () => {
      const { card } = await edit(await blank(), [{ id: null, skuId }]);
      const { id } = card.invoice;
      const seen = await company.person('csr').call('invoices.get', { params: { id } });
      expect([seen.items[0]!.spent, seen.totals.spent]).toEqual([null, null]);
      const confined = company.person('accounting', { units: [company.otherUnitId] });
      expect(await codeOf(confined.call('invoices.get', { params: { id } }))).toBe('record.not_found');
      expect((await confined.call('invoices.list', {})).items).toEqual([]);
    });

    test('they are found by number, customer, job, kind, status, days, and by what is owed', async () => {
      const booked = await company.book({ name: 'Zelda Ott' });
      const { card } = await edit(await read(booked.invoice.id), [
        { id: null, description: 'Visit', price: 10_000 },
      ]);
      const found = async (query: Record<string, unknown>) =>
        (await books().call('invoices.list', { query })).items.map(({ id }) => id);
      const { id, number } = card.invoice;
      expect(await found({ q: 'zelda' })).toEqual([id]);
      expect(await found({ q: String(number) })).toContain(id);
      expect(await found({ jobId: booked.job.id, kinds: ['Job'], unpaid: 'true' })).toEqual([id]);
      expect(await found({ customerId: booked.job.customerId, overdue: 'true' })).toEqual([]);
      expect(await found({ q: 'zelda', from: '2026-11-21' })).toEqual([]);
      expect(await found({ q: 'zelda', dueTo: '2026-11-20', syncStatuses: ['Pending'] })).toEqual([id]);
      expect(await found({ q: 'zelda', reviewStatuses: ['Invoiced'] })).toEqual([]);
    });
  },
  { emptied: false },
);
