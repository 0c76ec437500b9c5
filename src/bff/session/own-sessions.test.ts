import { afterAll, beforeAll, expect, test } from 'vitest';
import { currentUser } from '#contract/session.ts';
import { fakeUpstream } from '#testing/fake-upstream.ts';
import { type Stack, startStack } from '#testing/stack.ts';

const upstream = fakeUpstream();
let isReadable = true;
let stack: Stack;
beforeAll(async () => {
  const changes: typeof upstream.changes = (...asked) =>
    isReadable ? upstream.changes(...asked) : Promise.reject(new Error('No feed today'));
  stack = await startStack({ upstream: { ...upstream, changes } });
});
afterAll(() => stack.close());

test('a page is told where the feed stood before it reads anything, so that its stream begins there', async () => {
  const csr = await stack.signIn('csr');
  const me = async () => currentUser.parse(await (await csr.get('/bff/user')).json());
  const position = upstream.change(stack.people.csr.tenantId);
  expect((await me()).liveFrom).toBe(position);
  isReadable = false;
  expect(await me()).toMatchObject({ id: stack.people.csr.id });
  expect((await me()).liveFrom).toBeUndefined();
});
