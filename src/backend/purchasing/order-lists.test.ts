/** Finding orders by what their receipts say, what was spent, and what is still to come (issue 5, part 9). */
import { expect, test } from 'vitest';
import type { QueryOf } from '#contract/endpoints.ts';
import type { OrderCardView } from '#contract/purchase-order.ts';
import { lineTotal, quantity, unitPrice } from '#domain/money.ts';
import { ORDERED_STATUSES, SPEND_BY } from '#domain/purchasing/spend.ts';
import { day } from '#domain/time.ts';
import { type Buying, buyingCompany, codeOf, key } from '#testing/buying.ts';
import { bookingBody } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

type Filters = QueryOf<'purchaseOrders.list'>;

eachEngine('lists of orders', (database) => {
  const numbersBy = async ({ buyer }: Buying, query: Filters) =>
    (await buyer.call('purchaseOrders.list', { query })).items.map(({ number }) => number);
  const sent = async (buying: Buying, more: Parameters<Buying['raise']>[0] = {}) =>
    (await buying.step('markSent', await buying.raise(more))).card;
  /** So many pumps of the order's first line, with the vendor's number. */
  const came = async (
    { receive, shelf }: Buying,
    card: OrderCardView,
    count: number,
    more: Parameters<Buying['receive']>[2] = {},
  ) =>
    (
      await receive(
        card,
        [{ lineId: card.lines[0]!.id, inventoryLocationId: shelf, quantity: count * 10_000 }],
        more,
      )
    ).card;

  test('a number of the vendor’s is any of its receipts’, else the order’s own; “is not” means none of them', async () => {
    const buying = await buyingCompany(database());
    const two = await sent(buying, { vendorInvoiceNumber: 'EARLY' });
    await came(buying, await came(buying, two, 1, { vendorInvoiceNumber: 'INV-1' }), 1, {
      vendorInvoiceNumber: 'INV-2',
    });
    const own = await sent(buying, { vendorInvoiceNumber: 'EARLY' });
    const none = await sent(buying);
    const [a, b, c] = [two, own, none].map(({ order }) => order.number) as [number, number, number];
    for (const [query, found] of [
      [{ invoice: 'inv-1' }, [a]],
      [{ invoice: 'INV-2' }, [a]],
      [{ invoice: 'INV' }, []],
      [{ invoice: 'EARLY' }, [b]],
      [{ notInvoice: 'INV-2' }, [c, b]],
      [{ notInvoice: 'EARLY' }, [c, a]],
    ] as const)
      expect([query, await numbersBy(buying, query)]).toEqual([query, found]);
  });

  test('by the day it was asked for, the day it comes next, and overdue by the vendor’s word', async () => {
    const buying = await buyingCompany(database());
    const { pump } = buying;
    const today = (await buying.raise()).asking.today;
    const made = (more: object, expectedOn: string | null) =>
      sent(buying, { ...more, lines: [{ skuId: pump, quantity: 20_000, expectedOn }] });
    const late = await made({ requiredOn: '2026-01-05' }, null);
    const told = await made({ requiredOn: '2026-01-05' }, '2098-01-10');
    const broken = await made({ requiredOn: '2098-01-05' }, '2026-01-07');
    const [a, b, c] = [late, told, broken].map(({ order }) => order.number) as [number, number, number];
    expect(today > '2026-01-07').toBe(true);
    expect(await numbersBy(buying, { overdue: 'true' })).toEqual([c, a]);
    expect(await numbersBy(buying, { requiredTo: day('2026-01-31') })).toEqual([b, a]);
    expect(
      await numbersBy(buying, { expectedFrom: day('2098-01-01'), expectedTo: day('2098-01-31') }),
    ).toEqual([b]);
    // Once it has come, nobody waits for it.
    await came(buying, broken, 2);
    expect(await numbersBy(buying, { overdue: 'true' })).toEqual([a]);
    const { items } = await buying.buyer.call('purchaseOrders.deliveries', { query: { to: '2098-12-31' } });
    expect(items).toMatchObject([
      {
        orderNumber: a,
        day: '2026-01-05',
        isOverdue: true,
        isPromised: false,
        place: 'Main',
        lines: [{ description: 'PUMP', quantity: 20_000, unit: 'each' }],
      },
      { orderNumber: b, day: '2098-01-10', isOverdue: false, isPromised: true },
    ]);
    const march = { from: '2097-03-01', to: '2097-03-31' };
    const ofMarch = await buying.buyer.call('purchaseOrders.deliveries', { query: march });
    expect(ofMarch.items.map(({ orderNumber }) => orderNumber)).toEqual([a]);
  });

  test('what was spent by each of six is, to the cent, what the orders behind each row say', async () => {
    const buying = await buyingCompany(database());
    const { office, buyer, admin, shelf, vendor, typeId } = buying;
    const { vendor: other } = await buyer.call('vendors.create', {
      key: key(),
      body: { name: 'Quincy Pipe', street: '2 Dock St', city: 'Quincy' },
    });
    const { cards } = await office.person('csr').call('jobs.book', { key: key(), body: bookingBody(office) });
    const rush = (
      await admin.call('purchasing.create', {
        key: key(),
        body: { kind: 'purchaseOrderType', values: { name: 'Rush', requiredInDays: 0, skipWeekends: false } },
      })
    ).record.id;
    const days = ['2026-10-30', '2026-11-02', '2026-11-20'] as const;
    let expected = 0;
    for (let at = 0; at < 9; at++) {
      const jobId = at % 3 === 0 ? cards[0]!.job.id : null;
      const card = await sent(buying, {
        vendorId: at % 2 ? vendor.id : other.id,
        typeId: at % 4 ? typeId : rush,
        jobId,
        technicianId: at % 5 === 0 ? office.technicianIds[0]! : null,
        date: days[at % 3]!,
        shippingCents: 1_234,
        // A third of a cent each: every receipt is rounded by itself.
        lines: [{ skuId: null, description: 'Washer', quantity: 70_000 + at, cost: 3_333 + at }],
      });
      let so = card;
      for (const [index, count] of [10_001, 20_003].entries()) {
        const receivedOn = days[index + 1]!;
        so = (
          await buying.receive(
            so,
            [{ lineId: card.lines[0]!.id, inventoryLocationId: shelf, quantity: count }],
            { receivedOn, taxCents: at, shippingCents: 7 },
          )
        ).card;
        if (receivedOn === days[1]) expected += lineTotal(quantity(count), unitPrice(3_333 + at)) + at + 7;
      }
    }
    // Nobody has these: not ordered.
    await buying.raise({ date: days[1] });
    const span = { from: '2026-11-01', to: '2026-11-15' };
    for (const by of SPEND_BY) {
      const { items } = await buyer.call('purchaseOrders.spend', { query: { by, ...span } });
      expect([by, items.reduce((sum, row) => sum + row.receivedCents, 0)]).toEqual([by, expected]);
      for (const row of items) {
        const filter = filterFor(by, row.key);
        const received = await buyer.call('purchaseOrders.list', {
          query: { ...filter, receivedFrom: span.from, receivedTo: span.to },
        });
        const ordered = await buyer.call('purchaseOrders.list', {
          query: { ...filter, ...span, statuses: ORDERED_STATUSES },
        });
        const sum = (rows: readonly { receivedCents: number; totalCents: number }[]) => [
          rows.length,
          rows.reduce((all, one) => all + one.receivedCents, 0),
        ];
        expect([by, row.key, ...sum(received.items)]).toEqual([
          by,
          row.key,
          row.receivedOrders,
          row.receivedCents,
        ]);
        expect([by, row.key, ordered.items.length]).toEqual([by, row.key, row.orderedOrders]);
        expect(ordered.items.reduce((all, one) => all + one.totalCents, 0)).toBe(row.orderedCents);
      }
    }
    const { items: jobs } = await buyer.call('purchaseOrders.spend', { query: { by: 'job', ...span } });
    expect(jobs.map(({ name }) => name).sort()).toEqual([String(cards[0]!.job.number), null].sort());
    // In pages: each row once, the most received first, and none is lost between rows of the same amount.
    for (const by of SPEND_BY) {
      const ask = (more: object) => buyer.call('purchaseOrders.spend', { query: { by, ...span, ...more } });
      const { items: all, total } = await ask({});
      const paged: typeof all = [];
      for (let after: string | undefined, page = 0; page === 0 || after; page++) {
        const answer = await ask({ limit: 1, after });
        expect([answer.items.length, answer.total]).toEqual([1, page === 0 ? total : null]);
        paged.push(...answer.items);
        after = answer.next ?? undefined;
      }
      expect([by, paged, total]).toEqual([by, all, all.length]);
      expect(all.map((row) => row.receivedCents)).toEqual(
        all.map((row) => row.receivedCents).toSorted((a, b) => b - a),
      );
      expect(await codeOf(ask({ after: '1~all of them' }))).toBe('request.invalid');
    }
    // Narrowed as the list is.
    const { items: ofOne } = await buyer.call('purchaseOrders.spend', {
      query: { by: 'type', ...span, vendorId: other.id, invoice: 'nobody’s' },
    });
    expect(ofOne).toEqual([]);
  });
});

function filterFor(by: (typeof SPEND_BY)[number], id: number | null): Filters {
  if (id === null) return { without: by as 'job' };
  const names = {
    vendor: { vendorId: id },
    type: { typeIds: [id] },
    businessUnit: { businessUnitIds: [id] },
    job: { jobId: id },
    project: { projectId: id },
    technician: { technicianId: id },
  };
  return names[by];
}
