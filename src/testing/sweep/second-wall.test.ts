import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachEngine } from '../databases.ts';
import { type Ground, makeGround } from './ground.ts';
import { wholeCompany } from './id-paths.ts';

eachEngine(
  'what the database itself refuses',
  (database) => {
    let ground: Ground;
    beforeAll(async () => {
      ground = await makeGround(database());
    });
    afterAll(() => ground?.close());

    test('R40 the second wall: as the application’s role, every table shows and takes only the own company’s rows', async () => {
      const tables = Object.keys((await wholeCompany(database(), 2)) as object);
      expect(tables.length).toBeGreaterThan(40);
      for (const table of tables) {
        const ask = (sql: string) => database().transaction({ tenantId: 1 }, (tx) => tx.query(sql));
        const closed = /permission denied|violates row-level security/;
        const seen = await ask(`select 1 from ${table} where tenant_id = 2`).catch(
          (error: Error) => error.message,
        );
        if (typeof seen === 'string') expect([table, seen]).toEqual([table, expect.stringMatching(closed)]);
        else expect([table, seen]).toEqual([table, []]);
        const copy = `insert into ${table} select (jsonb_populate_record(null::${table}, '{"tenant_id": 2}')).*`;
        const refused = await ask(copy).then(
          () => 'taken',
          (error: Error) => error.message,
        );
        // A generated column cannot be given at all; its table is asked with an update below.
        expect([table, refused]).toEqual([
          table,
          expect.stringMatching(/permission denied|row-level security|non-DEFAULT/),
        ]);
      }
      for (const [table, column] of [
        ['company.jobs', 'summary'],
        ['company.customers', 'name'],
        ['office.users', 'name'],
      ]) {
        const rows = await database().transaction({ tenantId: 1 }, (tx) =>
          tx.query(`update ${table} set ${column} = 'taken over' where tenant_id = 2 returning 1`),
        );
        expect(rows).toEqual([]);
      }
    });

    test('R61 audit, history and the change feed can be added to, never altered, by the application’s role', async () => {
      for (const table of ['office.audit', 'company.history', 'company.changes']) {
        for (const sql of [
          `update ${table} set tenant_id = tenant_id`,
          `delete from ${table}`,
          `truncate ${table}`,
        ]) {
          const asked = database().transaction({ tenantId: 1 }, (tx) => tx.query(sql));
          await expect(asked, sql).rejects.toMatchObject({ code: '42501' });
        }
      }
    });
  },
  { emptied: false },
);
