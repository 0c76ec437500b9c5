import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { REFUSAL_CODES } from '#domain/decision.ts';
import { ROLES } from '#domain/roles.ts';
import { urlOf } from './client.ts';
import { endpointNames, endpoints } from './endpoints.ts';
import { openApiDocument } from './openapi.ts';
import { statusOf } from './problem-status.ts';

/** Each form a body may take: one, or one per kind of record. */
const formsOf = (schema: z.ZodType | null): z.ZodObject[] =>
  schema instanceof z.ZodUnion
    ? schema.options.flatMap((option) => formsOf(option as z.ZodType))
    : schema
      ? [schema as z.ZodObject]
      : [];

describe.each(endpointNames)('%s', (name) => {
  const row = endpoints[name];

  test('reads change nothing and are not audited; writes are audited and say how they may be repeated', () => {
    if (row.method === 'GET') expect([row.idempotency, row.audit, row.body]).toEqual(['none', null, null]);
    else expect(row.audit !== null && (row.idempotency as string) !== 'none').toBe(true);
  });

  test('is closed to everybody but the roles it names', () => {
    if (typeof row.roles === 'string') expect(['self', 'public']).toContain(row.roles);
    else expect(row.roles.every((role) => ROLES.includes(role))).toBe(true);
    // Only the door itself is open to strangers.
    if (row.roles === 'public') expect(row.path).toMatch(/^\/bff\//);
  });

  test('every parameter of its path is validated', () => {
    const named = [...row.path.matchAll(/:([a-zA-Z]+)/g)].map((match) => match[1]);
    const shape = (row.params as z.ZodObject | null)?.shape ?? {};
    expect(Object.keys(shape).sort()).toEqual(named.sort());
  });

  test('unknown keys in query and body are refused', () => {
    for (const schema of [row.query, row.body].flatMap(formsOf)) {
      const issues = schema.safeParse({ surelyUnknown: 1 }).error?.issues ?? [];
      expect(issues.map((issue) => issue.code)).toContain('unrecognized_keys');
    }
  });

  test('a decision on versions takes the versions it was made on', () => {
    if (row.idempotency !== 'versions') return;
    const forms = formsOf(row.body);
    expect(forms).not.toEqual([]);
    for (const { shape } of forms) expect('expected' in shape || 'version' in shape).toBe(true);
  });
});

test('no two endpoints share a method and path', () => {
  const all = endpointNames.map(
    (name) => `${endpoints[name].method} ${endpoints[name].path.replace(/:[a-zA-Z]+/g, ':')}`,
  );
  expect(new Set(all).size).toBe(all.length);
});

test('the OpenAPI document lists every endpoint once, with roles and all its answers', () => {
  const document = openApiDocument() as {
    paths: Record<string, Record<string, { operationId: string; responses: object }>>;
  };
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  expect(operations.map((one) => one.operationId).sort()).toEqual([...endpointNames].sort());
  for (const one of operations) expect(Object.keys(one.responses)).toContain('default');
  expect(() => JSON.stringify(document)).not.toThrow();
});

test('every refusal of the rules has a status that is the caller’s, not the server’s', () => {
  for (const code of REFUSAL_CODES) expect(statusOf(code)).toBeGreaterThanOrEqual(400);
  for (const code of REFUSAL_CODES) expect(statusOf(code)).toBeLessThan(500);
});

test.each([
  ['what is another by now, or not possible in this state', 'job.visits_past', 409],
  ['what somebody has already', 'record.key_taken', 409],
  ['what could not be so for anybody', 'job.time_in_future', 422],
  ['a time nobody would mean', 'job.time_long_before_booking', 422],
  ['what does not fit together', 'job.original_elsewhere', 422],
  ['what is not for this person', 'project.amount_not_allowed', 403],
  ['a right that is not theirs', 'session.forbidden', 403],
] as const)('%s: %s is %i', (_, code, status) => {
  expect(statusOf(code)).toBe(status);
});

test('parameters and lists are encoded into the address, empty ones left out', () => {
  expect(urlOf('jobs.list', {}, { q: 'a&b', status: ['Hold', 'Canceled'], from: undefined })).toBe(
    '/api/jobs?q=a%26b&status=Hold%2CCanceled',
  );
  expect(urlOf('jobs.get', { id: 12 })).toBe('/api/jobs/12');
});
