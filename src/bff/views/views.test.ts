import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SavedView } from '#contract/saved-view.ts';
import type { Browser } from '#testing/browser.ts';
import { type Stack, startStack } from '#testing/stack.ts';

let stack: Stack;
let ann: Browser;
let bob: Browser;
beforeAll(async () => {
  stack = await startStack();
  [ann, bob] = [await stack.signIn('csr'), await stack.signIn('dispatcher')];
});
afterAll(() => stack.close());

let keys = 0;
const save = async (who: Browser, name: string, more: object = {}) => {
  const answer = await who.post(
    '/api/views',
    { page: 'jobs', name, search: { status: 'Hold', sort: '-when' }, ...more },
    { headers: { 'idempotency-key': `view-${++keys}` } },
  );
  return { status: answer.status, view: (await answer.json()) as SavedView };
};
const seen = async (who: Browser, page = 'jobs') => {
  const { items } = (await (await who.get(`/api/views?page=${page}`)).json()) as { items: SavedView[] };
  return items.map(({ name, isDefault }) => (isDefault ? `${name} *` : name));
};
const remove = (who: Browser, { id }: SavedView) =>
  who.fetch(`/api/views/${id}`, {
    method: 'DELETE',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
const change = (who: Browser, { id, version }: SavedView, changes: object) =>
  who.patch(`/api/views/${id}`, { version, changes });

test('a view is its owner’s until it is shared, then everybody’s to use', async () => {
  const { view } = await save(ann, 'On hold');
  expect([await seen(ann), await seen(bob)]).toEqual([['On hold'], []]);
  expect((await change(bob, view, { isDefault: true })).status).toBe(404);
  expect((await change(ann, view, { shared: true })).status).toBe(200);
  expect(await seen(bob)).toEqual(['On hold']);
  expect(await seen(ann, 'appointments')).toEqual([]);
});

test('only its owner changes or deletes it; anybody may open the list with it', async () => {
  const { view } = await save(ann, 'Shared', { shared: true });
  expect((await change(bob, view, { name: 'Bob was here' })).status).toBe(403);
  expect((await remove(bob, view)).status).toBe(403);
  expect((await change(bob, view, { isDefault: true })).status).toBe(200);
  expect(await seen(bob)).toContain('Shared *');
  expect(await seen(ann)).toContain('Shared');
  expect((await remove(ann, view)).status).toBe(204);
  expect(await seen(bob)).not.toContain('Shared *');
});

test('a list opens with one view: choosing another takes the first one’s place', async () => {
  const [first, second] = [(await save(ann, 'First')).view, (await save(ann, 'Second')).view];
  await change(ann, first, { isDefault: true });
  await change(ann, second, { isDefault: true });
  expect((await seen(ann)).filter((name) => name.endsWith('*'))).toEqual(['Second *']);
  await change(ann, second, { isDefault: false });
  expect((await seen(ann)).filter((name) => name.endsWith('*'))).toEqual([]);
});

test('a person keeps fifty views of a list; the next is told so, other lists and people are not held up', async () => {
  const dan = await stack.signIn('accounting');
  for (let at = 1; at <= 50; at++) expect((await save(dan, `View ${at}`)).status).toBe(201);
  const { status, view } = await save(dan, 'One more');
  expect([status, view]).toMatchObject([409, { code: 'view.too_many', params: { most: 50 } }]);
  expect((await save(dan, 'Of visits', { page: 'appointments' })).status).toBe(201);
  expect((await save(bob, 'One more')).status).toBe(201);
});

test('a name is given once per person and list; what changed meanwhile is told, not overwritten', async () => {
  const { view } = await save(ann, 'Mine');
  expect((await save(ann, 'Mine')).status).toBe(409);
  expect((await save(bob, 'Mine')).status).toBe(201);
  expect((await change(ann, view, { search: { q: 'a' } })).status).toBe(200);
  const stale = await change(ann, view, { search: { q: 'b' } });
  expect([stale.status, ((await stale.json()) as { code: string }).code]).toEqual([412, 'request.stale']);
});

test('what no database can hold is refused with its field, and so are more filters than any list has', async () => {
  const half = await save(ann, 'Half', { search: { q: 'half \ud83d' } });
  expect([half.status, half.view]).toMatchObject([
    400,
    { fields: [{ path: 'search.q', code: 'not_storable' }] },
  ]);
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP';
  const search = Object.fromEntries([...letters].map((letter) => [letter, 'x']));
  const many = await save(ann, 'Many', { search });
  expect([many.status, many.view]).toMatchObject([400, { fields: [{ path: 'search' }] }]);
});
