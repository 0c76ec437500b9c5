import { hash } from '@node-rs/argon2';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { instantFromMs } from '#domain/time.ts';
import { eachEngine } from '#testing/databases.ts';
import type { FakeUpstream } from '#testing/fake-upstream.ts';
import type { FixedClock } from '#testing/fixed-clock.ts';
import { expectSameTime } from '#testing/same-time.ts';
import { PASSWORD, type Stack, startStack } from '#testing/stack.ts';
import { afterAttempt, type Rule } from './throttle.ts';

const MINUTE = 60_000;

eachEngine('signing in', (database) => {
  let stack: Stack & { upstream: FakeUpstream; clock: FixedClock };
  beforeEach(async () => {
    stack = await startStack({ database: database() });
  });
  afterEach(() => stack.close());

  const system = <T>(text: string, params: unknown[] = []) =>
    database().transaction({ tenantId: 'system' }, (tx) => tx.query<T>(text, params));
  const attempt = (email: string, password: string, headers: Record<string, string> = {}) =>
    stack.browser().post('/bff/sign-in', { email, password }, { headers });
  const fail = async (times: number, email = 'csr@a.test') => {
    const statuses: number[] = [];
    for (let i = 0; i < times; i++) statuses.push((await attempt(email, `wrong ${i}`)).status);
    return statuses;
  };
  const audited = () =>
    system<{ verb: string; result: string; detail: object; tenant_id: number | null }>(
      'select verb, result, detail, tenant_id from office.audit order by id',
    );

  test('the address is written as people write it; who signed in is told with roles and company', async () => {
    const answer = await attempt('CSR@A.test', PASSWORD);
    expect(await answer.json()).toMatchObject({
      email: 'csr@a.test',
      companyName: 'Acme Heating',
      roles: ['csr'],
      businessUnitIds: null,
    });
  });

  test('R20 the sixth try in a row has to wait, even with the right password; after the wait it works', async () => {
    expect(await fail(5)).toEqual(Array(5).fill(401));
    const sixth = await attempt('csr@a.test', PASSWORD);
    expect(sixth.status).toBe(429);
    expect(sixth.headers.get('retry-after')).toBe('30');
    stack.clock.advance(31_000);
    expect((await attempt('csr@a.test', PASSWORD)).status).toBe(200);
    expect(await fail(4)).toEqual([401, 401, 401, 401]);
  });

  test('R20 each further failure doubles the wait, up to 15 minutes, and never for good', async () => {
    await fail(5);
    const waits: number[] = [];
    for (let i = 0; i < 8; i++) {
      const wait = Number((await attempt('csr@a.test', 'wrong')).headers.get('retry-after'));
      waits.push(wait);
      stack.clock.advance(wait * 1000);
      await attempt('csr@a.test', 'wrong');
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900, 900]);
    stack.clock.advance(15 * MINUTE);
    expect((await attempt('csr@a.test', PASSWORD)).status).toBe(200);
  });

  test('R20 of two tries at once with one left, exactly one is looked at', async () => {
    await fail(4);
    const both = await Promise.all([attempt('csr@a.test', 'wrong a'), attempt('csr@a.test', 'wrong b')]);
    expect(both.map(({ status }) => status).sort()).toEqual([401, 429]);
  });

  test('R20 F33 a clock that is put back keeps nobody out for longer than the longest wait', async () => {
    await fail(6);
    stack.clock.advance(-6 * 60 * MINUTE);
    const after = await attempt('csr@a.test', PASSWORD);
    const wait = Number(after.headers.get('retry-after') ?? 0);
    expect(wait).toBeLessThanOrEqual(15 * 60);
    stack.clock.advance(wait * 1000);
    expect((await attempt('csr@a.test', PASSWORD)).status).toBe(200);
  });

  test('R20 failures are remembered across a restart', async () => {
    await fail(5);
    const restarted = await startStack({ database: database(), clock: stack.clock, seed: false });
    try {
      const again = { email: 'csr@a.test', password: PASSWORD };
      expect((await restarted.browser().post('/bff/sign-in', again)).status).toBe(429);
    } finally {
      await restarted.close();
    }
  });

  test('R20 somebody else’s guessing keeps nobody out of a session, nor out of signing in from it', async () => {
    const browser = await stack.signIn('csr');
    await fail(6);
    expect((await browser.get('/bff/user')).status).toBe(200);
    expect((await browser.post('/bff/sign-in', { email: 'csr@a.test', password: PASSWORD })).status).toBe(
      200,
    );
    expect((await attempt('csr@a.test', PASSWORD)).status).toBe(429);
  });

  test('R20 thirty failures a minute from one network are enough, whoever they are for', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 32; i++) statuses.push((await attempt(`nobody${i}@a.test`, 'wrong')).status);
    expect(statuses.indexOf(429)).toBe(30);
    expect((await attempt('csr@a.test', PASSWORD)).status).toBe(429);
    stack.clock.advance(61_000);
    expect((await attempt('csr@a.test', PASSWORD)).status).toBe(200);
  });

  test('R20 who failed is not written down: the table has hashes only', async () => {
    await fail(1);
    const rows = await system<{ key: string }>('select key from office.sign_in_failures');
    expect(rows).toHaveLength(2);
    for (const { key } of rows) expect(key).toMatch(/^[0-9a-f]{64}$/);
  });

  test('R21 a changing X-Forwarded-For does not make a new caller without a trusted proxy', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 31; i++) {
      const headers = { 'x-forwarded-for': `203.0.113.${i}` };
      statuses.push((await attempt(`nobody${i}@a.test`, 'wrong', headers)).status);
    }
    expect(statuses.at(-1)).toBe(429);
    expect(await system("select 1 from office.audit where address <> '127.0.0.1'")).toEqual([]);
  });

  test('R21 behind a trusted proxy the address before it counts, and a forged one further back does not', async () => {
    const proxied = await startStack({
      database: database(),
      clock: stack.clock,
      seed: false,
      config: { trustedProxies: ['127.0.0.1'] },
    });
    try {
      const body = { email: 'nobody@a.test', password: 'wrong' };
      const headers = { 'x-forwarded-for': '6.6.6.6, ::ffff:203.0.113.9' };
      await proxied.browser().post('/bff/sign-in', body, { headers });
      await proxied.browser().post('/bff/sign-in', body, { headers: { 'x-forwarded-for': "'; drop --" } });
      const addresses = await system('select address from office.audit order by id');
      expect(addresses).toEqual([{ address: '203.0.113.9' }, { address: '127.0.0.1' }]);
    } finally {
      await proxied.close();
    }
  });

  test('R22 a wrong password, an unknown address and somebody turned off get the same answer in the same time', async () => {
    await system("update office.users set active = false where email = 'dispatcher@a.test'");
    const bytes = new Set<string>();
    const once = async (email: string, password: string) => {
      await system('delete from office.sign_in_failures');
      stack.clock.advance(61_000);
      const started = performance.now();
      const answer = await attempt(email, password);
      const ms = performance.now() - started;
      const { requestId, ...body } = (await answer.json()) as { requestId: string };
      expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
      const headers = [...answer.headers].filter(([name]) => name !== 'date' && name !== 'x-request-id');
      bytes.add(JSON.stringify([answer.status, headers, body]));
      return ms;
    };
    await expectSameTime({
      'wrong password': () => once('csr@a.test', 'wrong password'),
      'unknown address': (round) => once(`x${round}@a.test`, 'wrong password'),
      'turned off': () => once('dispatcher@a.test', PASSWORD),
    });
    expect(bytes.size).toBe(1);
  });

  test('R22 somebody who was turned off is told nothing else either', async () => {
    await system("update office.users set active = false where email = 'csr@a.test'");
    const answer = await attempt('csr@a.test', PASSWORD);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([401, 'sign_in.wrong']);
  });

  test('R23 passwords are kept as argon2id at today’s cost; a cheaper hash is renewed when its owner signs in', async () => {
    const cheap = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await system("update office.users set password_hash = $1 where email = 'csr@a.test'", [cheap]);
    expect((await attempt('csr@a.test', PASSWORD)).status).toBe(200);
    const [row] = await system<{ password_hash: string }>(
      "select password_hash from office.users where email = 'csr@a.test'",
    );
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
    expect((await attempt('csr@a.test', PASSWORD)).status).toBe(200);
  });

  test.each(['', 'plain', '$argon2id$v=19$m=1', '$2b$10$abcdefghijklmnopqrstuv'])(
    'R23 a hash nobody can read (%j) lets nobody in and is no fault',
    async (broken) => {
      await system("update office.users set password_hash = $1 where email = 'csr@a.test'", [broken]);
      expect((await attempt('csr@a.test', PASSWORD)).status).toBe(401);
    },
  );

  test('R26 another site cannot sign a browser in to its own account', async () => {
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example' },
      { 'x-csrf': '' },
      { origin: '' },
    ] as Record<string, string>[]) {
      expect((await attempt('csr@a.test', PASSWORD, headers)).status).toBe(403);
    }
    expect(await system('select 1 from office.sessions')).toEqual([]);
  });

  test('R60 one audit row for each sign-in, wrong or right, and one for being slowed down', async () => {
    await attempt('csr@a.test', 'wrong');
    await attempt('nobody@a.test', 'wrong');
    await attempt('csr@a.test', PASSWORD);
    await fail(5);
    await fail(3);
    const rows = await audited();
    expect(rows.slice(0, 3)).toMatchObject([
      { verb: 'session.sign-in', result: 'denied', tenant_id: 1, detail: { code: 'sign_in.wrong' } },
      { verb: 'session.sign-in', result: 'denied', tenant_id: null, detail: { code: 'sign_in.wrong' } },
      { verb: 'session.sign-in', result: 'done', tenant_id: 1 },
    ]);
    const slowed = rows.filter(({ detail }) => JSON.stringify(detail).includes('too_many'));
    expect([rows.length, slowed.length]).toEqual([3 + 5 + 1, 1]);
  });

  test('guessing the current password in a stolen session is slowed down like signing in', async () => {
    const browser = await stack.signIn('csr');
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) {
      const body = { current: `guess ${i}`, next: 'quiet rivers run uphill' };
      statuses.push((await browser.post('/bff/password', body)).status);
    }
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
    expect((await browser.get('/bff/user')).status).toBe(200);
  });

  test('R60 one audit row for each wrong current password, and one a minute for being slowed down there', async () => {
    const browser = await stack.signIn('csr');
    const guess = (current: string) =>
      browser.post('/bff/password', { current, next: 'quiet rivers run uphill' });
    for (let i = 0; i < 9; i++) await guess(`guess ${i}`);
    const denied = { verb: 'user.change-password', result: 'denied', tenant_id: 1 };
    expect((await audited()).slice(1)).toEqual([
      ...Array.from({ length: 5 }, () => ({ ...denied, detail: { code: 'current_wrong' } })),
      { ...denied, detail: { code: 'sign_in.too_many' } },
    ]);
    expect(
      await system(
        `select distinct actor_id, object_kind, object_id, address from office.audit where verb = 'user.change-password'`,
      ),
    ).toEqual([{ actor_id: 101, object_kind: 'user', object_id: 101, address: '127.0.0.1' }]);
    expect(JSON.stringify(await system('select detail from office.audit'))).not.toContain('guess');
  });
});

test('failures are forgotten a quarter of an hour after the last wait, not while guessing goes on', () => {
  const rule: Rule = { limit: 2, windowMs: 1000, delayMs: () => 500, memoryMs: 1000 };
  const at = (ms: number) => instantFromMs(1_000_000 + ms);
  const one = afterAttempt(null, at(0), rule);
  expect(one).toEqual({ failures: 1, windowStartedOn: at(0), blockedUntil: null });
  const two = afterAttempt(one, at(999), rule);
  expect(two).toEqual({ failures: 2, windowStartedOn: at(0), blockedUntil: at(1499) });
  expect(afterAttempt(two, at(1498), rule)).toBeNull();
  expect(afterAttempt(two, at(1499), rule)?.failures).toBe(3);
  expect(afterAttempt(two, at(2499), rule)?.failures).toBe(1);
  expect(afterAttempt(one, at(1000), rule)?.failures).toBe(1);
});
