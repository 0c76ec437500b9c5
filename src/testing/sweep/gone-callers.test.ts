import { expect, test } from 'vitest';
import { createBackend } from '#backend/upstream.ts';
import type { Database } from '#db/database.ts';
import { eachEngine } from '../databases.ts';
import { fixedClock } from '../fixed-clock.ts';
import { startStack } from '../stack.ts';

eachEngine(
  'a browser that has gone',
  (database) => {
    test('R53 its read is taken out of the line before the database has done any of it', async () => {
      const clock = fixedClock();
      const imports = () => Promise.reject(new Error('No imports here'));
      const started: string[] = [];
      const watched: Database = {
        ...database(),
        transaction: (scope, work) =>
          database().transaction(scope, (tx) => {
            started.push(scope.readOnly ? 'read' : 'write');
            return work(tx);
          }),
      };
      const backend = createBackend({ database: watched, clock, imports });
      const stack = await startStack({ database: database(), upstream: backend, clock });
      const browser = await stack.signIn('dispatcher');
      expect((await browser.get('/api/setup')).status).toBe(200);
      started.length = 0;

      // Somebody else has every connection for a while.
      const holders = database().engine === 'pglite' ? 1 : 10;
      let release = () => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      const held = Array.from({ length: holders }, () =>
        database().transaction({ tenantId: 'system' }, async (tx) => {
          await tx.query('select 1');
          await released;
        }),
      );
      await expect.poll(async () => (await database().health()).running).toBe(holders);
      const waiting = async () => (await database().health()).waiting;
      const abort = new AbortController();
      const gone = browser.get('/api/setup', { signal: abort.signal }).catch(() => 'gone');
      await expect.poll(waiting).toBe(1);
      abort.abort();
      expect(await gone).toBe('gone');
      await expect.poll(waiting).toBe(0);
      release();
      await Promise.all(held);
      expect((await browser.get('/api/setup')).status).toBe(200);
      expect(started).toEqual(['read']);
      expect(stack.logs()).toContain('"msg":"the caller has gone"');
      expect(stack.logs()).not.toContain('"level":"error"');
      await stack.close();
    });
  },
  { emptied: false },
);
