import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backUp, restoreInNew, SYSTEM, testFolder, wholeText } from '#testing/backups.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine, QUICKEST, TEST_DATABASE_URL } from '#testing/databases.ts';
import type { Database } from '../database.ts';

const HOSTILE = [
  'O\'Brien "Bob" \\ {a,b} [1,2]',
  'two\nlines\tand\r a tab',
  'Zoë 東京 🚚',
  '{"end":3}',
  '',
  'NULL',
];

/** Rows of every kind of column, hard to write down. */
async function fillWith(database: Database, company: Company): Promise<void> {
  for (const name of HOSTILE.filter((one) => one !== '' && !one.includes('\n'))) await company.book({ name });
  // Checks that wait for the end of a step wait for these rows.
  await company.book({ technicianIds: company.technicianIds.slice(0, 1) });
  await database.transaction(SYSTEM, async (tx) => {
    await tx.query(
      `update company.customers set memo = m.memo, tag_ids = '{3,1,9007199254740991}',
         created_on = '2026-11-01 09:08:07.123456+00', modified_on = 'infinity'
       from (select id, ($1::text[])[1 + row_number() over (order by id) % $2::int] as memo from company.customers) m
       where m.id = customers.id`,
      [HOSTILE, HOSTILE.length],
    );
    await tx.query(
      `update company.technicians set latitude = 42.35843000000001, longitude = -1e-300, skill_ids = '{}'`,
    );
    await tx.query(`update company.jobs set custom_fields = $1::jsonb`, [
      { a: [null, 1.5, 'x"\\'], 'b\n': {} },
    ]);
    await tx.query(
      `insert into office.sessions (tenant_id, id_hash, user_id, user_epoch, created_on, active_on, idle_until, absolute_until, user_agent, address)
       select tenant_id, 'hash of a cookie', id, 1, now(), now(), now(), now(), '', '' from office.users limit 1`,
    );
  });
}

const targets: Database['engine'][] = TEST_DATABASE_URL ? ['pglite', 'postgres'] : ['pglite'];

eachEngine('a backup and its restore', (database, engine) => {
  describe.each(targets)('to %s', (target) => {
    test(`every row of every table comes back from ${engine}, bit by bit, but the sessions; ids go on above the greatest, constraints and rights hold as before`, async () => {
      const company = await makeCompany(database());
      await fillWith(database(), company);
      const { id: lastJob } = (await company.book()).job;
      const file = join(testFolder(), 'monday.backup');
      const { header } = await backUp(database(), file);
      expect(statSync(file).mode & 0o777).toBe(0o600);

      const restored = await restoreInNew(target, file);
      const [before, after] = [await wholeText(database()), await wholeText(restored)];
      expect(after).toEqual(before);
      expect(Object.keys(after).length).toBe(header.tables.length);
      // A job for each of the names that may be one, the assigned one and the last one.
      expect(before['company.jobs']!.length).toBe(HOSTILE.length - 2 + 2);
      expect(before['company.customers']!.join()).toContain('09:08:07.123456+00');
      const sessions = await restored.transaction(SYSTEM, (tx) => tx.query('select * from office.sessions'));
      expect(sessions).toEqual([]);

      const shape = (one: Database) =>
        one.transaction(SYSTEM, (tx) =>
          tx.query(
            `select conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated from pg_constraint
             where connamespace in ('office'::regnamespace, 'company'::regnamespace) and contype <> 'n' order by 1, 2`,
          ),
        );
      expect(await shape(restored)).toEqual(await shape(database()));
      const ids = await restored.transaction(SYSTEM, async (tx) => {
        await tx.query('select 1');
        return tx.query<{ job: number; history: number; greatest: number }>(
          `select nextval('company.ids') as job, nextval(pg_get_serial_sequence('company.history', 'id')) as history,
             (select max(id) from company.history) as greatest`,
        );
      });
      expect(ids[0]!.job).toBeGreaterThan(lastJob);
      expect(ids[0]!.history).toBeGreaterThan(ids[0]!.greatest);
      const foreign = restored.transaction({ tenantId: 2, readOnly: true }, (tx) =>
        tx.query('select id from company.jobs'),
      );
      expect(await foreign).toEqual([]);
    });
  });

  test('while ten people book, the backup is one moment: each job has its visit, invoice, history and changes', async () => {
    const company = await makeCompany(database());
    let isOver = false;
    let booked = 0;
    const writers = Array.from({ length: 10 }, async () => {
      while (!isOver) {
        await company.book();
        booked++;
      }
    });
    const file = join(testFolder(), 'busy.backup');
    const bookedSome = async (more: number) => {
      const enough = booked + more;
      while (booked < enough) await new Promise((resolve) => setImmediate(resolve));
    };
    await bookedSome(30);
    const atSnapshot = { least: booked, most: 0 };
    await backUp(database(), file, {
      // Others go on although the snapshot is held.
      during: async () => {
        atSnapshot.most = booked + 10;
        await bookedSome(30);
      },
    });
    isOver = true;
    await Promise.all(writers);

    const restored = await restoreInNew(QUICKEST, file);
    const [found] = await restored.transaction(SYSTEM, (tx) =>
      tx.query<Record<string, number>>(
        `select count(*) as jobs, max(j.number) - min(j.number) + 1 as numbers,
           count(*) filter (where not exists (select from company.appointments a where a.job_id = j.id and a.number = 1)) as "withoutVisit",
           count(*) filter (where not exists (select from company.invoices i where i.job_id = j.id and i.kind = 'Job')) as "withoutInvoice",
           count(*) filter (where not exists (select from company.history h where h.record_kind = 'job' and h.record_id = j.id)) as "withoutHistory",
           count(*) filter (where not exists (select from company.changes c where c.record_kind = 'job' and c.record_id = j.id)) as "withoutChange",
           (select count(*) from company.invoices) as invoices, (select count(*) from company.appointments) as visits,
           (select next from company.counters where name = 'job') - max(j.number) as "nextNumber"
         from company.jobs j`,
      ),
    );
    const { jobs, ...others } = found!;
    expect(others).toEqual({
      numbers: jobs,
      withoutVisit: 0,
      withoutInvoice: 0,
      withoutHistory: 0,
      withoutChange: 0,
      invoices: jobs,
      visits: jobs,
      nextNumber: 1,
    });
    expect(jobs).toBeGreaterThanOrEqual(atSnapshot.least);
    expect(jobs).toBeLessThanOrEqual(atSnapshot.most);
  });

  test.runIf(engine === 'pglite')('one backup of a folder is made at a time', async () => {
    const file = join(testFolder(), 'first.backup');
    await backUp(database(), file, {
      during: () => expect(backUp(database(), `${file}2`)).rejects.toThrow('Another backup is under way'),
    });
  });
});

eachEngine(
  'a database nobody has set up',
  (database) => {
    test('has nothing to back up, and no file is left', async () => {
      const folder = testFolder();
      await expect(backUp(database(), join(folder, 'first.backup'))).rejects.toThrow('nothing to back up');
      expect(readdirSync(folder)).toEqual([]);
    });
  },
  { migrated: false },
);
