/** Open orders of another system by CSV (issue 5, part 0). */
import { expect, test } from 'vitest';
import { type Buying, buyingCompany, key } from '#testing/buying.ts';
import { eachEngine } from '#testing/databases.ts';
import { remembering } from '#testing/statements.ts';
import { checkOrderImport, importOrders } from './import.ts';

const HEAD =
  'Number,Vendor,Type,Date,Required on,Expected on,SKU,Description,Ordered,Received,Cost,Place,Business unit';
const UNIT = 'HVAC';
const file = (...rows: string[]) => [HEAD, ...rows.map((row) => `${row},Main,${UNIT}`)].join('\n');

eachEngine('open orders by CSV', (database) => {
  const checking = ({ buyer }: Buying, csv: string) =>
    buyer.call('purchaseOrders.checkImport', { body: { csv } });
  const company = () => buyingCompany(database());
  const bring = async (buying: Buying, csv: string) => {
    const { seen } = await checking(buying, csv);
    return buying.buyer.call('purchaseOrders.import', { key: key(), body: { csv, seen } });
  };
  const broughtBy = async ({ buyer }: Buying, q: string) => {
    const { items } = await buyer.call('purchaseOrders.list', { query: { q } });
    return Promise.all(items.map(({ id }) => buyer.call('purchaseOrders.get', { params: { id } })));
  };

  test('only what is still to come is ordered, with the vendor; the same file again brings nothing', async () => {
    const buying = await company();
    const csv = file(
      'OLD-1,Harbor Supply,Stock,2026-10-01,2026-10-05,2026-12-01,PUMP,,10,4,48.50',
      'OLD-1,Harbor Supply,Stock,2026-10-01,2026-10-05,,,Elbow 90°,3,,1.25',
      'OLD-1,Harbor Supply,Stock,2026-10-01,2026-10-05,,HEATER,,2,2,',
      'OLD-2,Harbor Supply,Stock,,,,HEATER,,1,,',
    );
    const check = await checking(buying, csv);
    expect(check.counts).toEqual({ create: 3, update: 0, unchanged: 1, reject: 0 });
    expect(check.rows.map(({ name }) => name)).toContain('OLD-1 · PUMP: 6 of 10 to come');
    expect(await bring(buying, csv)).toMatchObject({ isWritten: true, operationId: null });
    const [one] = await broughtBy(buying, 'old-1');
    expect(one!.order).toMatchObject({
      status: 'Sent',
      externalPoNumber: 'OLD-1',
      date: '2026-10-01',
      requiredOn: '2026-10-05',
      tax: { kind: 'Rate', rate: 62_500 },
      memo: expect.stringContaining('What came before is not on it'),
    });
    expect(one!.lines.map((line) => [line.description, line.quantity, line.cost, line.expectedOn])).toEqual([
      ['PUMP', 60_000, 485_000, '2026-12-01'],
      ['Elbow 90°', 30_000, 12_500, null],
    ]);
    // No cost in the file: the SKU's.
    const [two] = await broughtBy(buying, 'old-2');
    expect(two!.lines).toMatchObject([{ cost: 7_120_000, quantity: 10_000, serialized: true }]);
    expect((await checking(buying, csv)).counts).toEqual({ create: 0, update: 0, unchanged: 4, reject: 0 });
  });

  test('an order a line of which cannot be taken is left out whole, with the reason', async () => {
    const buying = await company();
    const csv = file(
      'A,Harbor Supply,Stock,,,,PUMP,,1,,',
      'A,Harbor Supply,Stock,,,,NONE,,1,,',
      'B,Harbor Supply,Stock,2026-10-01,,,PUMP,,1,,',
      'B,Harbor Supply,Stock,2026-10-02,,,PUMP,,1,,',
      'C,Harbor Supply,Stock,,,,PUMP,,1,2,',
      'D,Nobody,Stock,,,,PUMP,,1,,',
      'E,Harbor Supply,Stock,,,,,,1,,',
      'F,Harbor Supply,Stock,,,,PUMP,,1,,',
    );
    const { counts, rows } = await checking(buying, csv);
    expect(counts).toEqual({ create: 1, update: 0, unchanged: 0, reject: 7 });
    const told = new Map(
      rows.map(({ line, reasons }) => [line, reasons.map(({ column, code }) => [column, code])]),
    );
    expect([2, 3, 4, 5, 6, 7, 8, 9].map((line) => told.get(line))).toEqual([
      [['Number', 'related']],
      [
        ['SKU', 'unknown_name'],
        ['Description', 'missing'],
      ],
      [['Number', 'related']],
      [['Date', 'related']],
      [['Received', 'related']],
      expect.arrayContaining([['Vendor', 'unknown_name']]),
      [['Description', 'missing']],
      [],
    ]);
    await bring(buying, csv);
    const { total } = await buying.buyer.call('purchaseOrders.list', { query: {} });
    expect(total).toBe(1);
  });

  test('above the limit of who brings it, and with a vendor out of use, it is refused as on the page', async () => {
    const buying = await company();
    await buying.admin.call('books.create', {
      key: key(),
      body: { kind: 'approvalLimit', values: { role: 'purchasing', limitCents: 50_000 } },
    });
    const csv = file('A,Harbor Supply,Stock,,,,HEATER,,1,,', 'B,Harbor Supply,Stock,,,,PUMP,,1,,');
    const { rows } = await checking(buying, csv);
    expect(rows.find(({ line }) => line === 2)!.reasons).toMatchObject([
      { code: 'refused', refusal: { code: 'order.needs_approval' } },
    ]);
    const seen = (await checking(buying, csv)).seen;
    await buying.buyer.call('vendors.update', {
      params: { id: buying.vendor.id },
      body: {
        expected: [{ kind: 'vendor', id: buying.vendor.id, version: buying.vendor.version }],
        changes: { active: false },
      },
    });
    const late = await buying.buyer.call('purchaseOrders.import', { key: key(), body: { csv, seen } });
    expect(late.isWritten).toBe(false);
    expect(late.check.counts.reject).toBe(2);
  });

  test('thousands of rows ask the database as often as one', async () => {
    const buying = await company();
    const asked = async (rows: number, word: string) => {
      const csv = file(
        ...Array.from(
          { length: rows },
          (_, at) => `${word}-${Math.floor(at / 3)},Harbor Supply,Stock,,,,PUMP,,${at + 1},,1.00`,
        ),
      );
      return database().transaction({ tenantId: buying.office.tenantId }, async (tx) => {
        const counted = remembering(tx);
        const { actor } = buying.office.person('admin');
        const context = { actor, now: buying.office.clock.now(), requestId: 'test', address: '127.0.0.1' };
        const { seen, counts } = await checkOrderImport(counted.tx, context, { csv });
        expect(counts.create).toBe(rows);
        const { isWritten } = await importOrders(counted.tx, context, { csv, seen });
        expect(isWritten).toBe(true);
        return counted.statements.length;
      });
    };
    const one = await asked(1, 'ONE');
    // A step of many rows says twice for each kind how its update is to be planned.
    expect(await asked(600, 'MANY')).toBeLessThanOrEqual(one + 4);
  });
});
