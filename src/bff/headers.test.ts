import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endpointNames } from '#contract/endpoints.ts';
import type { Browser } from '#testing/browser.ts';
import type { FakeUpstream } from '#testing/fake-upstream.ts';
import { rawHttp, statusOfRaw } from '#testing/raw-http.ts';
import { sendSample } from '#testing/sample-request.ts';
import { type Stack, startStack } from '#testing/stack.ts';
import { responseHeaders } from './headers.ts';

const folder = mkdtempSync(join(tmpdir(), 'truckroll-web-'));
let stack: Stack & { upstream: FakeUpstream };
let admin: Browser;
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Truckroll</title>');
  writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(folder, 'assets', 'main-3f9a1c22.js'), 'export {};');
  writeFileSync(join(folder, 'assets', 'main-3f9a1c22.js.br'), brotliCompressSync('export {};'));
  writeFileSync(join(folder, 'assets', 'main-3f9a1c22.js.map'), '{}');
  writeFileSync(join(folder, '.env'), 'SECRET=1');
  stack = await startStack({ config: { webRoot: folder } });
  admin = await stack.signIn('admin');
});
afterAll(async () => {
  await stack.close();
  rmSync(folder, { recursive: true });
});

test('a file goes out as short as its reader takes it, under the same headers, and its twin has no address', async () => {
  const path = '/assets/main-3f9a1c22.js';
  const short = await admin.get(path, { headers: { 'accept-encoding': 'br' } });
  expect(Object.fromEntries(short.headers)).toMatchObject({
    ...HASHED,
    'content-encoding': 'br',
    'content-type': 'application/javascript; charset=utf-8',
    vary: 'accept-encoding',
  });
  const plain = await admin.get(path, { headers: { 'accept-encoding': 'identity' } });
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect([await short.text(), await plain.text()]).toEqual(['export {};', 'export {};']);
  expect((await admin.get(`${path}.br`)).status).toBe(404);
});

