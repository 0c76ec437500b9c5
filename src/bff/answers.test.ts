import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Endpoint } from '#contract/endpoint.ts';
import { endpointNames, endpoints } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import { DatabaseError } from '#db/database.ts';
import type { Browser } from '#testing/browser.ts';
import { type FakeUpstream, sampleAnswer } from '#testing/fake-upstream.ts';
import { sendSample } from '#testing/sample-request.ts';
import { type Stack, startStack } from '#testing/stack.ts';

let stack: Stack & { upstream: FakeUpstream };
let admin: Browser;
beforeAll(async () => {
  stack = await startStack();
  admin = await stack.signIn('admin');
});
afterEach(() => stack.upstream.answer('jobs.get', () => sampleAnswer('jobs.get')));
afterAll(() => stack.close());

const CANARY = 'canary-7f3a';
const generic = { status: 500, code: 'server.fault', params: {}, fields: [] };

describe('answers', () => {
  test('R42 every row declares what success looks like; everything else is a problem', () => {
    for (const row of Object.values(endpoints) as Endpoint[]) {
      const statuses = Object.keys(row.responses).map(Number);
      expect(statuses.length).toBeGreaterThan(0);
      for (const status of statuses) expect(status).toBeGreaterThanOrEqual(200);
      for (const status of statuses) expect(status).toBeLessThan(300);
    }
  });

  test.each([
    [
      'a field nobody declared',
      { status: 200, body: { ...(sampleAnswer('jobs.get').body as object), cost: CANARY } },
    ],
    ['a field of another type', { status: 200, body: { job: CANARY } }],
    ['a status nobody declared', { status: 206, body: sampleAnswer('jobs.get').body }],
    ['an upstream’s error page', { status: 500, body: `<html>${CANARY}</html>` }],
    ['no body at all', { status: 200, body: undefined }],
  ])('R42 %s does not leave: a plain 500 does', async (_, answer) => {
    stack.upstream.answer('jobs.get', () => answer);
    const response = await admin.get('/api/jobs/7');
    const text = await response.text();
    expect(JSON.parse(text)).toEqual({ ...generic, requestId: response.headers.get('x-request-id') });
    expect(text + JSON.stringify([...response.headers]) + stack.logs()).not.toContain(CANARY);
  });

  const forwarded = endpointNames.filter(
    (name) => endpoints[name].answeredBy === 'upstream' && endpoints[name].kind === 'json',
  );
  test.each(forwarded.map((name) => [name]))(
    'R42 %s: a field too much, at any level, and a status nobody declared never leave',
    async (name) => {
      const row: Endpoint = endpoints[name];
      const { status, body } = sampleAnswer(name);
      const bodies = objectsIn(body as Json).map((path) => withField(body as Json, path));
      const undeclared = [200, 201, 202, 203, 206, 299].find((one) => !(one in row.responses)) ?? 299;
      const wrong = [
        ...bodies.map((one) => ({ status, body: one })),
        { status: undeclared, body: { a: CANARY } },
      ];
      expect(bodies.length).toBeGreaterThan(0);
      for (const answer of wrong) {
        stack.upstream.answer(name, () => answer);
        const response = await sendSample(admin, name);
        const text = await response.text();
        expect(text).not.toContain(CANARY);
        expect([response.status, JSON.parse(text).code], JSON.stringify(answer)).toEqual([
          500,
          'server.fault',
        ]);
      }
      stack.upstream.answer(name, () => sampleAnswer(name));
      expect(stack.logs()).not.toContain(CANARY);
    },
  );

  test('R47 whatever is thrown looks the same from outside and has its place in the log', async () => {
    const thrown = [
      new Error(`select * from ${CANARY}`),
      new DatabaseError(`duplicate key ${CANARY}`, { code: '23505', detail: `(email)=(${CANARY})` }),
      Object.assign(new Error(CANARY), { statusCode: 418, code: 'FST_SOMETHING' }),
      CANARY,
      null,
    ];
    for (const error of thrown) {
      stack.upstream.answer('jobs.get', () => Promise.reject(error));
      const response = await admin.get('/api/jobs/7');
      const requestId = response.headers.get('x-request-id');
      expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(await response.json()).toEqual({ ...generic, requestId });
      expect(stack.logs()).toContain(`"reqId":"${requestId}"`);
    }
    expect(stack.logs()).not.toContain(CANARY);
    expect(stack.logs()).toMatch(/"level":"error".*"code":"23505".*answers\.test\.ts/);
  });

  test('R47 refusals of the rules arrive with code, params and fields', async () => {
    const fields = [{ path: 'technicianIds.0', code: 'busy', message: '' }];
    stack.upstream.answer('jobs.get', () => {
      throw new ProblemError('schedule.conflict', { appointmentId: 9 }, fields);
    });
    const response = await admin.get('/api/jobs/7');
    const { requestId: _, ...body } = (await response.json()) as { requestId: string };
    expect(body).toEqual({ status: 409, code: 'schedule.conflict', params: { appointmentId: 9 }, fields });
  });

  test.each([
    ['disk_full', 503, 'server.disk_full'],
    ['deadline', 503, 'server.timeout'],
    ['busy', 503, 'server.unavailable'],
    ['unavailable', 503, 'server.unavailable'],
  ])('a database that says %s is told as %i %s', async (code, status, problem) => {
    stack.upstream.answer('jobs.get', () => Promise.reject(new DatabaseError('no', { code })));
    const response = await admin.get('/api/jobs/7');
    expect([response.status, await response.json()]).toMatchObject([status, { code: problem }]);
    expect(response.headers.get('retry-after')).toBe(problem === 'server.unavailable' ? '1' : null);
  });

  test('a download is a CSV file with a plain name, whatever the upstream calls it', async () => {
    const chunks = async function* () {
      yield 'line,fate\r\n';
      yield '1,create\r\n';
    };
    const download = (mediaType: string) => ({
      status: 200,
      body: null,
      download: { fileName: 'a"\r\nSet-Cookie: x=1é.csv', mediaType, chunks: chunks() },
    });
    stack.upstream.answer('imports.result', () => download('text/csv'));
    const response = await admin.get('/api/imports/7/result.csv');
    expect(await response.text()).toBe('line,fate\r\n1,create\r\n');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[\w. -]+"; filename\*=UTF-8''[\w.%-]+$/,
    );
    stack.upstream.answer('imports.result', () => download('text/html'));
    expect((await admin.get('/api/imports/7/result.csv')).status).toBe(500);
  });

  test('the contract describes itself', async () => {
    const document = (await (await admin.get('/api/openapi.json')).json()) as {
      openapi: string;
      paths: object;
    };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toContain('/api/jobs/{id}/hold');
  });
});

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
/** Where an answer has an object with fields of its own; records keyed by somebody's names take any. */
function objectsIn(value: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => objectsIn(item, [...path, at]));
  if (value === null || typeof value !== 'object') return [];
  if (path.at(-1) === 'customFields') return [];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => objectsIn(inner, [...path, key]))];
}
function withField(value: Json, [key, ...rest]: readonly (string | number)[]): Json {
  if (key === undefined) return { ...(value as object), passwordHash: CANARY };
  if (Array.isArray(value)) return value.map((item, at) => (at === key ? withField(item, rest) : item));
  const record = value as { [key: string]: Json };
  return { ...record, [key]: withField(record[key] ?? null, rest) };
}
