/** Invoices of each kind, by both engines (domain-rules §7). */
import { beforeAll, expect, test } from 'vitest';
import type { BodyIn } from '#contract/endpoints.ts';
import type { InvoiceCardView } from '#contract/invoice.ts';
import { codeOf, key } from '#testing/buying.ts';
import { eachEngine } from '#testing/databases.ts';
import { putItems } from '#testing/invoicing.ts';
import { type NewInvoice, type Selling, sellingCompany } from '#testing/selling.ts';
import { expectedOfInvoice } from '#testing/sweep/fresh-invoices.ts';

eachEngine(
  'invoices of every kind',
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
    /** Of 100.00, on a job of its own. */
    const filled = async () => {
      const booked = await company.office.book();
      await putItems(database(), company.office, booked.invoice.id, [{ price: 1_000_000 }]);
      return read(booked.invoice.id);
    };
    const atCounter = async (): Promise<NewInvoice> => ({
      kind: 'PointOfSale',
      customerId: (await company.office.book()).job.customerId,
      businessUnitId: company.office.businessUnitId,
      items: [{ id: null, skuId: company.pump, quantity: 20_000 }],
    });

    test('a sale at the counter has no place and no job; the same key sells once, twenty times at once', async () => {
      const [body, once] = [await atCounter(), key()];
      const sold = await Promise.all(Array.from({ length: 20 }, () => create(body, once)));
      expect(new Set(sold.map(({ invoice }) => invoice.id)).size).toBe(1);
      const [card] = sold as [InvoiceCardView];
      expect(card.invoice).toMatchObject({
        kind: 'PointOfSale',
        jobId: null,
        locationId: null,
        totalCents: 18_000,
        balanceCents: 18_000,
        syncStatus: 'Pending',
      });
      const { customerId } = card.invoice;
      const { items } = await books().call('invoices.list', {
        query: { customerId, kinds: ['PointOfSale'] },
      });
      expect(items).toHaveLength(1);
    });

    test('an adjustment is told on both; a discount and another header change what it comes to; made void it comes to nothing', async () => {
      const about = await filled();
      const card = await create({
        kind: 'Adjustment',
        aboutInvoiceId: about.invoice.id,
        memo: 'Left a scratch',
        items: [{ id: null, description: 'Scratch', price: -300_000 }],
      });
      expect(card).toMatchObject({
        invoice: { relation: 'Adjusts', totalCents: -3000, customerId: about.invoice.customerId },
        about: { id: about.invoice.id },
      });
      expect((await read(about.invoice.id)).linked).toMatchObject([
        { id: card.invoice.id, relation: 'Adjusts' },
      ]);
      expect(await codeOf(step('discount', card, { share: { rate: 100_000 } }))).toBe(
        'invoice.nothing_to_discount',
      );
      const less = await step('discount', await filled(), {
        share: { rate: 100_000 },
        description: 'Neighbor',
      });
      expect(less.card).toMatchObject({
        totals: { totalCents: 9000 },
        items: [{}, { description: 'Neighbor', lineCents: -1000, kind: 'Service' }],
      });
      const gone = await step('void', card, { memo: 'Polished it out' });
      expect(gone.card).toMatchObject({
        invoice: { isVoid: true, totalCents: 0, balanceCents: 0, voided: { memo: 'Polished it out' } },
        commands: [],
      });
      expect(await codeOf(step('void', about, { memo: 'Oops' }))).toBe('invoice.of_job');
    });

    test('the header keeps its own words; a later day is due later, and rates of another zone are taken', async () => {
      const card = await filled();
      await database().transaction({ tenantId: 'system' }, async (tx) => {
        await tx.query(
          `insert into company.tax_zones (tenant_id, id, name, created_on, modified_on) values (1, 900, 'City', now(), now())`,
        );
        await tx.query(
          `insert into company.tax_rates (tenant_id, id, tax_zone_id, name, base, rate, valid_from, created_on, modified_on)
           values (1, 901, 900, 'Sales', 'Subtotal', 50000, '2026-11-25', now(), now())`,
        );
      });
      const update = (at: InvoiceCardView, changes: BodyIn<'invoices.update'>['changes']) =>
        books().call('invoices.update', {
          params: { id: at.invoice.id },
          body: { expected: expectedOfInvoice(at), changes },
        });
      const taxed = await filled();
      const before = await books().call('invoices.editItems', {
        params: { id: taxed.invoice.id },
        body: { expected: expectedOfInvoice(taxed), items: [{ id: taxed.items[0]!.id, taxable: true }] },
      });
      const early = await update(before.card, { taxZoneId: 900 });
      expect(early.card.totals.taxCents).toBe(0);
      const late = await update(early.card, { invoiceDate: '2026-11-26' });
      expect(late.card).toMatchObject({
        totals: { taxCents: 500, totalCents: 10_500 },
        invoice: { dueDate: '2026-11-26', balanceCents: 10_500 },
      });
      const { card: named } = await update(card, { billToName: 'Lopez & Sons', memo: 'By post' });
      expect(named.invoice).toMatchObject({ billTo: { name: 'Lopez & Sons' }, memo: 'By post' });
      expect(await codeOf(update(named, { dueDate: '2026-11-01' }))).toBe('invoice.due_before_date');
    });

    test('a financed part leaves the customer’s invoice for the other one, and comes back when that is void', async () => {
      const about = await filled();
      const party = (await company.office.book({ name: 'GreenSky' })).job.customerId;
      const financing = { kind: 'Financing', aboutInvoiceId: about.invoice.id, cents: 6000 } as const;
      const own = { ...financing, financingCustomerId: about.invoice.customerId };
      expect(await codeOf(create(own))).toBe('invoice.same_customer');
      const much = { ...financing, cents: 10_001, financingCustomerId: party };
      expect(await codeOf(create(much))).toBe('invoice.more_than_owed');
      const card = await create({ ...financing, financingCustomerId: party });
      expect(card.invoice).toMatchObject({ kind: 'Financing', customerId: party, totalCents: 6000 });
      const rest = await read(about.invoice.id);
      expect(rest.invoice).toMatchObject({ totalCents: 4000, balanceCents: 4000 });
      const transfers = [...rest.items, ...card.items].filter(({ source }) => source === 'Transfer');
      expect(transfers.map(({ lineCents }) => lineCents)).toEqual([-6000, 6000]);
      await step('void', card, { memo: 'Declined' });
      expect((await read(about.invoice.id)).invoice.balanceCents).toBe(10_000);
    });

    test('a balance is written off by its own invoice, applied at once; five at a time write it off once', async () => {
      const about = await filled();
      const writeOff = {
        kind: 'WriteOff',
        aboutInvoiceId: about.invoice.id,
        cents: 10_000,
        memo: 'Bankrupt',
      } as const;
      const codes = await Promise.all(Array.from({ length: 5 }, () => codeOf(create(writeOff))));
      expect(codes.sort()).toEqual([...Array(4).fill('invoice.more_than_owed'), 'ok']);
      const cleared = await read(about.invoice.id);
      expect(cleared).toMatchObject({
        invoice: { balanceCents: 0, totalCents: 10_000 },
        applications: [{ way: 'coveredBy', cents: 10_000 }],
        linked: [{ relation: 'WritesOff', totalCents: -10_000, balanceCents: 0 }],
      });
      const off = await read(cleared.linked[0]!.id);
      expect(await codeOf(step('void', off, { memo: 'Paid after all' }))).toBe('invoice.applied');
    });

    test('invoices are looked at together; one that is void stays as it is and is told', async () => {
      const [a, b] = [await create(await atCounter()), await create(await atCounter())];
      const { card: gone } = await step('void', b, { memo: 'Twice' });
      const expected = [a, gone].map(({ invoice: { id, version } }) => ({
        kind: 'invoice' as const,
        id,
        version,
      }));
      const { outcomes } = await books().call('invoices.review', {
        body: { reviewStatus: 'OnHold', expected },
      });
      expect(outcomes).toMatchObject([
        { id: a.invoice.id, problem: null },
        { id: b.invoice.id, problem: { code: 'invoice.not_in_status' } },
      ]);
      expect((await read(a.invoice.id)).invoice.reviewStatus).toBe('OnHold');
    });
  },
  { emptied: false },
);
