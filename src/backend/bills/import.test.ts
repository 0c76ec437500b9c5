/** Vendors' bills by CSV, on both engines: matched alone, or waiting with their differences (domain-rules §6). */
import { beforeAll, expect, test } from 'vitest';
import type { Transaction } from '#db/database.ts';
import { type Billing, billingCompany } from '#testing/billing.ts';
import { key } from '#testing/buying.ts';
import { eachEngine } from '#testing/databases.ts';
import { remembering } from '#testing/statements.ts';
import { checkBillImport, importBills } from './import.ts';

const HEAD = 'Order,Invoice,Date,Part number,SKU,Description,Quantity,Cost,Amount,Tax,Freight';

eachEngine(
  'bills by CSV',
  (database) => {
    let billing: Billing;
    beforeAll(async () => {
      billing = await billingCompany(database());
    });
    const file = (...lines: string[]) => `${[HEAD, ...lines].join('\n')}\n`;
    const check = (csv: string) => billing.books.call('bills.checkImport', { body: { csv } });
    const bring = async (csv: string) => {
      const { seen } = await check(csv);
      return billing.books.call('bills.import', { key: key(), body: { csv, seen } });
    };
    const told = async (csv: string) =>
      (await check(csv)).rows.map(({ fate, name, reasons }) => [
        fate,
        name,
        reasons.map(({ column, code }) => `${column} ${code}`),
      ]);

    test('a paper that says what came is reconciled with its receipt; one that does not waits with its differences', async () => {
      const [right, dear] = [await billing.received(), await billing.received()];
      const [one, two] = [right.bill.bill.vendorInvoiceNumber, dear.bill.bill.vendorInvoiceNumber];
      const csv = file(
        `${right.order.order.number},${one},2026-11-20,,pump,,4,50.00,200.00,,`,
        `${right.order.order.number},${one},2026-11-20,,HEATER,,1,712.00,712.00,57.00,`,
        `${dear.order.order.number},${two},2026-11-20,,PUMP,,4,55.00,220.00,,15.00`,
        `${dear.order.order.number},${two},2026-11-20,ZZ-9,,Fuel,1,15.00,15.00,,`,
      );
      expect(await told(csv)).toEqual([
        ['update', `${one} · pump · matches, reconciled`, []],
        ['update', `${one} · HEATER · matches, reconciled`, []],
        ['update', `${two} · PUMP · 3 differences`, []],
        ['update', `${two} · Fuel · 3 differences`, []],
      ]);
      expect(await billing.books.call('bills.get', { params: { id: right.bill.bill.id } })).toEqual(
        right.bill,
      );
      expect((await bring(csv)).isWritten).toBe(true);
      const { bill } = await billing.readBill(right.bill.bill.id);
      expect(bill).toMatchObject({
        status: 'Reconciled',
        vendorInvoiceNumber: one,
        billDate: '2026-11-20',
        payableCents: 969_00,
      });
      const waiting = await billing.readBill(dear.bill.bill.id);
      expect(waiting.bill.status).toBe('Discrepancy');
      expect(waiting.differences.map(({ kind }) => kind)).toEqual(['price', 'notOrdered', 'freight']);
      // The same file again says nothing new.
      expect((await check(csv)).counts).toMatchObject({ update: 0, create: 0, unchanged: 4 });
    });

    test('a second paper of an order is a bill of its own, and says what came with the first already', async () => {
      const { order, bill } = await billing.received();
      await billing.stepBill('agree', bill);
      const csv = file(`${order.order.number},B-2,2026-11-20,,PUMP,,1,50.00,50.00,,`);
      expect(await told(csv)).toEqual([['create', 'B-2 · PUMP · 1 difference', []]]);
      await bring(csv);
      const [, second] = await billing.billsOf(order.order.id);
      expect(second!.bill).toMatchObject({
        source: 'Import',
        status: 'Discrepancy',
        vendorInvoiceNumber: 'B-2',
      });
    });

    test('a paper of another number than the bill that waits is a bill of its own', async () => {
      const { order, bill } = await billing.received();
      const csv = file(`${order.order.number},OTHER-9,2026-11-20,,PUMP,,4,50.00,200.00,,`);
      expect((await told(csv)).map(([fate]) => fate)).toEqual(['create']);
      await bring(csv);
      const { bill: waiting } = await billing.readBill(bill.bill.id);
      expect([waiting.status, waiting.vendorInvoiceNumber]).toEqual([
        'Unreconciled',
        bill.bill.vendorInvoiceNumber,
      ]);
    });

    test('a bill with a line that cannot be read is left out whole; an order nobody has is told', async () => {
      const { order } = await billing.received();
      const csv = file(
        `${order.order.number},C-1,2026-11-20,,PUMP,,4,50.00,200.00,,`,
        `${order.order.number},C-1,2026-11-20,,HEATER,,one,712.00,712.00,,`,
        '99999,C-2,2026-11-20,,PUMP,,1,50.00,50.00,,',
        ',C-3,soon,,PUMP,,1,50.00,50.555,,',
      );
      expect((await told(csv)).map(([fate, , reasons]) => [fate, reasons])).toEqual([
        ['reject', ['Invoice related']],
        ['reject', ['Quantity invalid']],
        ['reject', ['Order unknown_name']],
        ['reject', ['Order missing', 'Date invalid', 'Amount invalid']],
      ]);
      const { isWritten, check: after } = await bring(csv);
      expect([isWritten, after.counts.reject]).toEqual([true, 4]);
      expect((await billing.billsOf(order.order.id))[0]!.bill.billed).toBeNull();
    });

    test('a check waits for nobody and holds up nobody: only what is written is locked', async () => {
      const { order, bill } = await billing.received();
      const number = bill.bill.vendorInvoiceNumber;
      const csv = file(`${order.order.number},${number},2026-11-20,,PUMP,,4,50.00,200.00,,`);
      const { office, books } = billing;
      const context = {
        actor: books.actor,
        now: office.clock.now(),
        requestId: 'test',
        address: '127.0.0.1',
      };
      const locking = (run: (tx: Transaction) => Promise<unknown>) =>
        database().transaction({ tenantId: office.tenantId }, async (tx) => {
          const asked = remembering(tx);
          await run(asked.tx);
          return asked.statements.filter((sql) => /for (no key )?update|advisory/.test(sql));
        });
      expect(await locking((tx) => checkBillImport(tx, context, { csv }))).toEqual([]);
      const { seen } = await check(csv);
      // That it would be seen here.
      expect(await locking((tx) => importBills(tx, context, { csv, seen }))).not.toEqual([]);
    });

    test('nothing is written where it would come out otherwise than shown', async () => {
      const { order, bill } = await billing.received();
      const number = bill.bill.vendorInvoiceNumber;
      const csv = file(`${order.order.number},${number},2026-11-20,,PUMP,,4,50.00,200.00,,`);
      const { seen } = await check(csv);
      await billing.stepBill('agree', bill);
      const { isWritten } = await billing.books.call('bills.import', { key: key(), body: { csv, seen } });
      expect(isWritten).toBe(false);
      expect(await billing.billsOf(order.order.id)).toHaveLength(1);
    });
  },
  { emptied: false },
);
