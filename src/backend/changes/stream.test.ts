import { afterEach, beforeEach, expect, test } from 'vitest';
import { instant } from '#domain/time.ts';
import { eachEngine } from '#testing/databases.ts';
import { openStream } from '#testing/event-stream.ts';
import { fixedClock } from '#testing/fixed-clock.ts';
import { type Stack, startStack, TENANT } from '#testing/stack.ts';
import { createBackend } from '../upstream.ts';
import { MOST_MISSED } from './read.ts';

const NOW = '2026-11-21T17:00:00.000Z';
const A_BUSY_WEEK = MOST_MISSED + 1;

eachEngine('F21 the stream of a laptop that was away', (database) => {
  let stack: Stack;
  beforeEach(async () => {
    const clock = fixedClock(NOW);
    const imports = () => Promise.reject(new Error('No imports in this test'));
    const upstream = createBackend({ database: database(), clock, imports });
    stack = await startStack({ database: database(), clock, upstream });
  });
  afterEach(() => stack.close());

  /** Set-up changes, as commands write them; answers the positions. */
  async function write(count: number, at = NOW): Promise<string[]> {
    const rows = await database().transaction({ tenantId: 'system' }, async (tx) => {
      const ids = await tx.query<{ id: number }>(
        `insert into company.changes (tenant_id, at, type, record_kind, record_id, version, actor_id, operation_id, fields, record)
         select ${TENANT}, $1, 'setup.changed', 'setup', 1, 1, 101, 1, '{}', 'null' from generate_series(1, $2::int) returning id`,
        [instant(at), count],
      );
      await tx.query(`select pg_notify('truckroll', '${TENANT}')`);
      return ids;
    });
    return rows.map(({ id }) => `0.${id}`);
  }

  test('for a few minutes replays what it missed', async () => {
    const [last, ...missed] = await write(4);
    const stream = await openStream(await stack.signIn('dispatcher'), undefined, { 'last-event-id': last! });
    await expect.poll(stream.ids).toEqual(missed);
    expect(stream.text()).not.toContain('event: reset');
    stream.cut();
  });

  test('for a busy week says to start over instead of replaying thousands, and goes on live from there', async () => {
    const [last] = await write(1);
    await write(A_BUSY_WEEK);
    const stream = await openStream(await stack.signIn('dispatcher'), undefined, { 'last-event-id': last! });
    await expect.poll(stream.text).toContain('event: reset\n');
    const live = await write(1);
    await expect.poll(stream.ids).toEqual(live);
    stream.cut();
  });

  test('for longer than changes are kept says to start over, however few they were', async () => {
    const old = instant('2026-11-01T08:00:00Z');
    const [last] = await write(3, old);
    while (await stack.upstream.forget?.());
    const stream = await openStream(await stack.signIn('dispatcher'), undefined, { 'last-event-id': last! });
    await expect.poll(stream.text).toContain('event: reset\n');
    const live = await write(1);
    await expect.poll(stream.ids).toEqual(live);
    stream.cut();
  });
});
