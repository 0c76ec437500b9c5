import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CurrentUser, User } from '#contract/session.ts';
import type { Browser } from '#testing/browser.ts';
import { eachEngine } from '#testing/databases.ts';
import { type Stack, startStack } from '#testing/stack.ts';

eachEngine('rights of one person (domain-rules §9)', (database) => {
  let stack: Stack;
  let admin: Browser;
  beforeEach(async () => {
    stack = await startStack({ database: database() });
    admin = await stack.signIn('admin');
  });
  afterEach(() => stack.close());
  const change = (id: number, changes: object, version = 1) =>
    admin.patch(`/api/users/${id}`, { version, changes });
  const rightsOf = async (browser: Browser) =>
    ((await (await browser.get('/bff/user')).json()) as CurrentUser).rights;

  test('a CSR who is given the override right has it from the next sign-in on, and an admin sees it', async () => {
    const before = await stack.signIn('csr');
    expect(await rightsOf(before)).toEqual(['assignsWhileBooking']);
    const changed = await change(stack.people.csr.id, { rights: { overrideSchedule: true } });
    expect([changed.status, await changed.json()]).toMatchObject([
      200,
      { rights: { overrideSchedule: true } },
    ]);
    expect((await before.get('/bff/user')).status).toBe(401);
    expect(await rightsOf(await stack.signIn('csr'))).toEqual(['overrideSchedule', 'assignsWhileBooking']);
    const { items } = (await (await admin.get('/api/users')).json()) as { items: User[] };
    expect(items.find(({ id }) => id === stack.people.csr.id)?.rights).toEqual({ overrideSchedule: true });
  });

  test('a dispatcher can lose the override right, and gets it back with the role’s answer', async () => {
    await change(stack.people.dispatcher.id, { rights: { overrideSchedule: false } });
    expect(await rightsOf(await stack.signIn('dispatcher'))).not.toContain('overrideSchedule');
    await change(stack.people.dispatcher.id, { rights: {} }, 2);
    expect(await rightsOf(await stack.signIn('dispatcher'))).toContain('overrideSchedule');
  });

  test('who is made with a right has it; a right that is only a role’s cannot be given', async () => {
    const create = (key: string, rights: object) =>
      admin.post(
        '/api/users',
        { name: 'Kim', email: 'kim@a.test', roles: ['csr'], password: 'quiet rivers run uphill', rights },
        { headers: { 'idempotency-key': key } },
      );
    expect((await create('k1', { assignsWhileBooking: true })).status).toBe(400);
    expect(await (await create('k2', { doNotServiceOverride: true })).json()).toMatchObject({
      rights: { doNotServiceOverride: true },
    });
  });

  test('R44 an admin without the override right does not give it back to themselves', async () => {
    expect((await change(stack.people.admin.id, { rights: { overrideSchedule: false } })).status).toBe(200);
    admin = await stack.signIn('admin');
    expect((await change(stack.people.admin.id, { rights: {} }, 2)).status).toBe(403);
  });

  test('how much one person may order is set by an admin, who raises it for nobody less than for themselves', async () => {
    const { purchasing, admin: own } = stack.people;
    const buyer = await stack.signIn('purchasing');
    const changed = await change(purchasing.id, { orderLimitCents: 250_000 });
    expect([changed.status, await changed.json()]).toMatchObject([200, { orderLimitCents: 250_000 }]);
    // It is asked for with each order: nobody is signed out for it.
    expect((await buyer.get('/bff/user')).status).toBe(200);
    expect((await change(purchasing.id, { orderLimitCents: -1 }, 2)).status).toBe(400);
    expect((await change(purchasing.id, { orderLimitCents: null }, 2)).status).toBe(200);
    expect((await change(own.id, { orderLimitCents: 1 })).status).toBe(403);
  });
});
