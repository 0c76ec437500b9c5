/** Paying vendors on the database, by both engines (domain-rules §6). */
import { beforeAll, expect, test } from 'vitest';
import type { BillCardView } from '#contract/bill.ts';
import type { BodyIn } from '#contract/endpoints.ts';
import { json } from '#db/parameters.ts';
import { type Billing, billingCompany, versionOf } from '#testing/billing.ts';
import { codeOf, expectedOf, key } from '#testing/buying.ts';
import { eachEngine } from '#testing/databases.ts';

eachEngine(
  'paying vendors',
  (database) => {
    let billing: Billing;
    beforeAll(async () => {
      billing = await billingCompany(database());
    });
    const accepted = async () => {
      const { bill, order } = await billing.received();
      return { order, card: (await billing.stepBill('agree', bill)).card };
    };
    type Line = BodyIn<'apPayments.create'>['lines'][number];
    /** Decided on the bills as they are, unless said. */
    const seen = async (line: Omit<Line, 'version'> & Partial<Line>): Promise<Line> => ({
      version: (await billing.readBill(line.billId as number)).bill.version,
      ...line,
    });
    const pay = async (lines: (Omit<Line, 'version'> & Partial<Line>)[], more: object = {}) =>
      billing.books.call('apPayments.create', {
        key: key(),
        body: {
          payeeVendorId: billing.vendor.id,
          paidOn: '2026-11-20',
          method: 'Check',
          reference: '1042',
          lines: await Promise.all(lines.map(seen)),
          ...more,
        },
      });
    const payeeOf = async () => {
      const { items } = await billing.books.call('payables.list', {});
      return items.find(({ vendorId }) => vendorId === billing.vendor.id) ?? null;
    };
    const paidOf = async ({ bill }: BillCardView) => (await billing.readBill(bill.id)).bill.paidCents;

    test('what is open is due; paid in part it is less, paid whole it is gone, taken back it is there again', async () => {
      const { card } = await accepted();
      const { id, payableCents } = card.bill;
      expect(await payeeOf()).toMatchObject({ openCents: payableCents, billCount: 1, creditCents: 0 });
      const { payment: part } = await pay([{ billId: id, cents: 1_200 }]);
      expect(part).toMatchObject({ status: 'Paid', amountCents: 1_200, payeeName: 'Harbor Supply' });
      expect((await payeeOf())!.openCents).toBe(payableCents - 1_200);
      expect(await codeOf(pay([{ billId: id, cents: payableCents }]))).toBe('apPayment.too_much');
      await pay([{ billId: id, cents: payableCents - 1_200 }]);
      expect(await payeeOf()).toBeNull();
      const { items } = await billing.books.call('apPayments.list', { query: { billId: id } });
      expect(items.map(({ amountCents }) => amountCents)).toEqual([payableCents - 1_200, 1_200]);
      const back = () =>
        billing.books.call('apPayments.cancel', {
          params: { id: part.id },
          body: {
            expected: [{ kind: 'apPayment', id: part.id, version: part.version }],
            memo: 'Bounced',
          },
        });
      expect((await back()).payment).toMatchObject({ status: 'Cancelled', canceled: { memo: 'Bounced' } });
      expect(await codeOf(back())).toBe('request.stale');
      expect((await payeeOf())!.openCents).toBe(1_200);
      await pay([{ billId: id, cents: 1_200 }]);
    });

    test('only reconciled bills are paid, and none of another payee’s', async () => {
      const { bill } = await billing.received();
      const line = [{ billId: bill.bill.id, cents: bill.bill.payableCents }];
      expect(await codeOf(pay(line))).toBe('apPayment.not_payable');
      const { card } = await billing.stepBill('agree', bill);
      const { vendor: other } = await billing.buyer.call('vendors.create', {
        key: key(),
        body: { name: 'Other', street: '2 Dock St', city: 'Quincy' },
      });
      expect(await codeOf(pay(line, { payeeVendorId: other.id }))).toBe('apPayment.other_payee');
      expect(await codeOf(pay(line, { paidOn: '2098-01-01' }))).toBe('apPayment.in_future');
      await billing.books.call('bills.books', { body: { command: 'post', expected: versionOf(card) } });
      await pay(line);
      const paid = await billing.readBill(bill.bill.id);
      const { outcomes } = await billing.books.call('bills.books', {
        body: { command: 'unpost', expected: versionOf(paid) },
      });
      expect(outcomes[0]!.problem?.code).toBe('bill.paid');
    });

    test('a credit for what was paid already goes against the bill in its place', async () => {
      const { card, order } = await accepted();
      await pay([{ billId: card.bill.id, cents: card.bill.payableCents }]);
      const [receipt] = order.receipts;
      const line = receipt!.lines[0]!;
      await billing.buyer.call('purchaseOrders.correctReceipt', {
        params: { id: order.order.id },
        key: key(),
        body: {
          expected: expectedOf(order),
          receiptId: receipt!.id,
          lines: [{ id: line.id, inventoryLocationId: billing.shelf, quantity: 30_000, serials: [] }],
        },
      });
      const [, fresh, credit] = (await billing.billsOf(order.order.id)) as [
        BillCardView,
        BillCardView,
        BillCardView,
      ];
      // The vendor's paper stays: it asks for four, and three came.
      const { card: agreed } = await billing.stepBill('judge', fresh, {
        verdicts: fresh.differences.map(({ key: of, cents }) => ({
          key: of,
          cents,
          verdict: 'credit' as const,
        })),
      });
      const owed = agreed.bill.payableCents;
      expect((await payeeOf())!.openCents).toBe(owed - 91_200);
      const over = [
        { billId: agreed.bill.id, cents: owed },
        { billId: credit.bill.id, cents: -91_200 },
      ];
      expect(await codeOf(pay(over))).toBe('apPayment.below_none');
      const { payment } = await pay([over[0]!, { ...over[1]!, cents: -owed }]);
      expect(payment.amountCents).toBe(0);
      expect(await payeeOf()).toMatchObject({ openCents: owed - 91_200, oldestDue: null, billCount: 0 });
    });

    test('the credit of a corrected receipt goes to whom its bill went, whoever is paid today', async () => {
      const { card, order } = await accepted();
      const { vendor: factor } = await billing.buyer.call('vendors.create', {
        key: key(),
        body: { name: 'Factor', street: '3 Dock St', city: 'Quincy' },
      });
      const change = async (remittanceVendorId: number | null) => {
        const { version } = await billing.buyer.call('vendors.get', { params: { id: billing.vendor.id } });
        await billing.buyer.call('vendors.update', {
          params: { id: billing.vendor.id },
          body: {
            expected: [{ kind: 'vendor', id: billing.vendor.id, version }],
            changes: { remittanceVendorId },
          },
        });
      };
      await change(factor.id);
      const [receipt] = order.receipts;
      await billing.buyer.call('purchaseOrders.correctReceipt', {
        params: { id: order.order.id },
        key: key(),
        body: {
          expected: expectedOf(order),
          receiptId: receipt!.id,
          lines: [
            { id: receipt!.lines[0]!.id, inventoryLocationId: billing.shelf, quantity: 30_000, serials: [] },
          ],
        },
      });
      await change(null);
      const [old, fresh, credit] = await billing.billsOf(order.order.id);
      expect([old, fresh, credit].map((one) => one!.bill.remitToVendorId)).toEqual([
        billing.vendor.id,
        factor.id,
        billing.vendor.id,
      ]);
      const { payment } = await pay([
        { billId: card.bill.id, cents: card.bill.payableCents },
        { billId: credit!.bill.id, cents: credit!.bill.payableCents },
      ]);
      expect(payment.amountCents).toBe(0);
      const other = billing.office.person('accounting', { units: [billing.office.businessUnitId + 99] });
      for (const ask of [
        () => other.call('apPayments.get', { params: { id: payment.id } }),
        () => other.call('history.get', { params: { kind: 'apPayment', id: payment.id } }),
      ]) {
        expect(await codeOf(ask())).toBe('record.not_found');
      }
    });

    test('payees come in pages, whoever is longest overdue first; their buckets add up to all that is open', async () => {
      const { card } = await accepted();
      // One payee in seven currencies, of which two bills are overdue, one is a credit and one has only credits.
      const copies = [
        ['CAD', '2026-08-21', 700],
        ['CAD', '2026-08-22', 50],
        ['CAD', '2026-11-20', -30],
        ['EUR', '2026-11-20', 11],
        ['GBP', '2026-11-19', 12],
        ['MXN', '2026-08-21', 13],
        ['JPY', '2098-01-01', 14],
        ['SEK', '2026-01-01', -15],
      ].map(([currency, due_date, payable_cents], at) => ({
        ...{ id: 900_000 + at, number: 900_000 + at, currency, due_date, payable_cents, paid_cents: 0 },
        receipt_id: null,
      }));
      await database().transaction({ tenantId: billing.office.tenantId }, (tx) =>
        tx.query(
          `insert into company.bills select (jsonb_populate_record(b, copy)).*
           from company.bills b, jsonb_array_elements($2::jsonb) copy where b.tenant_id = $1 and b.id = $3`,
          [billing.office.tenantId, json(copies), card.bill.id],
        ),
      );
      const { items: all, total, today } = await billing.books.call('payables.list', {});
      const found = all.filter(({ currency }) => currency !== 'USD');
      expect(today).toBe('2026-11-20');
      expect(found.map(({ currency, oldestDue }) => [currency, oldestDue])).toEqual([
        ['CAD', '2026-08-21'],
        ['MXN', '2026-08-21'],
        ['GBP', '2026-11-19'],
        ['EUR', '2026-11-20'],
        ['JPY', '2098-01-01'],
        ['SEK', null],
      ]);
      expect(found[0]).toMatchObject({
        openCents: 720,
        creditCents: -30,
        overdueCents: 750,
        buckets: [-30, 0, 0, 50, 700],
        billCount: 2,
      });
      expect(found[5]).toMatchObject({ openCents: -15, buckets: [0, 0, 0, 0, -15], billCount: 0 });
      const paged: typeof all = [];
      for (let after: string | undefined, page = 0; page === 0 || after; page++) {
        const answer = await billing.books.call('payables.list', { query: { limit: 2, after } });
        expect([answer.items.length <= 2, answer.total]).toEqual([true, page === 0 ? total : null]);
        paged.push(...answer.items);
        after = answer.next ?? undefined;
      }
      expect([paged, total]).toEqual([all, all.length]);
      expect(await codeOf(billing.books.call('payables.list', { query: { after: 'x' } }))).toBe(
        'request.invalid',
      );
    });

    test('two who pay one at once: one does, the other is told, even where enough is left; a retried payment is one', async () => {
      const { card } = await accepted();
      const { id: billId, version } = card.bill;
      const line = [{ billId, version, cents: 500 }];
      const told = await Promise.all([1, 2].map(() => codeOf(pay(line))));
      expect(told.toSorted()).toEqual(['ok', 'request.stale']);
      expect(await paidOf(card)).toBe(500);
      // What goes into the books meanwhile is paid as it was seen.
      const part = await billing.readBill(billId);
      await billing.books.call('bills.books', { body: { command: 'post', expected: versionOf(part) } });
      await pay([{ billId, version: part.bill.version, cents: 700 }]);
      expect(await paidOf(card)).toBe(1_200);
      const { card: next } = await accepted();
      const body = {
        payeeVendorId: billing.vendor.id,
        paidOn: '2026-11-20' as const,
        method: 'Check' as const,
        lines: [{ billId: next.bill.id, version: next.bill.version, cents: 500 }],
      };
      const again = key();
      const both = await Promise.all(
        [1, 2].map(() => billing.books.call('apPayments.create', { key: again, body: body as never })),
      );
      expect(both[0]).toEqual(both[1]);
      expect(await paidOf(next)).toBe(500);
    });
  },
  { emptied: false },
);
