import { expect, test } from 'vitest';
import { eachEngine } from '#testing/databases.ts';

const OFFICE = { tenantId: 'system' } as const;

eachEngine('statements asked for without waiting', (database) => {
  test('run in their order and answer each its own', async () => {
    const answers = await database().transaction(OFFICE, async (tx) => {
      await tx.query('create temporary table turns (n int) on commit drop');
      return Promise.all([
        tx.query('insert into turns values (1)'),
        tx.query('select pg_sleep(0.02), count(*)::int as count from turns'),
        tx.query('insert into turns select n + 1 from turns'),
        tx.query<{ n: number }>('select n from turns order by n'),
      ]);
    });
    expect(answers[1]).toMatchObject([{ count: 1 }]);
    expect(answers[3]).toEqual([{ n: 1 }, { n: 2 }]);
  });

  test('are told the first error, and nothing of them stands', async () => {
    const load = database().transaction(OFFICE, (tx) =>
      Promise.all([
        tx.query(`insert into office.tenants (id, name) values (77, 'One')`),
        tx.query(`insert into office.tenants (id, name) values (77, 'Again')`),
        tx.query(`insert into office.tenants (id, name) values (78, 'Two')`),
      ]),
    );
    await expect(load).rejects.toMatchObject({ code: '23505' });
    const rows = await database().transaction(OFFICE, (tx) =>
      tx.query('select id from office.tenants where id in (77, 78)'),
    );
    expect(rows).toEqual([]);
  });
});
