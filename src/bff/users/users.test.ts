import { afterEach, beforeEach, expect, test } from 'vitest';
import type { User } from '#contract/session.ts';
import type { Browser } from '#testing/browser.ts';
import { eachEngine } from '#testing/databases.ts';
import type { FixedClock } from '#testing/fixed-clock.ts';
import { PASSWORD, type Stack, startStack } from '#testing/stack.ts';

eachEngine('the people of a company', (database) => {
  let stack: Stack & { clock: FixedClock };
  let admin: Browser;
  beforeEach(async () => {
    stack = await startStack({ database: database() });
    admin = await stack.signIn('admin');
  });
  afterEach(() => stack.close());
  const rows = <T>(text: string, params: unknown[] = []) =>
    database().transaction({ tenantId: 'system', readOnly: true }, (tx) => tx.query<T>(text, params));
  const change = (id: number, changes: object, version = 1, by = admin) =>
    by.patch(`/api/users/${id}`, { version, changes });
  const newUser = { name: 'Kim', email: 'Kim@a.test', roles: ['csr'], password: 'quiet rivers run uphill' };
  const create = (key: string, user: object = newUser) =>
    admin.post('/api/users', user, { headers: { 'idempotency-key': key } });
  const { admin: boss, csr, dispatcher } = { admin: 105, csr: 101, dispatcher: 102 };

  test('an admin adds somebody, who can sign in and sees what their role sees', async () => {
    const made = await create('k1');
    expect(made.status).toBe(201);
    expect(await made.json()).toMatchObject({
      email: 'kim@a.test',
      roles: ['csr'],
      active: true,
      version: 1,
    });
    const kim = stack.browser();
    await kim.post('/bff/sign-in', { email: 'kim@a.test', password: newUser.password });
    expect((await kim.get('/api/setup')).status).toBe(200);
    expect((await kim.get('/api/users')).status).toBe(403);
  });

  test('another program’s key names one person of the company; who wants it a second time is told, nobody is signed out', async () => {
    expect((await change(csr, { externalKey: 'hr-7' })).status).toBe(200);
    const second = await change(dispatcher, { externalKey: 'hr-7' });
    expect([second.status, await second.json()]).toMatchObject([
      409,
      { code: 'record.key_taken', params: { kind: 'user' }, fields: [{ path: 'externalKey' }] },
    ]);
    expect((await create('k1', { ...newUser, externalKey: 'hr-7' })).status).toBe(409);
    expect(await (await create('k2', { ...newUser, externalKey: 'hr-8' })).json()).toMatchObject({
      externalKey: 'hr-8',
    });
    expect((await change(csr, { externalKey: null }, 2)).status).toBe(200);
    expect((await change(dispatcher, { externalKey: 'hr-7' })).status).toBe(200);
  });

  test('R44 an admin confined to a unit makes nobody who sees more, and does not change those who do', async () => {
    const confined = { ...newUser, email: 'lee@a.test', roles: ['admin'], businessUnitIds: [11] };
    expect((await create('k1', confined)).status).toBe(201);
    const lee = stack.browser();
    await lee.post('/bff/sign-in', { email: 'lee@a.test', password: newUser.password });
    const make = (businessUnitIds: number[] | null, key: string) =>
      lee.post('/api/users', { ...newUser, businessUnitIds }, { headers: { 'idempotency-key': key } });
    expect((await make(null, 'k2')).status).toBe(403);
    expect((await make([11, 12], 'k3')).status).toBe(403);
    expect((await change(boss, { password: 'another quiet river' }, 1, lee)).status).toBe(403);
    const takeover = { businessUnitIds: [11], password: 'another quiet river' };
    expect((await change(boss, takeover, 1, lee)).status).toBe(403);
    expect((await lee.post(`/api/users/${boss}/end-sessions`, {})).status).toBe(403);
    expect((await admin.get('/bff/user')).status).toBe(200);
    const within = await make([11], 'k4');
    expect(within.status).toBe(201);
    const { id } = (await within.json()) as User;
    expect((await change(id, { businessUnitIds: null }, 1, lee)).status).toBe(403);
    expect((await change(id, { name: 'Kim B.' }, 1, lee)).status).toBe(200);
  });

  test('a unit nobody has, or another company’s, is told at its field; one that is out of use may stay', async () => {
    const body = (businessUnitIds: number[]) => ({ ...newUser, businessUnitIds });
    const made = await create('k1', body([7, 999, 11, 998]));
    expect([made.status, await made.json()]).toMatchObject([
      400,
      {
        code: 'request.invalid',
        fields: [
          { path: 'businessUnitIds.1', code: 'unknown' },
          { path: 'businessUnitIds.3', code: 'unknown' },
        ],
      },
    ]);
    const changed = await change(csr, { businessUnitIds: [999] });
    expect([changed.status, await changed.json()]).toMatchObject([
      400,
      { fields: [{ path: 'changes.businessUnitIds.0', code: 'unknown' }] },
    ]);
    expect((await create('k1', body([7, 12]))).status).toBe(201);
    expect((await change(csr, { businessUnitIds: null })).status).toBe(200);
  });

  test.each([
    ['64 letters', 'three gray otters knit a long sweater for the cold winter nights'],
    ['emoji', '🦦🦦🛶🌊⛵🚤🏞️🪵🍃🐟🪨🌧️'],
    ['a space at the end', 'ends with a space '],
    ['a NUL inside', 'nul\u0000inside is fine'],
    ['letters that could be written otherwise', 'Zoe\u0308 and the quiet rivers'],
  ])('R24 a password with %s is taken as it is typed, and no other opens the door', async (_, password) => {
    expect((await create('k1', { ...newUser, password })).status).toBe(201);
    const signIn = (typed: string) =>
      stack.browser().post('/bff/sign-in', { email: 'kim@a.test', password: typed });
    expect((await signIn(password)).status).toBe(200);
    const near = [
      password.slice(0, -1),
      `${password} `,
      password.toUpperCase(),
      password.split('\0')[0] ?? '',
    ];
    for (const other of near.filter((typed) => typed !== password)) {
      expect((await signIn(other)).status, JSON.stringify(other)).toBe(401);
    }
  });

  test('R24 a common password, one of the company’s words and a short one are refused at the field', async () => {
    for (const password of ['password1234', 'Acme Heating 1', 'short']) {
      const refused = await create('k1', { ...newUser, password });
      expect([refused.status, await refused.json()]).toMatchObject([
        422,
        { code: 'password.unacceptable', fields: [{ path: 'password' }] },
      ]);
    }
  });

  test('nobody’s password or its hash is ever listed', async () => {
    await create('k1');
    const text = await (await admin.get('/api/users')).text();
    expect(text).not.toMatch(/argon2|password|quiet rivers/);
    expect((JSON.parse(text) as { items: User[] }).items.map(({ email }) => email)).toContain('kim@a.test');
  });

  test('F15 the same key makes one person however often it is sent, another body under it is refused', async () => {
    const first = (await (await create('k1')).json()) as User;
    const again = await create('k1');
    expect([again.status, await again.json()]).toEqual([201, first]);
    const other = await create('k1', { ...newUser, email: 'lee@a.test' });
    expect([other.status, await other.json()]).toMatchObject([
      422,
      { code: 'request.idempotency_key_reused' },
    ]);
    const twenty = await Promise.all(
      Array.from({ length: 20 }, () => create('k2', { ...newUser, email: 'lee@a.test' })),
    );
    expect(new Set(twenty.map(({ status }) => status))).toEqual(new Set([201]));
    expect(await rows("select 1 from office.users where email in ('kim@a.test', 'lee@a.test')")).toHaveLength(
      2,
    );
    expect(await rows("select 1 from office.audit where verb = 'user.create'")).toHaveLength(2);
  });

  test('F15 a refused creation is not remembered: put right, it works under the same key; after a day the key is free', async () => {
    expect((await create('k1', { ...newUser, password: 'password1234' })).status).toBe(422);
    expect((await create('k1')).status).toBe(201);
    stack.clock.advance(24 * 60 * 60_000 + 1);
    admin = await stack.signIn('admin');
    expect((await create('k1', { ...newUser, email: 'lee@a.test' })).status).toBe(201);
  });

  test('an address signs in once in all companies', async () => {
    const taken = await create('k1', { ...newUser, email: 'stranger@b.test' });
    expect([taken.status, await taken.json()]).toMatchObject([409, { code: 'user.email_taken' }]);
    expect((await change(csr, { email: 'dispatcher@a.test' })).status).toBe(409);
  });

  test('R44 the last admin cannot be turned off, demoted, or demote themselves', async () => {
    for (const changes of [{ active: false }, { roles: ['csr'] }]) {
      const refused = await change(boss, changes);
      expect([refused.status, await refused.json()]).toMatchObject([409, { code: 'user.last_admin' }]);
    }
    await change(csr, { roles: ['admin', 'csr'] });
    expect((await change(boss, { roles: ['csr'] })).status).toBe(200);
    expect((await admin.get('/bff/user')).status).toBe(401);
  });

  test('R44 the last admin of all business units is not confined, by themselves or by another', async () => {
    await change(csr, { roles: ['admin'], businessUnitIds: [11] });
    for (const changes of [{ businessUnitIds: [11] }, { active: false }]) {
      const refused = await change(boss, changes);
      expect([refused.status, await refused.json()]).toMatchObject([
        409,
        { code: 'user.last_admin', params: { of: 'allUnits' } },
      ]);
    }
    expect((await change(csr, { businessUnitIds: null }, 2)).status).toBe(200);
    expect((await change(boss, { businessUnitIds: [11] })).status).toBe(200);
  });

  test('R44 two admins cannot remove each other at the same time', async () => {
    await change(csr, { roles: ['admin'] });
    const other = await stack.signIn('csr');
    const both = await Promise.all([
      change(csr, { active: false }, 2),
      change(boss, { active: false }, 1, other),
    ]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(
      await rows("select 1 from office.users where tenant_id = 1 and active and 'admin' = any(roles)"),
    ).toHaveLength(1);
  });

  test('R44 nobody widens their own rights, nor sets their own password without the old one', async () => {
    for (const changes of [{ roles: ['admin', 'accounting'] }, { password: 'quiet rivers run uphill' }]) {
      expect((await change(boss, changes)).status).toBe(403);
    }
    await change(csr, { roles: ['admin'] });
    await change(boss, { businessUnitIds: [1] });
    admin = await stack.signIn('admin');
    expect((await change(boss, { businessUnitIds: null }, 2)).status).toBe(403);
    const denied = await rows("select verb from office.audit where result = 'denied'");
    expect(denied).toEqual(Array(3).fill({ verb: 'user.change' }));
  });

  test('F16 of two admins who changed the same person, the second is shown what the first did', async () => {
    expect((await change(csr, { name: 'Casey' })).status).toBe(200);
    const stale = await change(csr, { name: 'Carla' });
    expect([stale.status, await stale.json()]).toMatchObject([
      412,
      { code: 'request.stale', params: { current: { name: 'Casey', version: 2 } } },
    ]);
  });

  test('R4 R9 roles, units, password and turning off end a person’s sessions; a new name does not', async () => {
    let version = 1;
    const ends = async (changes: object) => {
      const browser = stack.browser();
      const passwords = [PASSWORD, 'quiet rivers run uphill'];
      for (const password of passwords) {
        const answer = await browser.post('/bff/sign-in', { email: 'dispatcher@a.test', password });
        if (answer.status === 200) break;
      }
      expect((await change(dispatcher, changes, version++)).status).toBe(200);
      return (await browser.get('/bff/user')).status === 401;
    };
    expect(await ends({ name: 'Dee' })).toBe(false);
    expect(await ends({ roles: ['dispatcher', 'csr'] })).toBe(true);
    expect(await ends({ businessUnitIds: [7] })).toBe(true);
    expect(await ends({ password: 'quiet rivers run uphill' })).toBe(true);
    expect(await ends({ active: false })).toBe(true);
  });

  test('R40 a person confined to business units asks the upstream as such', async () => {
    await change(dispatcher, { businessUnitIds: [7, 8] });
    const browser = await stack.signIn('dispatcher');
    expect(await (await browser.get('/bff/user')).json()).toMatchObject({ businessUnitIds: [7, 8] });
  });
});
