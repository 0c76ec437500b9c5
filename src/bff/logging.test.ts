import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rawHttp } from '#testing/raw-http.ts';
import { type Stack, startStack } from '#testing/stack.ts';
import { createLogger } from './logging.ts';

const DATABASE_URL = 'postgres://truckroll:dGhlcGFzc3dvcmQ@db/office';

function logged(write: (log: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  write(createLogger({ secrets: [DATABASE_URL], destination: { write: (line) => void lines.push(line) } }));
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
  return lines.join('');
}

describe('what the log keeps', () => {
  const planted: [string, (log: ReturnType<typeof createLogger>, secret: string) => void][] = [
    ['a password in a nested object', (log, s) => log.info({ user: { account: { password: s } } }, 'x')],
    ['a token in an error’s message', (log, s) => log.error({ err: new Error(`token ${s} expired`) }, 'x')],
    [
      'a token in an error’s field',
      (log, s) => log.error({ err: Object.assign(new Error('x'), { config: { s } }) }, 'x'),
    ],
    [
      'a secret in an error’s cause',
      (log, s) => log.error({ err: new Error('x', { cause: new Error(s) }) }, 'x'),
    ],
    ['a client secret in a body', (log, s) => log.info({ body: `client_secret=${s}&grant_type=x` }, 'x')],
    ['a bearer token in the message', (log, s) => log.info(`sent Authorization: Bearer ${s}`)],
    ['code and state in a URL', (log, s) => log.info(`GET /callback?code=${s}&state=${s}`)],
    ['a cookie header', (log, s) => log.info({ headers: { cookie: `__Host-sid=${s}` } }, `__Host-sid=${s}`)],
    ['an error instead of an object', (log, s) => log.error(new Error(s))],
    ['a child’s binding', (log, s) => log.child({ password: s, reqId: 'r' }).info('x')],
    ['an object in an allowed field', (log, s) => log.info({ reason: { s }, code: [s] }, 'x')],
  ];
  test.each(planted)('R46 %s is not in it', (_, write) => {
    const secret = 'canary-9b2f51c7d8';
    const text = logged((log) => write(log, secret));
    expect(text).not.toBe('');
    expect(text).not.toContain(secret);
  });

  test('R46 a known secret is blanked wherever it turns up, also encoded', () => {
    const text = logged((log) => {
      log.info({ reason: `cannot reach ${DATABASE_URL}` }, `at ${encodeURIComponent(DATABASE_URL)}`);
      log.info(Buffer.from(DATABASE_URL).toString('base64'));
    });
    expect(text).not.toContain('dGhlcGFzc3dvcmQ');
    expect(text.match(/\[removed\]/g)).toHaveLength(3);
  });

  test('an error tells where it was thrown, and its code', () => {
    const text = logged((log) =>
      log.error({ err: Object.assign(new TypeError('secret words'), { code: '23505' }) }, 'x'),
    );
    expect(text).toMatch(/"kind":"TypeError","code":"23505","stack":\["at .*logging\.test\.ts/);
    expect(text).not.toContain('secret words');
  });
});

describe('the log of requests', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack();
  });
  afterAll(() => stack.close());

  test('R46 says who, which route and how long; not the id, the query, the body or the address typed', async () => {
    const browser = await stack.signIn('dispatcher');
    await browser.get('/api/customers?q=Whitfield');
    await browser.get('/api/jobs/424242');
    await stack.browser().post('/bff/sign-in', { email: 'typo@a.test', password: 'canary-password' });
    const lines = stack
      .logs()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const allowed = [
      'level',
      'time',
      'reqId',
      'method',
      'route',
      'status',
      'ms',
      'userId',
      'tenantId',
      'msg',
    ];
    for (const line of lines) expect(allowed).toEqual(expect.arrayContaining(Object.keys(line)));
    expect(lines.filter(({ msg }) => msg === 'answered')).toMatchObject([
      { method: 'POST', route: '/bff/sign-in', status: 200 },
      { method: 'GET', route: '/api/customers', status: 200, userId: 102, tenantId: 1 },
      { method: 'GET', route: '/api/jobs/:id', status: 200, userId: 102 },
      { method: 'POST', route: '/bff/sign-in', status: 401 },
    ]);
    expect(stack.logs()).not.toMatch(/Whitfield|424242|typo|canary/);
  });

  test('R46 a path with line breaks forges no line', async () => {
    const before = stack.logs().split('\n').length;
    await rawHttp(
      stack.url,
      'GET /api/jobs%0d%0a{"level":"info","msg":"forged"} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    );
    await rawHttp(
      stack.url,
      'GET /api/setup?x=%0d%0a{"msg":"forged"} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    );
    const lines = stack
      .logs()
      .split('\n')
      .slice(before - 1);
    expect(lines.join('\n')).not.toContain('forged');
    for (const line of lines.filter((text) => text !== '')) expect(() => JSON.parse(line)).not.toThrow();
  });
});
