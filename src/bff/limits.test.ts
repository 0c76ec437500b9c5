import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { endpointNames, endpoints } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Browser } from '#testing/browser.ts';
import { type FakeUpstream, sampleAnswer } from '#testing/fake-upstream.ts';
import { rawHttp, rawRequests, statusOfRaw } from '#testing/raw-http.ts';
import { sendSample } from '#testing/sample-request.ts';
import { type Stack, startStack } from '#testing/stack.ts';
import { JSON_LIMITS, parseJson, WIDE_JSON_LIMITS } from './json-body.ts';

let stack: Stack & { upstream: FakeUpstream };
let admin: Browser;
beforeAll(async () => {
  stack = await startStack();
  admin = await stack.signIn('admin');
});
beforeEach(() => {
  stack.upstream.requests.length = 0;
});
afterAll(() => stack.close());

const key = { 'idempotency-key': 'k1' };
const { raw, json } = rawRequests(() => ({ ...stack, cookie: admin.cookie() }));

describe('limits', () => {
  test('R51 257 kB are too much, counted or chunked; packed bodies are refused', async () => {
    const big = JSON.stringify({ name: 'x'.repeat(257 * 1024) });
    expect(statusOfRaw(await json(big))).toBe(413);
    const half = big.slice(0, 130 * 1024);
    const chunk = `${half.length.toString(16)}\r\n${half}\r\n`;
    const chunked = await raw(
      'POST /api/customers',
      'Content-Type: application/json\r\nIdempotency-Key: k\r\nTransfer-Encoding: chunked\r\n',
      `${chunk}${chunk}0\r\n\r\n`,
    );
    expect(statusOfRaw(chunked)).toBe(413);
    const packed = await admin.post(
      '/api/customers',
      {},
      { headers: { ...key, 'content-encoding': 'gzip' } },
    );
    expect(packed.status).toBe(415);
    expect(statusOfRaw(await json(JSON.stringify({ name: 'x'.repeat(1000) })))).toBe(400);
  });

  test('R51 an upload may be larger than that, and is counted as well', async () => {
    const upload = (length: number, body: string) =>
      raw(
        'POST /api/imports/service-requests?fileName=a.csv',
        `Content-Type: application/octet-stream\r\nIdempotency-Key: k\r\nContent-Length: ${length}\r\n`,
        body,
      );
    expect(statusOfRaw(await upload(1_000_000, 'x'.repeat(1_000_000)))).toBe(201);
    expect(stack.upstream.requests).toMatchObject([
      { endpoint: 'imports.upload', query: { fileName: 'a.csv' } },
    ]);
    expect(statusOfRaw(await upload(400 * 1024 * 1024, 'x'))).toBe(413);
  });

  test('an upload that is broken off is no error of ours; one that we break is', async () => {
    const linesBefore = stack.logs().length;
    const socket = connect(Number(new URL(stack.url).port), '127.0.0.1', () =>
      socket.write(
        `POST /api/imports/service-requests?fileName=a.csv HTTP/1.1\r\nHost: x\r\nX-CSRF: 1\r\nIdempotency-Key: k\r\n` +
          `Origin: ${stack.publicOrigin}\r\nCookie: ${admin.cookie()}\r\nContent-Type: application/octet-stream\r\n` +
          'Content-Length: 100000\r\n\r\na,b\r\n',
      ),
    );
    await expect.poll(() => stack.upstream.requests.length).toBe(1);
    socket.destroy();
    const told = () => stack.logs().slice(linesBefore);
    await expect.poll(told).toContain('"msg":"the caller has gone"');
    expect(told()).not.toContain('"level":"error"');
    stack.upstream.answer('setup.get', () => Promise.reject(new TypeError('ours')));
    expect((await admin.get('/api/setup')).status).toBe(500);
    expect(told()).toContain('"level":"error"');
    stack.upstream.answer('setup.get', () => sampleAnswer('setup.get'));
  });

  test('R51 of half-sent uploads one person has three under way; a fourth is told to wait, then let in', async () => {
    const half = () =>
      connect(Number(new URL(stack.url).port), '127.0.0.1', function (this: Socket) {
        this.write(
          `POST /api/files?fileName=a.txt&ownerKind=job&ownerId=1 HTTP/1.1\r\nHost: x\r\nX-CSRF: 1\r\nIdempotency-Key: k\r\n` +
            `Origin: ${stack.publicOrigin}\r\nCookie: ${admin.cookie()}\r\nContent-Type: application/octet-stream\r\n` +
            'Content-Length: 100000\r\n\r\nhalf',
        );
      });
    const fourth = async () =>
      raw(
        'POST /api/files?fileName=b.txt&ownerKind=job&ownerId=1',
        'Content-Type: application/octet-stream\r\nIdempotency-Key: k\r\nContent-Length: 5\r\n',
        'whole',
      );
    const sockets = [half(), half(), half()];
    await expect.poll(() => stack.upstream.requests.length).toBe(3);
    const refused = await fourth();
    expect(statusOfRaw(refused)).toBe(429);
    expect(refused.toLowerCase()).toContain('retry-after: 5');
    for (const socket of sockets) socket.destroy();
    await expect.poll(async () => statusOfRaw(await fourth())).toBe(201);
  });

  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  test('R54 deep, wide and long JSON is refused before anything walks it', async () => {
    const bodies = [
      nested(33),
      nested(5000),
      nested(100_000),
      // As deep as fits into a body at all.
      '['.repeat(256 * 1024),
      `{"a":${'{"a":'.repeat(32)}1${'}'.repeat(33)}`,
      JSON.stringify(Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`k${i}`, 1]))),
      JSON.stringify({ tagIds: Array(5001).fill(1) }),
    ];
    for (const body of bodies) expect(statusOfRaw(await json(body))).toBe(400);
    expect(statusOfRaw(await json(`{"name":"${'['.repeat(100)}"}`))).toBe(201);
    // 400,000 levels are more than a body may have; were they let in, they would be refused unparsed.
    expect(statusOfRaw(await json(nested(400_000)))).toBe(413);
    for (const limits of [JSON_LIMITS, WIDE_JSON_LIMITS]) {
      expect(() => parseJson(Buffer.from(nested(400_000)), limits)).toThrow(
        new ProblemError('request.malformed', { reason: 'depth' }),
      );
    }
  });

  test('R54 every route that reads a body refuses deep ones, whoever answers it', async () => {
    for (const name of endpointNames.filter((one) => endpoints[one].body !== null)) {
      for (const levels of [33, 5000]) {
        const answer = await sendSample(admin, name, { body: `{"a":${nested(levels)}}` });
        expect([name, levels, answer.status]).toEqual([name, levels, 400]);
      }
    }
    expect(stack.upstream.requests).toEqual([]);
  });

  test('broken JSON and broken UTF-8 are refused', async () => {
    for (const body of ['', '{', '{"name":"a"}x', 'nope', '{"name":"\xff"}', '\u0000']) {
      const text = Buffer.from(body, 'latin1').toString('latin1');
      expect(statusOfRaw(await json(text, Buffer.byteLength(text, 'latin1')))).toBe(400);
    }
  });

  test('R55 names that reach for prototypes are refused in bodies and queries, and change nothing', async () => {
    const bodies = [
      '{"__proto__":{"x":1}}',
      '{"constructor":{"prototype":{"x":1}}}',
      '{"\\u005f_proto__":{"x":1}}',
    ];
    for (const body of bodies) expect(statusOfRaw(await json(body))).toBe(400);
    for (const query of ['__proto__[x]=1', '__proto__.x=1', 'constructor[prototype][x]=1', 'a[b]=1']) {
      expect((await admin.get(`/api/customers?${query}`)).status).toBe(400);
    }
    for (const id of ['__proto__', 'constructor', 'constructor.prototype', '%5f%5fproto%5f%5f']) {
      expect((await admin.get(`/api/jobs/${id}`)).status).toBe(404);
    }
    expect(({} as { x?: unknown }).x).toBeUndefined();
    expect(stack.upstream.requests).toEqual([]);
  });

  test('R56 a query key given twice is refused', async () => {
    expect((await admin.get('/api/customers?q=a&q=b')).status).toBe(400);
    expect((await admin.get('/api/customers?q=a&%71=b')).status).toBe(400);
    expect((await admin.get('/api/customers?page=1&page=2')).status).toBe(400);
    expect((await admin.get('/api/customers?q=a')).status).toBe(200);
    expect((await admin.get('/api/customers?q=%ff')).status).toBe(400);
  });

  test('R59 numbers, ids, days and instants that are none are refused', async () => {
    const bodies = [
      '{"customerId":1e999',
      '{"customerId":NaN',
      '{"customerId":9007199254740993',
      '{"customerId":1.5',
      '{"customerId":"1"',
      '{"customerId":0',
    ];
    for (const head of bodies) {
      const text = `${head},"contact":{"kind":"Phone","value":"1"}}`;
      const headers = { 'content-type': 'application/json', ...key };
      expect((await admin.fetch('/api/contacts', { method: 'POST', headers, body: text })).status).toBe(400);
    }
    for (const query of ['day=2026-02-30', 'day=21.11.2026', 'day=2026-11-21&timeZone=Mars/Olympus']) {
      expect((await admin.get(`/api/board?${query}`)).status).toBe(400);
    }
    expect((await admin.get('/api/jobs?from=2026-11-21T08:00:00+02:00')).status).toBe(400);
    expect((await admin.get('/api/jobs?customerId=9007199254740993')).status).toBe(400);
    expect((await admin.get('/api/jobs?limit=1e2')).status).toBe(400);
    expect(stack.upstream.requests).toEqual([]);
  });

  test('a refused read leaves the connection for the next one; a refused write that was not read to its end does not', async () => {
    const read = 'GET /api/setup HTTP/1.1\r\nHost: x\r\nX-CSRF: 1\r\n\r\n';
    const reads = await rawHttp(stack.url, read + read, 500);
    expect(reads.match(/HTTP\/1\.1 401/g)).toHaveLength(2);
    const write = 'POST /api/customers HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n{';
    const refused = await rawHttp(stack.url, write, 5000);
    expect(refused).toMatch(/^HTTP\/1\.1 403/);
    expect(refused).toMatch(/connection: close/i);
  });
});
