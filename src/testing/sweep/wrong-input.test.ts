import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { urlOf } from '#contract/client.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { type EndpointName, endpointNames, endpoints } from '#contract/endpoints.ts';
import type { ProblemCode } from '#contract/problem.ts';
import { problem } from '#contract/problem-schema.ts';
import { statusOf } from '#contract/problem-status.ts';
import { eachEngine } from '../databases.ts';
import { soak } from '../soak.ts';
import { type Ground, makeGround } from './ground.ts';
import { REQUESTS } from './requests.ts';
import { send } from './send.ts';

const OWN_WAYS: readonly EndpointName[] = [
  'session.signIn',
  'session.signOut',
  'session.firstAdmin',
  'session.changePassword',
  'events.stream',
  // A row that is written on purpose in the background: imports have tests of their own.
  'imports.run',
];
const names = endpointNames.filter((name) => !OWN_WAYS.includes(name));
const written = names.filter((name) => endpoints[name].body !== null);
const asked = names.filter((name) => endpoints[name].query !== null && endpoints[name].kind === 'json');

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];

const pathsOf = (value: Json, path: Path = []): Path[] => [
  path,
  ...(Array.isArray(value)
    ? value.flatMap((item, at) => pathsOf(item, [...path, at]))
    : value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))
      : []),
];
function changed(
  value: Json,
  [key, ...rest]: Path,
  change: (old: Json) => Json | undefined,
): Json | undefined {
  if (key === undefined) return change(value);
  if (Array.isArray(value))
    return value.flatMap((item, at) => (at === key ? (changed(item, rest, change) ?? []) : item));
  const record = { ...(value as { [key: string]: Json }) };
  const inner = changed(record[key] ?? null, rest, change);
  if (inner === undefined) delete record[key];
  else record[key] = inner;
  return record;
}

const WEIRD_TEXT = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udc00',
  '%',
  '\\',
  "' or 1=1 --",
  '𝕏',
  'é'.repeat(300),
];
const weirdText = fc.oneof(fc.constantFrom(...WEIRD_TEXT), fc.string({ unit: 'binary', maxLength: 40 }));
const weird: fc.Arbitrary<Json | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom<Json>(null, true, 0, -1, 1.5, 2 ** 31, 2 ** 53 - 1, 2 ** 53, 1e300, [], {}, [null], {
    id: 1,
  }),
  fc.constantFrom(
    '2026-11-21',
    '2026-02-30T10:00:00Z',
    '1989-12-31T23:59:59Z',
    '2099-12-31T23:59:59.999Z',
    '2026-11-21T10:00:00+01:00',
  ),
  weirdText,
  fc.integer({ min: 1, max: 2 ** 53 - 1 }),
  fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 4 }),
);

/** Schemathesis' checks: no fault, only declared answers, each of its shape and its type of content. */
async function isSound(name: EndpointName, answer: Response, what: string): Promise<void> {
  const row: Endpoint = endpoints[name];
  const text = await answer.text();
  const about = `${name} ${what}: ${text.slice(0, 300)}`;
  expect(answer.status, about).toBeLessThan(500);
  const type = answer.headers.get('content-type') ?? '';
  if (answer.status < 300) {
    const schema = row.responses[answer.status];
    expect(schema, `${about} is not declared`).not.toBeUndefined();
    if (schema && row.kind === 'json') (schema as z.ZodType).parse(JSON.parse(text));
    return;
  }
  const told = problem.parse(JSON.parse(text));
  expect([about, statusOf(told.code as ProblemCode), told.status]).toEqual([
    about,
    answer.status,
    answer.status,
  ]);
  expect(type).toContain('application/problem+json');
}

eachEngine(
  'wrong input',
  (database) => {
    let ground: Ground;
    beforeAll(async () => {
      ground = await makeGround(database());
    });
    afterAll(() => ground?.close());

    test.each(written)(
      '%s: any part of the body replaced or left out is answered, never a fault',
      async (name) => {
        const call = await REQUESTS[name](ground);
        const paths = pathsOf(call.body as Json);
        await fc.assert(
          fc.asyncProperty(fc.constantFrom(...paths), weird, async (path, value) => {
            const body = changed(call.body as Json, path, () => value);
            const text = JSON.stringify(body) ?? '';
            await isSound(name, await send(ground.as('admin'), name, call, text), text);
          }),
          soak(12),
        );
      },
    );

    test.each(asked)('%s: any query is answered, never a fault', async (name) => {
      const call = await REQUESTS[name](ground);
      const shape = (endpoints[name].query as unknown as { shape: object }).shape;
      const keys = fc.constantFrom(...Object.keys(shape), 'tenantId');
      await fc.assert(
        fc.asyncProperty(fc.dictionary(keys, weirdText, { minKeys: 1, maxKeys: 3 }), async (more) => {
          const query = { ...call.query, ...more };
          const search = Object.entries(query).map(([key, value]) => `${key}=${percent(value)}`);
          const path = `${urlOf(name, call.params)}?${search.join('&')}`;
          await isSound(name, await ground.as('admin').fetch(path, { method: 'GET' }), path);
        }),
        soak(10),
      );
    });

    test.each(written)(
      'R41, R55 %s: a field nobody declared is refused at every level, whatever it is called',
      async (name) => {
        const call = await REQUESTS[name](ground);
        const objects = pathsOf(call.body as Json).filter((path) => isObject(at(call.body as Json, path)));
        for (const path of objects) {
          for (const key of ['tenantId', 'isAdmin', 'version2', '__proto__']) {
            // A company's own fields have names of its choice.
            if (path.at(-1) === 'customFields' || (path.at(-1) === 'columns' && key !== '__proto__'))
              continue;
            const body = changed(call.body as Json, path, (old) => ({ ...(old as object), '§': 1 }));
            const answer = await send(
              ground.as('admin'),
              name,
              call,
              JSON.stringify(body).replace('"§"', `"${key}"`),
            );
            expect([answer.status, key, path], await answer.text()).toEqual([400, key, path]);
          }
        }
        expect(({} as Record<string, unknown>).tenantId).toBeUndefined();
      },
    );

    test('R34 a company named by the caller, in query, body or header, is refused', async () => {
      const admin = ground.as('admin');
      expect((await admin.get('/api/customers?tenantId=2')).status).toBe(400);
      expect((await admin.get('/api/setup', { headers: { 'x-tenant': '2' } })).status).toBe(400);
    });
  },
  { emptied: false },
);

const at = (value: Json, path: Path): Json =>
  path.reduce<Json>((inner, key) => (inner as { [key: string]: Json })[key as string] ?? null, value);
const isObject = (value: Json) => value !== null && typeof value === 'object' && !Array.isArray(value);
/** As UTF-8; a lone surrogate, which has none, as it is written by careless programs. */
const percent = (text: string) =>
  encodeURIComponent(Buffer.from(text).toString()).replaceAll('%EF%BF%BD', '%ED%A0%80');
