import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { endpointNames, endpoints } from '#contract/endpoints.ts';
import type { Database } from '#db/database.ts';
import { eachEngine } from '#testing/databases.ts';
import type { FakeUpstream } from '#testing/fake-upstream.ts';
import type { FixedClock } from '#testing/fixed-clock.ts';
import { sendSample } from '#testing/sample-request.ts';
import { PASSWORD, type Stack, startStack } from '#testing/stack.ts';
import { bffConfig } from '../config.ts';
import { hashOf, newSessionId } from './cookie.ts';
import { openSessions } from './sessions.ts';

const MINUTE = 60_000;

eachEngine('sessions', (database) => {
  let stack: Stack & { upstream: FakeUpstream; clock: FixedClock };
  beforeEach(async () => {
    stack = await startStack({ database: database() });
  });
  afterEach(() => stack.close());
  const rows = <T>(text: string, params: unknown[] = []) =>
    database().transaction({ tenantId: 'system', readOnly: true }, (tx) => tx.query<T>(text, params));
  const countSessions = async () => (await rows('select 1 from office.sessions')).length;

  test('R1 signing in sets one cookie: __Host-sid, Secure, HttpOnly, SameSite=Strict, Path=/, no Domain', async () => {
    const browser = await stack.signIn('csr');
    const [cookie, ...others] = browser.lastSetCookies();
    expect(others).toEqual([]);
    const [pair = '', ...attributes] = (cookie ?? '').split('; ');
    expect(pair).toMatch(/^__Host-sid=[A-Za-z0-9_-]{43}$/);
    expect(attributes.sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict', 'Secure']);
  });

  test('R3 ten thousand session ids are all different, and neither database nor log knows one', async () => {
    const ids = Array.from({ length: 10_000 }, newSessionId);
    expect(new Set(ids).size).toBe(10_000);
    expect(ids.filter((id) => !/^[A-Za-z0-9_-]{43}$/.test(id))).toEqual([]);
    const browser = await stack.signIn('csr');
    const value = browser.cookie()?.split('=')[1] ?? '';
    await browser.get('/bff/user');
    await browser.get('/bff/sessions');
    const dump = JSON.stringify([
      await rows('select * from office.sessions'),
      await rows('select * from office.audit'),
    ]);
    expect(value).toHaveLength(43);
    expect(dump + stack.logs()).not.toContain(value);
  });

  test('R4 a new id with every sign-in; the old one is dead and one made up by a client is never adopted', async () => {
    const browser = stack.browser();
    const planted = `__Host-sid=${'A'.repeat(43)}`;
    browser.setCookie(planted);
    await browser.post('/bff/sign-in', { email: 'csr@a.test', password: PASSWORD });
    expect(browser.lastSetCookies()[0]).not.toContain('A'.repeat(43));
    expect((await browser.get('/bff/user')).status).toBe(401);
    browser.setCookie(null);
    const first = browser.cookie();
    await browser.post('/bff/sign-in', { email: 'csr@a.test', password: PASSWORD });
    expect(browser.cookie()).not.toBe(first);
    expect((await browser.get('/bff/user')).status).toBe(200);
    browser.setCookie(first);
    expect((await browser.get('/bff/user')).status).toBe(401);
  });

  test('R5 after 31 idle minutes the session is over and its row is gone', async () => {
    const browser = await stack.signIn('csr');
    stack.clock.advance(29 * MINUTE);
    expect((await browser.get('/bff/user')).status).toBe(200);
    stack.clock.advance(31 * MINUTE);
    expect((await browser.get('/bff/user')).status).toBe(401);
    expect(await countSessions()).toBe(0);
  });

  test('R6 background reads every minute do not keep a session alive; a write with the same header does', async () => {
    const browser = await stack.signIn('csr');
    const statuses = [];
    for (let minute = 0; minute < 31; minute++) {
      stack.clock.advance(MINUTE);
      statuses.push((await browser.get('/bff/user', { headers: { 'x-background': '1' } })).status);
    }
    expect(statuses.slice(0, 29)).toEqual(Array(29).fill(200));
    expect(statuses.at(-1)).toBe(401);

    const writer = await stack.signIn('csr');
    for (let minute = 0; minute < 35; minute++) {
      stack.clock.advance(MINUTE);
      const headers = { 'x-background': '1' };
      const wrong = { current: 'x', next: 'x' };
      expect((await writer.post('/bff/password', wrong, { headers })).status).toBe(422);
    }
    expect((await writer.get('/bff/user')).status).toBe(200);
  });

  test('R7 after twelve hours it is over, however busy the person was', async () => {
    const browser = await stack.signIn('csr');
    for (let i = 0; i < 12 * 4 - 1; i++) {
      stack.clock.advance(15 * MINUTE);
      expect((await browser.get('/bff/user')).status).toBe(200);
    }
    stack.clock.advance(15 * MINUTE);
    expect((await browser.get('/bff/user')).status).toBe(401);
  });

  test('R8 signing out ends this session only, clears the cookie and the site’s data, and twice is fine', async () => {
    const browser = await stack.signIn('csr');
    const elsewhere = await stack.signIn('csr');
    const cookie = browser.cookie();
    const out = await browser.post('/bff/sign-out');
    expect(out.status).toBe(204);
    expect(out.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"');
    expect(out.headers.getSetCookie()).toEqual([
      '__Host-sid=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0',
    ]);
    expect((await browser.post('/bff/sign-out')).status).toBe(204);
    browser.setCookie(cookie);
    expect((await browser.get('/bff/user')).status).toBe(401);
    expect((await elsewhere.get('/bff/user')).status).toBe(200);
    const byLink = await elsewhere.get('/bff/sign-out');
    expect([byLink.status, byLink.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await elsewhere.get('/bff/user')).status).toBe(200);
  });

  test('R9 turning a person off ends what they are doing with the next request', async () => {
    const [admin, dispatcher] = [await stack.signIn('admin'), await stack.signIn('dispatcher')];
    expect((await dispatcher.get('/api/setup')).status).toBe(200);
    const { id } = stack.people.dispatcher;
    const off = await admin.patch(`/api/users/${id}`, { version: 1, changes: { active: false } });
    expect(off.status).toBe(200);
    expect((await dispatcher.get('/api/setup')).status).toBe(401);
  });

  test('R9 a new role counts from the next request: the old session is over, the new one may no longer do what the old role did', async () => {
    const [admin, dispatcher] = [await stack.signIn('admin'), await stack.signIn('dispatcher')];
    const { id } = stack.people.dispatcher;
    await admin.patch(`/api/users/${id}`, { version: 1, changes: { roles: ['accounting'] } });
    expect((await dispatcher.post('/api/jobs/1/complete', { expected: [] })).status).toBe(401);
    const again = await stack.signIn('dispatcher');
    expect((await again.post('/api/jobs/1/complete', { expected: [] })).status).toBe(403);
  });

  test('R10 a person lists and ends their own sessions, and nobody else’s', async () => {
    const [browser, phone] = [await stack.signIn('csr'), await stack.signIn('csr')];
    const other = await stack.signIn('purchasing');
    const { items } = (await (await browser.get('/bff/sessions')).json()) as {
      items: { key: string; isThis: boolean }[];
    };
    expect(items).toHaveLength(2);
    const key = items.find((item) => !item.isThis)?.key;
    expect((await other.delete(`/bff/sessions/${key}`)).status).toBe(204);
    expect((await phone.get('/bff/user')).status).toBe(200);
    expect((await browser.delete(`/bff/sessions/${key}`)).status).toBe(204);
    expect((await phone.get('/bff/user')).status).toBe(401);
    expect((await browser.get('/bff/user')).status).toBe(200);
  });

  test('R10 changing the password ends the other sessions and gives this one a new id', async () => {
    const [browser, phone] = [await stack.signIn('csr'), await stack.signIn('csr')];
    const before = browser.cookie();
    const next = 'quiet rivers run uphill';
    expect((await browser.post('/bff/password', { current: PASSWORD, next })).status).toBe(204);
    expect(browser.cookie()).not.toBe(before);
    expect((await browser.get('/bff/user')).status).toBe(200);
    expect((await phone.get('/bff/user')).status).toBe(401);
    browser.setCookie(before);
    expect((await browser.get('/bff/user')).status).toBe(401);
  });

  test('R10 an admin ends all of a person’s sessions by giving them a new password', async () => {
    const [admin, browser, phone] = [
      await stack.signIn('admin'),
      await stack.signIn('csr'),
      await stack.signIn('csr'),
    ];
    const changes = { password: 'quiet rivers run uphill' };
    const { id } = stack.people.csr;
    expect((await admin.patch(`/api/users/${id}`, { version: 1, changes })).status).toBe(200);
    expect([(await browser.get('/bff/user')).status, (await phone.get('/bff/user')).status]).toEqual([
      401, 401,
    ]);
  });

  test('R12 whoever is not signed in gets a 401 problem, never a redirect, whatever they accept', async () => {
    const closed = endpointNames.filter((name) => endpoints[name].roles !== 'public');
    expect(closed.length).toBeGreaterThan(50);
    for (const name of closed) {
      const answer = await sendSample(stack.browser(), name, { headers: { accept: 'text/html' } });
      const told = [name, answer.status, answer.headers.get('location'), answer.headers.get('content-type')];
      expect(told).toEqual([name, 401, null, 'application/problem+json; charset=utf-8']);
      expect(await answer.json()).toMatchObject({ status: 401, code: 'session.missing', fields: [] });
    }
    const csr = await stack.signIn('csr');
    const refused = await csr.get('/api/users', { headers: { accept: 'text/html' } });
    expect([refused.status, refused.headers.get('location')]).toEqual([403, null]);
    expect(await refused.json()).toMatchObject({ status: 403, code: 'session.forbidden' });
  });

  test('F33 a clock that is put back an hour ends no session and keeps nobody from signing in; nothing lives longer than it was given', async () => {
    const browser = await stack.signIn('csr');
    stack.clock.advance(-60 * MINUTE);
    expect((await browser.get('/bff/user')).status).toBe(200);
    const again = await stack.signIn('csr');
    stack.clock.advance(60 * MINUTE + 29 * MINUTE);
    expect((await browser.get('/bff/user')).status).toBe(200);
    expect((await again.get('/bff/user')).status).toBe(401);
    stack.clock.advance(12 * 60 * MINUTE);
    expect((await browser.get('/bff/user')).status).toBe(401);
  });

  test('R5 a session that is used while a slow look at it is on its way is not taken for idle', async () => {
    const { clock } = stack;
    const browser = await stack.signIn('csr');
    const idHash = hashOf(browser.cookie()!.split('=')[1]!);
    const slow: Database = {
      ...database(),
      async transaction(scope, work) {
        const seen = await database().transaction(scope, work);
        clock.advance(31 * MINUTE);
        return seen;
      },
    };
    const sessions = openSessions(slow, clock, bffConfig({ publicOrigin: stack.publicOrigin }).session);
    try {
      expect([...(await sessions.stillLive([idHash])).keys()]).toEqual([idHash]);
      clock.advance(-31 * MINUTE);
      expect(await sessions.find(idHash)).toMatchObject({ state: 'live' });
      expect(await countSessions()).toBe(1);
    } finally {
      sessions.close();
    }
  });

  describe('a second process on the same database', () => {
    test('R9 hears within a second that a session ended in the first, for requests and open streams', async (context) => {
      if (database().engine === 'pglite') return context.skip('PGlite is for one process');
      const { openDatabase } = await import('#db/open.ts');
      const { options } = database();
      const theirs = await openDatabase(options);
      const second = await startStack({ database: theirs, seed: false });
      try {
        const browser = await stack.signIn('csr');
        const there = second.browser();
        there.setCookie(browser.cookie());
        expect((await there.get('/bff/user')).status).toBe(200);
        const stream = await there.get('/api/events', { headers: { accept: 'text/event-stream' } });
        await browser.post('/bff/sign-out');
        const signedOutAt = performance.now();
        await stream.text();
        expect(performance.now() - signedOutAt).toBeLessThan(1000);
        // Both clocks stand still: what was read once stays fresh for ever, unless the bus says otherwise.
        await expect.poll(async () => (await there.get('/bff/user')).status, { timeout: 1000 }).toBe(401);
      } finally {
        await second.close();
        await theirs.close();
      }
    });
  });
});
