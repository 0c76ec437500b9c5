import { expect, test } from 'vitest';
import { writeAudit } from '#db/audit.ts';
import { instant } from '#domain/time.ts';
import { eachEngine } from '#testing/databases.ts';
import { startStack } from '#testing/stack.ts';

type Page = {
  items: { id: number; verb: string; actorName: string; result: string; address: string; object: unknown }[];
  next: string | null;
};

eachEngine('the audit for admins', (database) => {
  test('tells who did what with what result and from where, newest first, of one’s own company only', async () => {
    const stack = await startStack({ database: database() });
    const admin = await stack.signIn('admin');
    const csr = await stack.signIn('csr');
    await stack.signIn('stranger');
    expect((await csr.get('/api/users')).status).toBe(403);
    expect((await csr.get('/api/audit')).status).toBe(403);
    const all = (await (await admin.get('/api/audit')).json()) as Page;
    expect(all.items.map(({ verb, actorName, result }) => [verb, actorName, result])).toEqual([
      ['audit.list', 'csr person', 'denied'],
      ['users.list', 'csr person', 'denied'],
      ['session.sign-in', 'csr person', 'done'],
      ['session.sign-in', 'admin person', 'done'],
    ]);
    expect(all.items[0]).toMatchObject({ address: '127.0.0.1' });
    await stack.close();
  });

  test('an admin of some units is told what people of those have done, not what others worked on', async () => {
    const stack = await startStack({ database: database() });
    const admin = await stack.signIn('admin');
    const { csr, dispatcher } = stack.people;
    const confine = (id: number, roles: string[]) =>
      admin.patch(`/api/users/${id}`, { version: 1, changes: { roles, businessUnitIds: [11] } });
    expect((await confine(csr.id, ['admin'])).status).toBe(200);
    expect((await confine(dispatcher.id, ['dispatcher'])).status).toBe(200);
    await stack.signIn('dispatcher');
    const confined = await stack.signIn('csr');
    const { items } = (await (await confined.get('/api/audit')).json()) as Page;
    expect(items.map(({ verb, actorName }) => [verb, actorName])).toEqual([
      ['session.sign-in', 'csr person'],
      ['session.sign-in', 'dispatcher person'],
    ]);
    await stack.close();
  });

  test('words no database can hold are refused with their field, not a fault', async () => {
    const stack = await startStack({ database: database() });
    const admin = await stack.signIn('admin');
    const answer = await admin.get('/api/audit?q=a%00b');
    expect([answer.status, await answer.json()]).toMatchObject([
      400,
      { code: 'request.invalid', fields: [{ path: 'q', code: 'not_storable' }] },
    ]);
    await stack.close();
  });

  test('is narrowed by person, words and result, and read on page by page without a gap', async () => {
    const stack = await startStack({ database: database() });
    const admin = await stack.signIn('admin');
    const csr = await stack.signIn('csr');
    for (let at = 0; at < 3; at++) await csr.get('/api/users');
    const read = async (query: string) => (await (await admin.get(`/api/audit?${query}`)).json()) as Page;
    const { id } = stack.people.csr;
    expect((await read(`actorId=${id}&result=done`)).items.map(({ verb }) => verb)).toEqual([
      'session.sign-in',
    ]);
    expect((await read('q=users.')).items).toHaveLength(3);
    expect((await read('q=%25')).items).toEqual([]);
    const whole = await read('');
    const ids: number[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page: Page = await read(`limit=2${after && `&after=${after}`}`);
      ids.push(...page.items.map((one) => one.id));
      after = page.next;
    }
    expect(ids).toEqual(whole.items.map((one) => one.id));
    expect((await admin.get('/api/audit?after=x')).status).toBe(400);
    await stack.close();
  });

  test('says what a step was about by the name people know, as long as the step keeps it', async () => {
    const stack = await startStack({ database: database() });
    const admin = await stack.signIn('admin');
    const { tenantId, id: userId } = stack.people.csr;
    const at = instant('2026-11-20T17:00:00.000Z');
    const steps = [
      { operationId: 501, changes: [{ kind: 'job', id: 7, label: 'Job 1042' }] },
      { operationId: 502, changes: [] },
      // Another company's step of the same number is not looked into.
      { operationId: 503, of: stack.people.stranger.tenantId, changes: [{ kind: 'job', id: 7, label: 'X' }] },
    ];
    await database().transaction({ tenantId: 'system' }, async (tx) => {
      for (const { operationId, of = tenantId, changes } of steps) {
        await tx.query(
          `insert into office.operations (tenant_id, id, user_id, verb, at, request_id, changes, undoable)
           values ($1, $2, $3, 'job.held', $4, 'r', $5::jsonb, true)`,
          [of, operationId, userId, at, JSON.stringify(changes)],
        );
        await writeAudit(tx, {
          at,
          tenantId,
          actor: { userId },
          verb: 'job.held',
          result: 'done',
          requestId: 'r',
          address: '127.0.0.1',
          object: { kind: 'job', id: 7 },
          operationId,
        });
      }
    });
    const { items } = (await (await admin.get('/api/audit?q=job.held')).json()) as Page;
    const about = (label: string | null) => ({ kind: 'job', id: 7, label });
    expect(items.map(({ object }) => object)).toEqual([about(null), about(null), about('Job 1042')]);
    await stack.close();
  });

  test('an admin signs a person out everywhere; they sign in again, and the audit says who did it', async () => {
    const stack = await startStack({ database: database() });
    const admin = await stack.signIn('admin');
    const [one, two] = [await stack.signIn('csr'), await stack.signIn('csr')];
    const { id } = stack.people.csr;
    expect((await one.post(`/api/users/${id}/end-sessions`, {})).status).toBe(403);
    expect((await admin.post(`/api/users/${id}/end-sessions`, {})).status).toBe(204);
    expect((await one.get('/bff/user')).status).toBe(401);
    expect((await two.get('/bff/user')).status).toBe(401);
    expect((await (await stack.signIn('csr')).get('/bff/user')).status).toBe(200);
    const { items } = (await (await admin.get('/api/audit?q=USER.end&result=done')).json()) as Page;
    expect(items).toMatchObject([
      { actorName: 'admin person', object: { kind: 'user', id, label: 'csr person' } },
    ]);
    expect((await admin.post(`/api/users/${stack.people.stranger.id}/end-sessions`, {})).status).toBe(404);
    await stack.close();
  });
});
