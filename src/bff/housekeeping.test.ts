import { beforeEach, expect, test } from 'vitest';
import type { Upstream } from '#contract/upstream.ts';
import type { Database } from '#db/database.ts';
import { eachEngine } from '#testing/databases.ts';
import { fixedClock } from '#testing/fixed-clock.ts';
import { sweep } from './housekeeping.ts';

const clock = fixedClock('2026-11-21T17:00:00.000Z');
const signal = new AbortController().signal;
const keepsItself: Pick<Upstream, 'forget'> = {};

const run = <T>(database: Database, sql: string) =>
  database.transaction({ tenantId: 'system' }, (tx) => tx.query<T>(sql));
const ids = async (database: Database, sql: string) =>
  (await run<{ id: unknown }>(database, sql)).map(({ id }) => id);

eachEngine('housekeeping', (database) => {
  beforeEach(async () => {
    await run(database(), `insert into office.tenants (id, name) values (1, 'Acme'), (2, 'Borealis')`);
  });

  test('keys older than a day are forgotten in every company, however many; younger ones are kept', async () => {
    await run(
      database(),
      `insert into office.idempotency_keys (tenant_id, user_id, route, key, body_hash, status, created_on)
       select 1 + n % 2, 1, 'jobs.book', n::text, '', 201, case when n > 1200 then timestamptz '2026-11-20T17:00:01Z' else '2026-11-20T16:59:59Z' end
       from generate_series(1, 1205) n`,
    );
    await sweep({ database: database(), clock }, keepsItself, signal);
    expect(await ids(database(), 'select key as id from office.idempotency_keys order by key')).toEqual([
      '1201',
      '1202',
      '1203',
      '1204',
      '1205',
    ]);
  });

  test('an operation loses what undo would need when undo is over, and nothing else of it', async () => {
    const columns = 'tenant_id, id, user_id, verb, at, request_id, changes, undoable';
    await run(
      database(),
      `insert into office.operations (${columns}) values
       (1, 1, 7, 'job.booked', '2026-11-20T16:59:59Z', 'r1', '[{"id": 1}]', true),
       (1, 2, 7, 'job.held', '2026-11-20T17:00:00Z', 'r2', '[{"id": 2}]', true)`,
    );
    await sweep({ database: database(), clock }, keepsItself, signal);
    expect(await run(database(), `select ${columns} from office.operations order by id`)).toMatchObject([
      { id: 1, user_id: 7, verb: 'job.booked', request_id: 'r1', undoable: true, changes: [] },
      { id: 2, changes: [{ id: 2 }] },
    ]);
  });

  test('messages of last month go, sent or not; one that is held waits on', async () => {
    await run(
      database(),
      `insert into office.messages (tenant_id, id, operation_id, recipient_kind, recipient_id, channel, template, params, status, held_until, created_on, modified_on)
       select 1, n, 1, 'customer', 1, 'Sms', 'job.completed', '{}', (array['Sent', 'Ready', 'Canceled', 'Held', 'Sent'])[n],
         case when n = 5 then timestamptz '2026-11-01' else '2026-10-01' end, '2026-10-01', '2026-10-01' from generate_series(1, 5) n`,
    );
    await sweep({ database: database(), clock }, keepsItself, signal);
    expect(await ids(database(), 'select id from office.messages order by id')).toEqual([4, 5]);
  });

  test('audit is kept for ever', async () => {
    await run(
      database(),
      `insert into office.audit (tenant_id, at, actor_kind, verb, result, request_id, address)
       values (1, '2010-01-01', 'system', 'start', 'done', 'r', '')`,
    );
    await sweep({ database: database(), clock }, keepsItself, signal);
    expect(await run(database(), 'select 1 from office.audit')).toHaveLength(1);
  });

  test('the records’ keeper is asked until it has nothing more to forget, and no longer once the server stops', async () => {
    const asked: string[] = [];
    const left = [true, true, false];
    const forget = async () => {
      asked.push('forget');
      return left.shift() ?? true;
    };
    await sweep({ database: database(), clock }, { forget }, signal);
    expect(asked).toHaveLength(3);
    const stopping = new AbortController();
    const untilStopped = async () => {
      stopping.abort();
      return true;
    };
    await sweep({ database: database(), clock }, { forget: untilStopped }, stopping.signal);
  });
});
