import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findPostgres, startCluster } from '#testing/postgres-cluster.mjs';
import type { Database, Transaction } from './database.ts';
import { openDatabase } from './open.ts';

const SYSTEM = { tenantId: 'system' } as const;

/** A server of its own, because it is stopped and started under the database's feet. */
describe.skipIf(!findPostgres())('a PostgreSQL server', () => {
  let cluster: Awaited<ReturnType<typeof startCluster>>;
  let database: Database;

  beforeAll(async () => {
    cluster = await startCluster({ settings: { deadlock_timeout: '50ms' } });
    database = await openDatabase({ databaseUrl: cluster.url, maxConnections: 25 });
  });
  afterAll(async () => {
    await database?.close();
    cluster?.stop();
  });
  beforeEach(() =>
    database.transaction(SYSTEM, (tx) =>
      tx.script(`drop table if exists outbox, stock;
        create table stock (id int primary key, count int not null);
        insert into stock values (1, 0), (2, 0);
        create table outbox (id int8 generated always as identity primary key,
          xid xid8 not null default pg_current_xact_id(), payload text not null)`),
    ),
  );

  test('two that lock the same rows in opposite order both succeed, the victim on its second try', async () => {
    let attempts = 0;
    let holders = 0;
    const bothHoldOne = gate();
    const survivorDone = gate();
    const take = (tx: Transaction, id: number) =>
      tx.query('update stock set count = count + 1 where id = $1', [id]);
    const move = async (first: number, second: number) => {
      await database.transaction(SYSTEM, async (tx) => {
        attempts++;
        // A row freed by the victim goes to whoever looks first, not to who waits: without this the victim's second
        // try can take it again before the survivor wakes, and the two meet in a second deadlock.
        if (attempts > 2) await survivorDone.opened;
        await take(tx, first);
        // Counted after the lock is held: both have begun before either holds its row.
        if (++holders === 2) bothHoldOne.open();
        await bothHoldOne.opened;
        await take(tx, second);
      });
      survivorDone.open();
    };
    await Promise.all([move(1, 2), move(2, 1)]);
    expect(attempts).toBe(3);
    const rows = await database.transaction(SYSTEM, (tx) => tx.query('select count from stock'));
    expect(rows).toEqual([{ count: 2 }, { count: 2 }]);
  });

  test('a reader of the outbox misses none of the events of 20 writers', async () => {
    const writers = 20;
    const perWriter = 20;
    const seen: string[] = [];
    const cursor = { xid: '0', id: 0 };
    const read = async () => {
      const rows = await database.transaction({ ...SYSTEM, readOnly: true }, (tx) =>
        tx.query<{ xid: string; id: number; payload: string }>(
          // "order by xid" alone would mean the text of the output column: '999' after '1000'.
          `select o.xid::text, o.id, o.payload from outbox o
            where (o.xid, o.id) > ($1::xid8, $2::int8) and o.xid < pg_snapshot_xmin(pg_current_snapshot())
            order by o.xid, o.id`,
          [cursor.xid, cursor.id],
        ),
      );
      for (const { xid, id, payload } of rows) {
        seen.push(payload);
        Object.assign(cursor, { xid, id });
      }
    };
    const write = async (writer: number) => {
      for (let i = 0; i < perWriter; i++) {
        await database.transaction(SYSTEM, async (tx) => {
          await tx.query('insert into outbox (payload) values ($1)', [`${writer}.${i}`]);
          // Ids are drawn here and committed in another order.
          await tx.query('select pg_sleep($1)', [((writer * 7 + i * 3) % 5) / 1000]);
        });
      }
    };
    let isWriting = true;
    const reading = (async () => {
      while (isWriting) await read();
    })();
    await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
    isWriting = false;
    await reading;
    await read();
    expect(new Set(seen).size).toBe(writers * perWriter);
    expect(seen.length).toBe(writers * perWriter);
  });

  test('a lock held too long by others is an error, not a wait for ever', async () => {
    const blocked = database.transaction(SYSTEM, async (tx) => {
      await tx.query('select * from stock where id = 1 for update');
      return await database.transaction({ ...SYSTEM, deadlineMs: 200 }, (other) =>
        other.query('update stock set count = 9 where id = 1'),
      );
    });
    await expect(blocked).rejects.toMatchObject({ code: 'deadline' });
  });

  test('who waits for a connection while all are at work waits as long as the deadline, and the server counts as well', async () => {
    const two = await openDatabase({ databaseUrl: cluster.url, maxConnections: 2 });
    try {
      // Longer than a connection may take to come about.
      const busy = [1, 2].map(() => two.transaction(SYSTEM, (tx) => tx.query('select pg_sleep(3.5)')));
      const waiting = two.transaction(SYSTEM, (tx) => tx.query('select 1 as one'));
      await expect.poll(() => two.health()).toMatchObject({ ok: true, waiting: 1, running: 2 });
      const hurried = two.transaction({ ...SYSTEM, deadlineMs: 200 }, (tx) => tx.query('select 1'));
      await expect(hurried).rejects.toMatchObject({ code: 'deadline', outcome: 'rolled_back' });
      const caller = new AbortController();
      const gone = two.transaction({ ...SYSTEM, signal: caller.signal }, (tx) => tx.query('select 1'));
      caller.abort();
      await expect(gone).rejects.toMatchObject({ code: 'aborted' });
      expect(await waiting).toEqual([{ one: 1 }]);
      await Promise.all(busy);
      expect(await two.health()).toMatchObject({ ok: true, waiting: 0, running: 0 });
    } finally {
      await two.close();
    }
  });

  test('while the server is down requests fail fast, and work again when it is back', async () => {
    const heard: string[] = [];
    const unsubscribe = database.onNotify((payload) => heard.push(payload));
    const interrupted = database.transaction(SYSTEM, async (tx) => {
      await tx.query('update stock set count = 5 where id = 1');
      cluster.stopServer();
      await tx.query('select pg_sleep(5)');
    });
    await expect(interrupted).rejects.toMatchObject({ code: 'unavailable', outcome: 'rolled_back' });
    const startedAt = performance.now();
    const refused = database.transaction(SYSTEM, (tx) => tx.query('select 1'));
    await expect(refused).rejects.toMatchObject({ code: 'unavailable' });
    expect(performance.now() - startedAt).toBeLessThan(500);
    expect(await database.health()).toMatchObject({
      ok: false,
      reason: expect.stringContaining('127.0.0.1'),
    });

    await cluster.startServer();
    const count = () =>
      database
        .transaction(SYSTEM, (tx) => tx.query('select count from stock where id = 1'))
        .catch(() => 'down');
    await expect.poll(count, { timeout: 5_000 }).toEqual([{ count: 0 }]);
    const notify = () =>
      database
        .transaction(SYSTEM, (tx) => tx.query("select pg_notify('truckroll', 'again')"))
        .then(() => heard.includes('again'));
    await expect.poll(notify, { timeout: 10_000 }).toBe(true);
    unsubscribe();
  });

  test('opening without a server says where it looked, and does not say the password', async () => {
    const opening = openDatabase({ databaseUrl: 'postgres://truckroll:secret-canary@127.0.0.1:1/truckroll' });
    const error: Error = await opening.then(
      () => new Error('it opened'),
      (reason: Error) => reason,
    );
    expect(error.message).toContain('127.0.0.1:1');
    expect(JSON.stringify(error) + error.stack).not.toContain('secret-canary');
  });
});

/** A promise that is resolved from outside. Node 20 has no Promise.withResolvers. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}
