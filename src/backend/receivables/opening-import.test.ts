import { expect, test } from 'vitest';
import { bookingBody, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

const HEAD = 'Kind,Number,Customer,Business unit,Date,Due,Amount,GL account,Payment type,Memo';
let keys = 0;

eachEngine(
  'opening balances by CSV',
  (database) => {
    test('open invoices, credits and deposits stand in the ledger, once however often the file comes', async () => {
      const company = await makeCompany(database());
      // A booking brings its customer along.
      await company.person('admin').call('jobs.book', { key: `book ${++keys}`, body: bookingBody(company) });
      const books = company.person('accounting');
      const setUp = (kind: 'glAccount' | 'paymentType', values: Record<string, string>) =>
        books.call('books.create', { key: `opening ${++keys}`, body: { kind, values } });
      await setUp('glAccount', { number: '3900', name: 'Opening balances', kind: 'Equity' });
      await setUp('paymentType', { name: 'Check' });
      const sql = <T>(text: string, params: unknown[] = []) =>
        database().transaction({ tenantId: company.tenantId }, (tx) =>
          tx.query<T>(text, [company.tenantId, ...params]),
        );
      const [who] = await sql<{ customer: string; unit: string; id: number }>(
        `select c.name as customer, c.id, (select name from company.business_units where tenant_id = $1 and id = $2) as unit
         from company.customers c where c.tenant_id = $1 order by c.id limit 1`,
        [company.businessUnitId],
      );
      await sql(`update company.customers set external_key = 'OLD-7' where tenant_id = $1 and id = $2`, [
        who!.id,
      ]);
      const row = (text: string) =>
        text.replace('WHO', `"${who!.customer}"`).replace('UNIT', `"${who!.unit}"`);
      const csv = [
        HEAD,
        row('Invoice,1042,WHO,UNIT,2026-10-02,2026-11-01,"1,240.50",3900,,From the old books'),
        row('Credit,C-17,OLD-7,UNIT,2026-10-05,,-25.00,3900,,'),
        row('Deposit,8815,WHO,UNIT,2026-10-20,,300,,Check,'),
        row('Invoice,1043,Nobody at all,UNIT,2026-10-02,,10,3900,,'),
        row('Invoice,1044,WHO,UNIT,2026-10-02,,10,,,'),
        row('Invoice,1045,WHO,UNIT,2026-10-02,2026-09-01,0,3900,,'),
        row('Invoice,1046,WHO,UNIT,2026-10-02,,-5,3900,,'),
        row('Deposit,8816,WHO,UNIT,2026-10-20,,ten,,,'),
        row('Invoice,1042,WHO,UNIT,2026-10-02,,10,3900,,'),
      ].join('\n');
      const check = await books.call('receivables.checkImport', { body: { csv } });
      expect(check.counts).toEqual({ create: 3, update: 0, unchanged: 0, reject: 6 });
      const reasons = check.rows.flatMap(({ line, reasons: all }) =>
        all.map(({ column, code }) => `${line} ${column} ${code}`),
      );
      expect(reasons.sort()).toEqual([
        '10 null repeated',
        '5 Customer unknown_name',
        '6 GL account related',
        '7 Amount related',
        '7 Due related',
        '8 Amount related',
        '9 Amount invalid',
        '9 Payment type related',
      ]);
      const write = (seen: string) =>
        books.call('receivables.import', { key: `write ${++keys}`, body: { csv, seen } });
      expect((await write(check.seen)).isWritten).toBe(true);

      const balances = () =>
        sql<{ kind: string; cents: number; on: string }>(
          `select document_kind as kind, cents, effective_on as "on" from company.ar_entries
           where tenant_id = $1 order by effective_on, id`,
        );
      const expected = [
        { kind: 'invoice', cents: 124_050, on: '2026-10-02' },
        { kind: 'invoice', cents: -2_500, on: '2026-10-05' },
        { kind: 'payment', cents: -30_000, on: '2026-10-20' },
      ];
      expect(await balances()).toEqual(expected);
      const found = await books.call('invoices.list', { query: { q: '1042' } });
      expect(found.items).toMatchObject([{ balanceCents: 124_050, dueDate: '2026-11-01' }]);

      // Again: nothing is entered twice, and what was shown before is not written any more.
      expect((await write(check.seen)).isWritten).toBe(false);
      const again = await books.call('receivables.checkImport', { body: { csv } });
      expect(again.counts).toMatchObject({ create: 0, unchanged: 4 });
      expect((await write(again.seen)).isWritten).toBe(true);
      expect(await balances()).toEqual(expected);
    });

    test('nothing is brought into a closed period; the template is read as it is handed out', async () => {
      const company = await makeCompany(database(), 2);
      // A booking brings its customer along.
      await company.person('admin').call('jobs.book', { key: `book ${++keys}`, body: bookingBody(company) });
      const books = company.person('accounting');
      const { record } = await books.call('books.create', {
        key: `period ${++keys}`,
        body: {
          kind: 'accountingPeriod',
          values: { name: 'October', startsOn: '2026-10-01', endsOn: '2026-10-31' },
        },
      });
      await books.call('books.create', {
        key: `account ${++keys}`,
        body: { kind: 'glAccount', values: { number: '4000', name: 'Income', kind: 'Income' } },
      });
      await books.call('accountingPeriods.close', {
        params: { id: record.id },
        body: {
          expected: [{ kind: 'accountingPeriod', id: record.id, version: record.version }],
          reason: 'Filed',
        },
      });
      const [names] = await database().transaction({ tenantId: company.tenantId }, (tx) =>
        tx.query<{ customer: string; unit: string }>(
          `select c.name as customer, (select name from company.business_units where tenant_id = $1 and id = $2) as unit
           from company.customers c where c.tenant_id = $1 order by c.id limit 1`,
          [company.tenantId, company.businessUnitId],
        ),
      );
      const csv = `${HEAD}\nInvoice,1,"${names!.customer}","${names!.unit}",2026-10-31,,10,4000,,\n`;
      const { rows } = await books.call('receivables.checkImport', { body: { csv } });
      expect(rows[0]?.reasons[0]?.refusal).toEqual({
        code: 'period.day_closed',
        params: { on: '2026-10-31', openFrom: '2026-11-01' },
      });
    });
  },
  { emptied: false },
);
