import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { backUp, restoreInNew, testFolder } from '#testing/backups.ts';
import { makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { fixedClock } from '#testing/fixed-clock.ts';
import type { Database } from '../database.ts';
import { sealNew } from './seal.ts';
import { SOURCES } from './streams.ts';
import { type Verified, verifyChains } from './verify.ts';

const { now } = fixedClock('2026-11-22T07:00:00.000Z');
const { signal } = new AbortController();

const sql = <T>(database: Database, text: string) =>
  database.transaction({ tenantId: 'system' }, (tx) => tx.query<T>(text));
const seal = (database: Database, atOnce = 500, settledWithinMs = 20_000) =>
  sealNew(database, now, { signal, atOnce, settledWithinMs });

const INSERT = `insert into company.history (tenant_id, record_kind, record_id, version, at, actor_id, operation_id,
  request_id, verb, created, changes, person_id, personal)`;
const rowsOf = (count: number, tenant = 1) =>
  `${INSERT} select ${tenant}, 'customer', n, 1, '2026-11-22', 7, 1, 'r', 'customer.edited', false,
    jsonb_build_object('name', jsonb_build_array('a', n)), n, case when n % 2 = 0 then '{"email": "a@b.test"}'::jsonb end
   from generate_series(1, ${count}) n`;
const auditRow = (tenant: number | null) =>
  `insert into office.audit (tenant_id, at, actor_kind, verb, result, request_id, address)
   values (${tenant}, '2026-11-22', 'anonymous', 'session.sign-in', 'denied', 'r', '127.0.0.1')`;

const historyIds = async (database: Database) =>
  (await sql<{ id: number }>(database, 'select id from company.history where tenant_id = 1 order by id')).map(
    ({ id }) => id,
  );

async function verify(database: Database): Promise<Verified[]> {
  const chains: Verified[] = [];
  for await (const chain of verifyChains(database)) chains.push(chain);
  return chains;
}
const historyOf1 = async (database: Database) =>
  (await verify(database)).find(({ stream, tenantId }) => stream === 'history' && tenantId === 1);

eachEngine('seals of history and audit', (database, engine) => {
  beforeEach(async () => {
    await sql(database(), `insert into office.tenants (id, name) values (1, 'Acme'), (2, 'Borealis')`);
  });

  test('R61 every company’s rows are sealed in steps, audit of nobody’s company too; newer rows are not sealed yet', async () => {
    await sql(database(), rowsOf(25));
    await sql(database(), rowsOf(3, 2));
    for (const tenant of [1, null, null]) await sql(database(), auditRow(tenant));
    expect(await seal(database(), 10)).toBe(31);
    expect(await seal(database(), 10)).toBe(0);
    await sql(database(), rowsOf(2));
    expect(await verify(database())).toMatchObject([
      { stream: 'history', tenantId: 1, proved: 25, notSealed: 2, broken: null },
      { stream: 'audit', tenantId: 1, proved: 1, notSealed: 0, broken: null },
      { stream: 'history', tenantId: 2, proved: 3, notSealed: 0, broken: null },
      { stream: 'audit', tenantId: null, proved: 2, notSealed: 0, broken: null },
    ]);
    expect(
      await sql(
        database(),
        `select number, cardinality(ids) as rows from office.seals where tenant_id = 1 and stream = 'history' order by 1`,
      ),
    ).toEqual([
      { number: 1, rows: 10 },
      { number: 2, rows: 10 },
      { number: 3, rows: 5 },
    ]);
  });

  test.skipIf(engine === 'pglite')(
    'a row whose id was taken first and which is committed last is waited for, not skipped (R61)',
    async () => {
      let commit = () => {};
      const held = new Promise<void>((resolve) => {
        commit = resolve;
      });
      let written = () => {};
      const isWritten = new Promise<void>((resolve) => {
        written = resolve;
      });
      const slow = database().transaction({ tenantId: 'system' }, async (tx) => {
        await tx.query(rowsOf(1));
        written();
        await held;
      });
      await isWritten;
      await sql(database(), rowsOf(3));
      expect(await seal(database(), 500, 200)).toBe(0);
      const sealing = seal(database());
      commit();
      await slow;
      expect(await sealing).toBe(4);
      expect(await historyOf1(database())).toMatchObject({ proved: 4, notSealed: 0, broken: null });
    },
  );

  test('while many write and two seal, every row is sealed once and all are proved (R61)', async () => {
    let isOver = false;
    const sealer = async () => {
      while (!isOver) await seal(database(), 7);
    };
    const sealers = [sealer(), sealer()];
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let at = 0; at < 6; at++) await sql(database(), rowsOf(3));
      }),
    );
    isOver = true;
    await Promise.all(sealers);
    await seal(database());
    expect(await historyOf1(database())).toMatchObject({ proved: 144, notSealed: 0, broken: null });
  });

  test('R61 what was altered, removed or put in between is named, as is an altered or removed seal', async () => {
    await sql(database(), rowsOf(30));
    // A number left free, as an operation that was rolled back leaves it.
    await sql(database(), 'delete from company.history where id = (select min(id) + 4 from company.history)');
    await seal(database(), 10);
    const ids = await historyIds(database());
    const free = ids[0]! + 4;
    const row = ids[14]!;
    const tampered: [string, object][] = [
      [`update company.history set changes = '{}' where id = ${row}`, { what: 'changed', id: row }],
      [`update company.history set actor_id = 8 where id = ${row}`, { what: 'changed', id: row }],
      [
        `update company.history set at = at + interval '1 microsecond' where id = ${row}`,
        { what: 'changed', id: row },
      ],
      [
        `update company.history set personal = '{"email": "c@d.test"}' where id in (${row}, ${row + 1})`,
        { what: 'changed', id: row },
      ],
      [`update company.history set tenant_id = 2 where id = ${row}`, { what: 'removed', id: row }],
      [`delete from company.history where id = ${row}`, { what: 'removed', id: row }],
      [
        `${INSERT.replace('(tenant_id', '(id, tenant_id')} overriding system value
         values (${free}, 1, 'customer', 1, 1, '2026-11-22', 7, 1, 'r', 'x', false, '{}', null, null)`,
        { what: 'added', id: free },
      ],
      [`update office.seals set row_hashes = personal_hashes where number = 2`, { what: 'seal', id: 2 }],
      [`update office.seals set hash = sha256('') where number = 3`, { what: 'seal', id: 3 }],
      [`delete from office.seals where number = 2`, { what: 'seal', id: 2 }],
    ];
    for (const [tampering, broken] of tampered) {
      await sql(database(), 'create table if not exists public.kept_history as table company.history');
      await sql(database(), 'create table if not exists public.kept_seals as table office.seals');
      await sql(database(), tampering);
      expect([tampering, (await historyOf1(database()))?.broken]).toEqual([tampering, broken]);
      await database().transaction({ tenantId: 'system' }, (tx) =>
        tx.script(`delete from company.history; delete from office.seals;
          insert into company.history overriding system value select * from public.kept_history;
          insert into office.seals select * from public.kept_seals;`),
      );
    }
    await sql(database(), 'drop table public.kept_history, public.kept_seals');
  });

  test('a person’s fields can be erased, with their salt, and the chain holds (R61)', async () => {
    await sql(database(), rowsOf(10));
    await seal(database());
    await sql(
      database(),
      'update company.history set personal = null, personal_salt = null where record_id < 5',
    );
    expect(await historyOf1(database())).toMatchObject({ proved: 10, broken: null });
  });

  test('rows from before there were seals are sealed as they are found (R61)', async () => {
    await sql(database(), rowsOf(4));
    await sql(database(), 'update company.history set personal_salt = null');
    await seal(database());
    expect(await historyOf1(database())).toMatchObject({ proved: 4, broken: null });
  });

  test('R61 the application’s role can neither read nor write seals', async () => {
    await sql(database(), rowsOf(1));
    await seal(database());
    for (const text of [
      'select 1 from office.seals',
      'update office.seals set number = number',
      'delete from office.seals',
      'truncate office.seals',
      'insert into office.seals select * from office.seals',
    ]) {
      const asked = database().transaction({ tenantId: 1 }, (tx) => tx.query(text));
      await expect(asked, text).rejects.toMatchObject({ code: '42501' });
    }
  });

  test('every column of both tables is sealed', async () => {
    for (const { table, columns } of Object.values(SOURCES)) {
      const all = await sql<{ name: string }>(
        database(),
        `select attname as name from pg_attribute where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped`,
      );
      const apart = ['personal', 'personal_salt'];
      expect(
        all
          .map(({ name }) => name)
          .filter((name) => !apart.includes(name))
          .sort(),
      ).toEqual([...columns].sort());
    }
  });

  test('what was really written is proved, before and after a backup is restored', async () => {
    await sql(database(), 'delete from office.tenants');
    const company = await makeCompany(database());
    await company.book();
    await seal(database());
    const before = await verify(database());
    expect(before.every(({ broken, proved, notSealed }) => !broken && proved > 0 && notSealed === 0)).toBe(
      true,
    );
    const file = join(testFolder(), 'monday.backup');
    await backUp(database(), file);
    const restored = await restoreInNew(engine, file);
    expect(await verify(restored)).toEqual(before);
  });
});