const INERT = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};
const API = { ...INERT, 'cache-control': 'no-store' };
const ASSET = { ...INERT, 'cache-control': 'no-cache' };
const HASHED = { ...INERT, 'cache-control': 'public, max-age=31536000, immutable' };
const HTML = {
  'cache-control': 'no-cache',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
    "connect-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), ' +
    'gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), ' +
    'publickey-credentials-get=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};
/** Differ from answer to answer, and say nothing about safety. */
const VARYING = new Set([
  'date',
  'content-length',
  'connection',
  'keep-alive',
  'x-request-id',
  'etag',
  'vary',
  'retry-after',
  'allow',
  'accept-ranges',
  'transfer-encoding',
]);
const shown = (headers: Headers) =>
  Object.fromEntries([...headers].filter(([name]) => !VARYING.has(name) && name !== 'content-type'));

describe('headers', () => {
  test.each([
    ['/', 200, 'text/html; charset=utf-8', HTML],
    ['/jobs/123', 200, 'text/html; charset=utf-8', HTML],
    ['/board?day=2026-11-21', 200, 'text/html; charset=utf-8', HTML],
    ['/assets/main-3f9a1c22.js', 200, 'application/javascript; charset=utf-8', HASHED],
    ['/favicon.svg', 200, 'image/svg+xml', ASSET],
    ['/assets/main-00000000.js', 404, 'application/problem+json; charset=utf-8', API],
    ['/assets/main-3f9a1c22.js.map', 404, 'application/problem+json; charset=utf-8', API],
    ['/robots.txt', 404, 'application/problem+json; charset=utf-8', API],
    ['/.env', 404, 'application/problem+json; charset=utf-8', API],
    ['/index.html', 404, 'application/problem+json; charset=utf-8', API],
    ['/api/setup', 200, 'application/json; charset=utf-8', API],
    ['/api/nothing', 404, 'application/problem+json; charset=utf-8', API],
    ['/api/jobs/x.css', 404, 'application/problem+json; charset=utf-8', API],
    ['/bff/sign-out', 405, 'application/problem+json; charset=utf-8', API],
    ['/api/board', 400, 'application/problem+json; charset=utf-8', API],
    ['/live', 200, 'application/json; charset=utf-8', API],
  ])('R49 R50 %s: %i with exactly its headers', async (path, status, type, headers) => {
    const answer = await admin.get(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, type]);
    expect(shown(answer.headers)).toEqual(headers);
  });

  const DOWNLOAD = { ...API, 'content-disposition': expect.stringMatching(/^attachment; filename=/) };
  test.each(endpointNames.map((name) => [name]))(
    'R49 R50 %s: nothing it says, with success or without, is kept by a browser or shown as a page',
    async (name) => {
      const browser = await stack.signIn('admin');
      const answers = [
        await sendSample(browser, name, { headers: { 'x-csrf': '' } }),
        await sendSample(stack.browser(), name),
        await sendSample(browser, name, { query: { nonsense: '1' } }),
        await sendSample(browser, name),
      ];
      for (const answer of answers) {
        const { 'clear-site-data': _, 'set-cookie': __, ...headers } = shown(answer.headers);
        const isFile = answer.headers.get('content-type') === 'text/csv; charset=utf-8';
        expect(headers, `${answer.status}`).toEqual(isFile ? DOWNLOAD : API);
        await answer.text();
      }
      expect(answers[0]?.status).toBe(403);
    },
  );

  test('R49 R50 so is the stream, which no proxy may pack or keep', async () => {
    const abort = new AbortController();
    const stream = await admin.get('/api/events', {
      headers: { accept: 'text/event-stream' },
      signal: abort.signal,
    });
    expect([stream.status, stream.headers.get('content-type')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
    expect(shown(stream.headers)).toEqual({
      ...INERT,
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    });
    abort.abort();
  });

  test('R49 R50 so are 304, 401, 413, 415, 429 and 500', async () => {
    const etag = (await admin.get('/assets/main-3f9a1c22.js')).headers.get('etag');
    // Raw, because fetch asks for a fresh copy as soon as it sees If-None-Match.
    const again = await rawHttp(
      stack.url,
      `GET /assets/main-3f9a1c22.js HTTP/1.1\r\nHost: x\r\nIf-None-Match: ${etag}\r\nConnection: close\r\n\r\n`,
    );
    expect(statusOfRaw(again)).toBe(304);
    for (const [name, value] of Object.entries(HASHED)) expect(again).toContain(`${name}: ${value}`);
    const anonymous = await stack.browser().get('/api/setup');
    expect([anonymous.status, shown(anonymous.headers)]).toEqual([401, API]);
    const wrongType = await admin.post('/api/customers', {}, { headers: { 'content-type': 'text/plain' } });
    expect([wrongType.status, shown(wrongType.headers)]).toEqual([415, API]);
    const guessing = () => stack.browser().post('/bff/sign-in', { email: 'csr@a.test', password: 'wrong' });
    for (let i = 0; i < 5; i++) await guessing();
    const slowed = await guessing();
    expect([slowed.status, shown(slowed.headers)]).toEqual([429, API]);
    const big = await admin.post('/api/customers', { name: 'x'.repeat(300_000) });
    expect([big.status, shown(big.headers)]).toEqual([413, API]);
    stack.upstream.answer('setup.get', () => ({ status: 200, body: 'broken' }));
    const fault = await admin.get('/api/setup');
    expect([fault.status, shown(fault.headers)]).toEqual([500, API]);
  });

  test('R49 what Node’s own parser refuses has them too', async () => {
    const raw = await rawHttp(stack.url, 'GET / HTTP/1.1\r\nBad Header\r\n\r\n');
    expect(statusOfRaw(raw)).toBe(400);
    const head = raw.slice(0, raw.indexOf('\r\n\r\n')).toLowerCase();
    for (const [name, value] of Object.entries(API))
      expect(head).toContain(`${name}: ${value.toLowerCase()}`);
    const badEscape = await rawHttp(stack.url, 'GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect(statusOfRaw(badEscape)).toBe(400);
    expect(badEscape).toContain('no-store');
  });

  test('R49 over https browsers are told to stay there, and map tiles are let in only where configured', () => {
    const secure = responseHeaders({
      publicOrigin: 'https://board.example',
      map: { tiles: { kind: 'style', url: 'https://tiles.example/s' }, origins: ['https://tiles.example'] },
    });
    expect(secure.html['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    expect(secure.api['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    expect(secure.html['content-security-policy']).toContain(
      "img-src 'self' data: blob: https://tiles.example;",
    );
    expect(secure.html['content-security-policy']).toContain("connect-src 'self' https://tiles.example;");
    // Workers are files of ours: script-src says so, a blob is none.
    expect(secure.html['content-security-policy']).not.toContain('worker-src');
    expect(secure.hashedAsset['content-security-policy']).toBe(
      "default-src 'none'; img-src https://tiles.example; connect-src https://tiles.example; frame-ancestors 'none'",
    );
    expect(secure.html['content-security-policy']).not.toMatch(/unsafe|\*/);
  });

  test('R13 the page itself is there for people who are not signed in', async () => {
    const page = await stack
      .browser()
      .get('/jobs/123', { headers: { 'x-csrf': '', 'sec-fetch-site': 'cross-site' } });
    expect([page.status, await page.text()]).toEqual([200, '<!doctype html><title>Truckroll</title>']);
  });

  test.each([
    '/../secret',
    '/assets/../.env',
    '/assets/..%2f.env',
    '/%2e%2e/etc/passwd',
    '/assets/%2e%2e/.env',
    '//etc/passwd',
    '/\\etc\\passwd',
    '/assets/main-3f9a1c22.js%00',
  ])('%s is no file and no screen', async (path) => {
    const raw = await rawHttp(stack.url, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect([400, 404]).toContain(statusOfRaw(raw));
  });
});
