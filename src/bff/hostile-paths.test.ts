import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Browser } from '#testing/browser.ts';
import type { FakeUpstream } from '#testing/fake-upstream.ts';
import { rawRequests, statusOfRaw } from '#testing/raw-http.ts';
import { type Stack, startStack } from '#testing/stack.ts';

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

const { raw } = rawRequests(() => ({ ...stack, cookie: admin.cookie() }));
const bytes = (path: string) => Buffer.from(path).toString('latin1');

/** One part of a path as clients spell it to reach another record or route. */
const DOTS = [
  '..',
  '%2e%2e',
  '.%2e',
  '%2E.',
  '%252e%252e',
  '%u002e%u002e',
  '%c0%ae%c0%ae',
  '\uFF0E\uFF0E',
  '..;',
  '..%00',
];
const SLASHES = ['/', '\\', '%2f', '%2F', '%5c', '%252f', '%255c', '%c0%af', '\uFF0F', '//'];
const TAILS = ['customers', '8', 'x/../customers'];

const climbing = DOTS.flatMap((dots) =>
  SLASHES.flatMap((slash) => TAILS.map((tail) => `/api/jobs/${dots}${slash}${tail}`)),
);
/** What is no plain number of a job, though some reader or other would take it for one. */
const IDS = [
  '7%00',
  '7%0d%0aX: y',
  '7%0a',
  '7%09',
  '7;a=b',
  '7%3Ba',
  '7@evil',
  '7%40evil',
  '7%23',
  '7%3f',
  '7%20',
  '%207',
  '7/',
  '7//',
  '7/.',
  '7/..',
  '+7',
  '%2b7',
  '07',
  '7.0',
  '7.',
  '0',
  '-7',
  '7e0',
  '7_0',
  '0x7',
  '9007199254740993',
  'NaN',
  '%EF%BC%97',
  '%D9%A7',
  '%ff',
  '%',
  '%7',
  '%zz',
  '7,8',
  '7|8',
  '*',
  '7'.repeat(200),
  'null',
  '[7]',
  '%5b7%5d',
  '7%2f..%2f8',
];
const ROUTES = ['/api/jobs/ID', '/api/customers/ID', '/api/history/job/ID'];
const wrongIds = ROUTES.flatMap((route) => IDS.map((id) => route.replace('ID', id)));
const around = [
  '/api//jobs/7',
  '//api/jobs/7',
  '///api/jobs/7',
  '/api/./jobs/7',
  '/api/jobs/./7',
  '/./api/jobs/7',
  '/api/jobs/7/../8',
  '/x/../api/jobs/7',
  '/%61pi/jobs%2f7',
  '/api/jobs%2f7',
  '/api%2fjobs/7',
  '/api/jobs/7/',
  '/API/jobs/7',
  '/api/Jobs/7',
  '/api/jobs/7.json',
  '/api/jobs/7.css',
  '/bff/../api/jobs/7',
  '/assets/../api/jobs/7',
  '/api;x=/jobs/7',
  '/api/jobs;/7',
  'api/jobs/7',
  '?/api/jobs/7',
  '#/api/jobs/7',
  '*',
  'http://evil.example/api/jobs/7',
  'http://evil.example/..',
  'HTTP://evil.example/api/jobs/7',
  'https://evil.example:443/api/setup',
  'http://localhost/api/jobs/7',
  'ftp://x/api/jobs/7',
  'evil.example:443',
  '@evil.example/api/jobs/7',
  '/@evil.example/api/jobs/7',
  '/api/jobs/7 HTTP/1.1 x',
];

const CORPUS = [...climbing, ...wrongIds, ...around];

test('R30 four hundred hostile paths, each on a connection of its own, never become a record and never a fault', async () => {
  expect(new Set(CORPUS).size).toBeGreaterThan(400);
  const told: [string, number][] = [];
  const queue = [...CORPUS];
  const work = async () => {
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      told.push([path, statusOfRaw(await raw(`GET ${bytes(path)}`))]);
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  expect(told).toHaveLength(CORPUS.length);
  // '/bff/../x' and the like are no route; a path that asks for a screen gets the page only where there is one.
  expect(told.filter(([, status]) => status < 400 || status >= 500)).toEqual([]);
  expect(stack.upstream.requests).toEqual([]);
});

test('R30 nor do they when something is to be written', async () => {
  const body = '{"expected":[],"reasonId":1}';
  const head = `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n`;
  const wrong = IDS.filter((id) => !id.includes(' ')).map((id) => `/api/jobs/${id}/hold`);
  for (const path of wrong) {
    const status = statusOfRaw(await raw(`POST ${bytes(path)}`, head, body));
    expect(status, path).toBeGreaterThanOrEqual(400);
    expect(status, path).toBeLessThan(500);
  }
  expect(stack.upstream.requests).toEqual([]);
  expect(statusOfRaw(await raw('POST /api/jobs/7/hold', head, body))).toBe(200);
});

test('R30 an encoded letter is the letter, and the id still only a number', async () => {
  expect(statusOfRaw(await raw('GET /api/%6aobs/%37'))).toBe(200);
  expect(stack.upstream.requests).toMatchObject([{ endpoint: 'jobs.get', params: { id: 7 } }]);
});
