import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBrowser } from '#testing/browser.ts';
import { eachEngine } from '#testing/databases.ts';
import type { FixedClock } from '#testing/fixed-clock.ts';
import { type Stack, startStack } from '#testing/stack.ts';
import { createSetupToken } from './first-admin.ts';

eachEngine('the first admin', (database) => {
  let stack: Stack & { clock: FixedClock };
  beforeEach(async () => {
    stack = await startStack({ database: database(), seed: false });
    await system("insert into office.tenants (id, name) values (1, 'unnamed')");
  });
  afterEach(() => stack.close());
  const system = <T>(text: string, params: unknown[] = []) =>
    database().transaction({ tenantId: 'system' }, (tx) => tx.query<T>(text, params));
  const form = (token: string) => ({
    token,
    companyName: 'Acme Heating',
    name: 'Dana Whitfield',
    email: 'Dana@Acme.test',
    password: 'three gray otters knit',
  });

  test('R25 nobody can sign in to a fresh installation, least of all admin/admin', async () => {
    const browser = stack.browser();
    for (const email of ['admin', 'admin@demo.test', 'root']) {
      expect((await browser.post('/bff/sign-in', { email, password: 'admin' })).status).toBe(401);
    }
    expect(await (await browser.get('/bff/setup')).json()).toEqual({ needsFirstAdmin: true });
  });

  test('R25 the printed token makes one admin, who is signed in at once; the second use is told it was used', async () => {
    const token = await createSetupToken(database(), stack.clock, 1);
    const browser = stack.browser();
    const made = await browser.post('/bff/setup', form(token));
    expect(made.status).toBe(201);
    expect(await made.json()).toMatchObject({
      email: 'dana@acme.test',
      companyName: 'Acme Heating',
      roles: ['admin'],
    });
    expect((await browser.get('/api/users')).status).toBe(200);
    const again = await openBrowser(stack.url, stack.publicOrigin).post('/bff/setup', form(token));
    expect([again.status, await again.json()]).toMatchObject([410, { code: 'setup.token_used' }]);
    expect(await (await browser.get('/bff/setup')).json()).toEqual({ needsFirstAdmin: false });
    const [audit] = await system("select verb, result from office.audit where verb = 'user.first-admin'");
    expect(audit).toEqual({ verb: 'user.first-admin', result: 'done' });
  });

  test('R25 of two who use the token at once, one is the admin', async () => {
    const token = await createSetupToken(database(), stack.clock, 1);
    const other = { ...form(token), email: 'eve@acme.test' };
    const both = await Promise.all([
      stack.browser().post('/bff/setup', form(token)),
      stack.browser().post('/bff/setup', other),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 410]);
    expect(await system('select 1 from office.users')).toHaveLength(1);
  });

  test('R25 a token runs out after a day; one made up is refused; only its hash is kept', async () => {
    const token = await createSetupToken(database(), stack.clock, 1);
    expect(JSON.stringify(await system('select * from office.setup_tokens'))).not.toContain(token);
    expect((await stack.browser().post('/bff/setup', form('made-up'))).status).toBe(401);
    stack.clock.advance(24 * 60 * 60_000);
    expect((await stack.browser().post('/bff/setup', form(token))).status).toBe(401);
    expect(await system('select 1 from office.users')).toEqual([]);
  });

  test('R24 a weak password is refused at the field, and the token is still good', async () => {
    const token = await createSetupToken(database(), stack.clock, 1);
    for (const password of ['password1234', 'Acme Heating 1', 'short']) {
      const refused = await stack.browser().post('/bff/setup', { ...form(token), password });
      expect(refused.status).toBe(422);
      expect(await refused.json()).toMatchObject({
        code: 'password.unacceptable',
        fields: [{ path: 'password' }],
      });
    }
    expect((await stack.browser().post('/bff/setup', form(token))).status).toBe(201);
  });
});
