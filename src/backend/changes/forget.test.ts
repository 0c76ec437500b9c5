import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#contract/upstream.ts';
import type { Database } from '#db/database.ts';
import { instant } from '#domain/time.ts';
import { eachEngine } from '#testing/databases.ts';
import { FORGOTTEN_AT_ONCE, forgetChanges } from './forget.ts';
import { MOST_MISSED, readChanges } from './read.ts';

const NOW = instant('2026-11-21T17:00:00Z');
const LONG_AGO = '2026-11-14T16:59:00Z';
const RECENT = '2026-11-14T17:01:00Z';

const system = <T>(database: Database, sql: string, params: readonly unknown[] = []) =>
  database.transaction({ tenantId: 'system' }, (tx) => tx.query<T>(sql, params));
/** Set-up changes; answers their positions. */
async function write(database: Database, at: string, count = 1, tenantId = 1, businessUnitId = 0) {
  const rows = await system<{ id: number }>(
    database,
    `insert into company.changes (tenant_id, at, type, record_kind, record_id, version, actor_id, operation_id, fields, business_unit_id, record)
     select $1, $2, 'setup.changed', 'setup', 1, 1, 1, 1, '{}', nullif($4, 0), 'null' from generate_series(1, $3::int) returning id`,
    [tenantId, at, count, businessUnitId],
  );
  return rows.map(({ id }) => `0.${id}`).sort((a, b) => Number(a.slice(2)) - Number(b.slice(2)));
}
const person = (changes: Partial<Actor> = {}): Actor => ({
  tenantId: 1,
  userId: 1,
  name: 'Jo',
  roles: ['dispatcher'],
  rights: [],
  businessUnitIds: null,
  ...changes,
});
async function forgetAll(database: Database) {
  while (await forgetChanges(database, NOW));
}

eachEngine('the change feed after a week', (database) => {
  beforeEach(async () => {
    await system(database(), `insert into office.tenants (id, name) values (1, 'Acme'), (2, 'Borealis')`);
  });
  const read = (after: string | null, actor = person(), limit = 500) =>
    readChanges(database(), actor, after, limit);

  test('has forgotten what is older, in steps; who comes back from before it starts over, who does not goes on', async () => {
    const old = await write(database(), LONG_AGO, FORGOTTEN_AT_ONCE + 10);
    const kept = await write(database(), RECENT, 3);
    const other = await write(database(), RECENT, 1, 2);
    expect(await forgetChanges(database(), NOW)).toBe(true);
    expect(await forgetChanges(database(), NOW)).toBe(false);
    const left = await system<{ id: number }>(database(), 'select id from company.changes order by id');
    expect(left.map(({ id }) => `0.${id}`)).toEqual([...kept, ...other]);
    const lastOld = old.at(-1)!;
    expect(await read(old.at(-2)!)).toMatchObject({ reset: true, position: kept[2], events: [] });
    // The reader of the last forgotten one has missed nothing.
    expect((await read(lastOld)).events.map(({ position }) => position)).toEqual(kept);
    expect((await read('0.0', person({ tenantId: 2 }))).events).toHaveLength(1);
  });

  test('of a company that was closed for a month goes on with the next change, and nobody starts over', async () => {
    const [only] = await write(database(), LONG_AGO);
    await forgetAll(database());
    expect(await read(null)).toEqual({ events: [], position: only, reset: false });
    const [next] = await write(database(), RECENT);
    expect(await read(only!)).toMatchObject({ reset: false, position: next });
    expect(await read('0.0')).toMatchObject({ reset: true });
  });

  test('has no gaps when a clock was put back in between', async () => {
    const first = await write(database(), RECENT);
    await write(database(), LONG_AGO);
    await forgetAll(database());
    expect((await read('0.0')).events).toHaveLength(2);
    expect(first).toHaveLength(1);
  });
});

eachEngine('who missed much of the change feed', (database) => {
  beforeEach(async () => {
    await system(database(), `insert into office.tenants (id, name) values (1, 'Acme')`);
  });

  test(`is told to start over beyond ${MOST_MISSED} changes, and catches up on as many`, async () => {
    const [first, second, ...rest] = await write(database(), RECENT, MOST_MISSED + 2);
    const newest = rest.at(-1);
    expect(await readChanges(database(), person(), first!, 500)).toEqual({
      events: [],
      position: newest,
      reset: true,
    });
    expect((await readChanges(database(), person(), second!, 500)).events).toHaveLength(500);
  });

  test('and may see little of it has all of that at once, not a piece with every heartbeat', async () => {
    const start = (await readChanges(database(), person(), null, 500)).position;
    await write(database(), RECENT, 20, 1, 9);
    const [mine] = await write(database(), RECENT, 1, 1, 8);
    const confined = person({ businessUnitIds: [8] });
    const batch = await readChanges(database(), confined, start, 5);
    expect(batch).toMatchObject({ reset: false, position: mine });
    expect(batch.events.map(({ position }) => position)).toEqual([mine]);
  });
});
