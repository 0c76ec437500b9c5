import { afterEach, beforeEach, expect, test } from 'vitest';
import { eachEngine } from '#testing/databases.ts';
import type { FixedClock } from '#testing/fixed-clock.ts';
import { PASSWORD, type Stack, startStack } from '#testing/stack.ts';

eachEngine('what the audit says of people and sessions', (database) => {
  let stack: Stack & { clock: FixedClock };
  beforeEach(async () => {
    stack = await startStack({ database: database() });
  });
  afterEach(() => stack.close());
  const rows = <T>(text: string) =>
    database().transaction({ tenantId: 'system', readOnly: true }, (tx) => tx.query<T>(text));
  const { admin: boss, csr, dispatcher } = { admin: 105, csr: 101, dispatcher: 102 };

  test('R60 each change of people and sessions leaves exactly one row, with who, what and from where', async () => {
    const admin = await stack.signIn('admin');
    const browser = await stack.signIn('csr');
    const kim = { name: 'Kim', email: 'kim@a.test', roles: ['csr'], password: 'quiet rivers run uphill' };
    await admin.post('/api/users', kim, { headers: { 'idempotency-key': 'k1' } });
    await admin.patch(`/api/users/${dispatcher}`, { version: 1, changes: { roles: ['accounting'] } });
    await browser.get('/api/users');
    await browser.post('/api/jobs/7/complete', { expected: [] });
    await browser.post('/api/jobs/7/hold', { expected: [] }, { headers: { origin: 'https://evil.example' } });
    await browser.delete('/bff/sessions/000000000000');
    await browser.post('/bff/password', { current: PASSWORD, next: 'quiet rivers run uphill' });
    await browser.post('/bff/sign-out');
    await browser.post('/bff/sign-out');
    const audit = await rows<{ verb: string; result: string; actor_id: number; detail: object }>(
      `select verb, result, actor_id, tenant_id, address, object_kind, detail from office.audit
       where request_id <> '' order by id`,
    );
    expect(audit.slice(2)).toMatchObject([
      {
        verb: 'user.create',
        result: 'done',
        actor_id: boss,
        object_kind: 'user',
        detail: { roles: ['csr'] },
      },
      {
        verb: 'user.change',
        result: 'done',
        actor_id: boss,
        detail: { fields: ['roles'], roles: { before: ['dispatcher'], after: ['accounting'] } },
      },
      { verb: 'users.list', result: 'denied', actor_id: csr, detail: { code: 'session.forbidden' } },
      { verb: 'job.complete', result: 'denied', actor_id: csr, detail: { code: 'session.forbidden' } },
      { verb: 'job.hold', result: 'denied', actor_id: csr, detail: { code: 'request.cross_site' } },
      { verb: 'session.end', result: 'done', actor_id: csr },
      { verb: 'user.change-password', result: 'done', actor_id: csr },
      { verb: 'session.sign-out', result: 'done', actor_id: csr, tenant_id: 1, address: '127.0.0.1' },
    ]);
    expect(audit).toHaveLength(10);
  });

  test('R60 a session that ran out is told once in the audit, strangers without one never', async () => {
    const browser = await stack.signIn('csr');
    stack.clock.advance(31 * 60_000);
    for (let i = 0; i < 3; i++) await browser.get('/api/jobs');
    const forged = stack.browser();
    forged.setCookie(`__Host-sid=${'B'.repeat(43)}`);
    for (let i = 0; i < 3; i++) await forged.get('/api/jobs');
    expect(await rows("select verb, result, actor_id from office.audit where result = 'denied'")).toEqual([
      { verb: 'jobs.list', result: 'denied', actor_id: csr },
    ]);
  });
});
