import { expect, test } from 'vitest';
import { demoContext } from '#backend/demo/load.ts';
import { instant } from '#domain/time.ts';
import { eachEngine } from '#testing/databases.ts';
import { localActor } from './local-actor.ts';

eachEngine('who acts when a command beside the server writes', (database) => {
  const run = (sql: string) =>
    database().transaction({ tenantId: 'system' }, async (tx) => void (await tx.query(sql)));

  test('nobody while there is no company, then Truckroll, then in the first admin’s name: always as a program', async () => {
    await expect(localActor(database())).rejects.toMatchObject({ code: 'session.forbidden' });
    await run("insert into office.tenants (id, name) values (1, 'Acme')");
    expect(await localActor(database())).toMatchObject({
      kind: 'system',
      name: 'Truckroll',
      roles: ['admin'],
    });
    await run(
      `insert into office.users (tenant_id, id, email, name, password_hash, roles) values
         (1, 5, 'dis@a.test', 'Dis', '', '{dispatcher}'), (1, 6, 'ada@a.test', 'Ada', '', '{admin}')`,
    );
    expect(await localActor(database())).toMatchObject({ kind: 'system', userId: 6, name: 'Ada' });
  });
});

test('what the demo loads is audited as loaded by a program', () => {
  expect(demoContext(7, 'Dis', instant('2026-11-21T15:00:00Z')).actor).toMatchObject({
    kind: 'system',
    userId: 7,
  });
});
