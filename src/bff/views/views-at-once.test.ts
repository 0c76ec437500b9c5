import { expect, test } from 'vitest';
import type { SavedView } from '#contract/saved-view.ts';
import type { Transaction } from '#db/database.ts';
import { eachEngine, type TestDatabase } from '#testing/databases.ts';
import { startStack, TENANT } from '#testing/stack.ts';

/** Until somebody waits for a lock; PostgreSQL alone can say, and on PGlite nobody runs beside a transaction. */
async function somebodyWaits(database: TestDatabase): Promise<void> {
  if (database.engine === 'pglite') return;
  const [row] = await database.transaction({ tenantId: 'system' }, (tx) =>
    tx.query<{ waiting: number }>(
      "select count(*)::int as waiting from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
    ),
  );
  if (row!.waiting === 0) await somebodyWaits(database);
}

eachEngine('two at one saved view', (database) => {
  test.each([
    ['opens a list with it while its owner deletes it', 'delete from office.saved_views where id = $1', 404],
    [
      'renames it while it changes: told, with the view as it is now',
      `update office.saved_views set name = 'Theirs', version = version + 1 where id = $1`,
      412,
    ],
  ])('who %s', async (_, statement, status) => {
    const stack = await startStack({ database: database() });
    const owner = await stack.signIn('csr');
    const made = await owner.post(
      '/api/views',
      { page: 'jobs', name: 'On hold', search: {}, shared: true },
      { headers: { 'idempotency-key': 'one' } },
    );
    const { id, version } = (await made.json()) as SavedView;
    const changes = status === 404 ? { isDefault: true } : { name: 'Mine' };
    let answer: ReturnType<typeof owner.patch> | undefined;
    await database().transaction({ tenantId: TENANT }, async (tx: Transaction) => {
      await tx.query(statement, [id]);
      answer = owner.patch(`/api/views/${id}`, { version, changes });
      await somebodyWaits(database());
    });
    const told = await answer!;
    expect(told.status).toBe(status);
    if (status === 412)
      expect(await told.json()).toMatchObject({ params: { current: { name: 'Theirs', version: 2 } } });
    await stack.close();
  });
});
