import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Endpoint } from '#contract/endpoint.ts';
import { type EndpointName, endpointNames, endpoints } from '#contract/endpoints.ts';
import { ROLES } from '#domain/roles.ts';
import type { Browser } from '#testing/browser.ts';
import type { FakeUpstream } from '#testing/fake-upstream.ts';
import { sendSample } from '#testing/sample-request.ts';
import { PASSWORD, type Stack, startStack, type Who } from '#testing/stack.ts';
import { buildApp } from './app.ts';
import { createLogger } from './logging.ts';
import { denialOf } from './role-matrix.ts';

/**
 * Reviewed by people: a change of the table that lets somebody in shows as a change of this file. Written anew with
 * `UPDATE_FIXTURE=1 npx vitest run src/bff/role-matrix`.
 */
const FIXTURE = fileURLToPath(new URL('./role-matrix.fixture.json', import.meta.url));
const COLUMNS = ['anonymous', 'disabled', ...ROLES] as const;
type Column = (typeof COLUMNS)[number];
type Cell = 'yes' | 401 | 403;

const cellOf = (name: EndpointName, column: Column): Cell => {
  const roles = column === 'anonymous' || column === 'disabled' ? null : [column];
  const denial = denialOf(endpoints[name], roles);
  return denial === null ? 'yes' : denial === 'session.missing' ? 401 : 403;
};
const matrixOfTable = () => ({
  columns: COLUMNS.join(' '),
  routes: Object.fromEntries(
    endpointNames.map((name) => [
      `${name} ${endpoints[name].method} ${endpoints[name].path}`,
      COLUMNS.map((column) => cellOf(name, column)).join(' '),
    ]),
  ),
});

let stack: Stack & { upstream: FakeUpstream };
const browsers = new Map<Column, Browser>();
beforeAll(async () => {
  stack = await startStack();
  browsers.set('anonymous', stack.browser());
  for (const role of ROLES) browsers.set(role, await stack.signIn(role));
  await stack.database.transaction({ tenantId: 'system' }, (tx) =>
    tx.query(
      `insert into office.users (tenant_id, id, email, name, password_hash, roles)
       select tenant_id, 301, 'gone@a.test', 'Gone', password_hash, '{admin}' from office.users where id = $1`,
      [stack.people.admin.id],
    ),
  );
  const gone = stack.browser();
  await gone.post('/bff/sign-in', { email: 'gone@a.test', password: PASSWORD });
  browsers.set('disabled', gone);
  expect((await gone.get('/api/users')).status).toBe(200);
  await browsers.get('admin')?.patch('/api/users/301', { version: 1, changes: { active: false } });
});
afterAll(() => stack.close());

test('R38 the matrix of roles and routes is the one that was reviewed', () => {
  const now = matrixOfTable();
  if (process.env.UPDATE_FIXTURE === '1') writeFileSync(FIXTURE, `${JSON.stringify(now, null, 2)}\n`);
  expect(now).toEqual(JSON.parse(readFileSync(FIXTURE, 'utf8')));
});

test('R38 a route that does not say what it is cannot be added, and every row says who may call it', async () => {
  const { database, upstream, clock } = stack;
  const logger = createLogger({ level: 'silent' });
  const app = await buildApp({
    database,
    upstream,
    clock,
    logger,
    config: { publicOrigin: 'http://localhost:3000' },
  });
  expect(() => app.get('/api/back-door', async () => ({}))).toThrow(/does not say what it is/);
  await app.close();
  for (const name of endpointNames) {
    const { roles } = endpoints[name];
    expect(roles === 'public' || roles === 'self' || roles.length > 0).toBe(true);
  }
});

/** Ends the caller's session, so it must not run before the others. */
const ENDING: readonly EndpointName[] = ['session.signOut', 'session.signIn', 'session.firstAdmin'];

test.each(endpointNames.filter((name) => !ENDING.includes(name)).map((name) => [name]))(
  'R38 %s answers each role as the matrix says',
  async (name) => {
    const row: Endpoint = endpoints[name];
    for (const column of COLUMNS) {
      const expected = cellOf(name, column);
      const before = stack.upstream.requests.length;
      const answer = await sendSample(browsers.get(column)!, name);
      const status = answer.status;
      const seen = status === 401 || status === 403 ? status : 'yes';
      expect([column, seen]).toEqual([column, expected]);
      expect(status).toBeLessThan(500);
      if (row.answeredBy === 'upstream') {
        expect(stack.upstream.requests.length - before).toBe(expected === 'yes' ? 1 : 0);
        if (expected === 'yes') expect(status).toBeLessThan(300);
      }
    }
  },
);

test('R40 everybody’s requests carry their own company, whatever id is asked for', async () => {
  stack.upstream.requests.length = 0;
  const people: Who[] = ['dispatcher', 'stranger'];
  for (const who of people) {
    const browser = await stack.signIn(who);
    await browser.get('/api/jobs/7');
    await browser.post('/api/jobs/7/hold', { expected: [], reasonId: 1 });
  }
  const tenants = stack.upstream.requests.map((request) => request.actor.tenantId);
  expect(tenants).toEqual([1, 1, 2, 2]);
});

test('R40 people of another company are not found, and cannot be told from people who do not exist', async () => {
  const stranger = await stack.signIn('stranger');
  const change = { version: 1, changes: { name: 'Taken over' } };
  const answers = [];
  for (const id of [stack.people.csr.id, 999_999]) {
    const answer = await stranger.patch(`/api/users/${id}`, change);
    const { requestId: _, ...body } = (await answer.json()) as { requestId: string };
    answers.push([answer.status, body]);
  }
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]?.[0]).toBe(404);
  const list = (await (await stranger.get('/api/users')).json()) as { items: { email: string }[] };
  expect(list.items.map(({ email }) => email)).toEqual(['stranger@b.test']);
  const [row] = await stack.database.transaction({ tenantId: 'system' }, (tx) =>
    tx.query('select name from office.users where id = $1', [stack.people.csr.id]),
  );
  expect(row).toEqual({ name: 'csr person' });
});
