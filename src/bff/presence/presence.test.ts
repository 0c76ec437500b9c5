import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PresentPages } from '#contract/presence.ts';
import { HELD_FOR_S, HERE_FOR_S } from '#domain/presence.ts';
import type { Browser } from '#testing/browser.ts';
import { eachEngine } from '#testing/databases.ts';
import { openStream } from '#testing/event-stream.ts';
import type { FixedClock } from '#testing/fixed-clock.ts';
import { type Stack, startStack } from '#testing/stack.ts';

async function say(browser: Browser, query: string): Promise<readonly string[]> {
  const answer = await browser.get(`/api/presence?${query}`, { headers: { 'x-background': '1' } });
  expect(answer.status).toBe(200);
  return shown((await answer.json()) as PresentPages);
}
const shown = ({ pages }: PresentPages) =>
  pages.map(({ page, day, hand }) => `${page} ${day}${hand ? ` holds ${hand}` : ''}`).sort();
const lastOf = (text: string) => {
  const [, data] = [...text.matchAll(/event: presence\ndata: (.*)\n/g)].at(-1) ?? [];
  return data ? shown(JSON.parse(data) as PresentPages) : null;
};

eachEngine('who looks at the board', (database) => {
  let stack: Stack & { clock: FixedClock };
  let [ann, bob, stranger]: Browser[] = [];
  beforeEach(async () => {
    stack = await startStack({ database: database() });
    [ann, bob, stranger] = [
      await stack.signIn('dispatcher'),
      await stack.signIn('csr'),
      await stack.signIn('stranger'),
    ];
  });
  afterEach(() => stack.close());

  test('a colleague who opens, turns over or leaves the board is seen on the others’ streams', async () => {
    const stream = await openStream(bob!);
    await say(ann!, 'page=desk-1&day=2026-11-21');
    await expect.poll(() => lastOf(stream.text())).toEqual(['desk-1 2026-11-21']);
    await say(ann!, 'page=desk-1&day=2026-11-22');
    await expect.poll(() => lastOf(stream.text())).toEqual(['desk-1 2026-11-22']);
    await say(ann!, 'page=desk-1');
    await expect.poll(() => lastOf(stream.text())).toEqual([]);
    stream.cut();
  });

  test('a stream begins with who is there already', async () => {
    await say(ann!, 'page=desk-1&day=2026-11-21');
    const stream = await openStream(bob!);
    await expect.poll(() => lastOf(stream.text())).toEqual(['desk-1 2026-11-21']);
    stream.cut();
  });

  test('of two who lift the same visit one is told that it has it, the other that it has not', async () => {
    expect(await say(ann!, 'page=desk-1&day=2026-11-21&hand=7')).toEqual(['desk-1 2026-11-21 holds 7']);
    expect(await say(bob!, 'page=desk-2&day=2026-11-21&hand=7')).toEqual([
      'desk-1 2026-11-21 holds 7',
      'desk-2 2026-11-21',
    ]);
    await say(ann!, 'page=desk-1&day=2026-11-21');
    expect(await say(bob!, 'page=desk-2&day=2026-11-21&hand=7')).toContain('desk-2 2026-11-21 holds 7');
  });

  test('who may move no visit is seen on the board, and keeps no visit from those who may', async () => {
    const accountant = await stack.signIn('accounting');
    expect(await say(accountant, 'page=desk-3&day=2026-11-21&hand=7')).toEqual(['desk-3 2026-11-21']);
    expect(await say(ann!, 'page=desk-1&day=2026-11-21&hand=7')).toContain('desk-1 2026-11-21 holds 7');
  });

  test('whose page has died lets go after half a minute and is gone after three quarters', async () => {
    await say(ann!, 'page=desk-1&day=2026-11-21&hand=7');
    stack.clock.advance(HELD_FOR_S * 1000);
    expect(await say(bob!, 'page=desk-2&day=2026-11-21&hand=7')).toContain('desk-2 2026-11-21 holds 7');
    stack.clock.advance((HERE_FOR_S - HELD_FOR_S) * 1000);
    expect(await say(bob!, 'page=desk-2&day=2026-11-21')).toEqual(['desk-2 2026-11-21']);
  });

  test('R40 another company sees nobody of this one, nor is held back by its hands', async () => {
    const stream = await openStream(stranger!);
    await say(ann!, 'page=desk-1&day=2026-11-21&hand=7');
    expect(await say(stranger!, 'page=desk-9&day=2026-11-21&hand=7')).toEqual(['desk-9 2026-11-21 holds 7']);
    await expect.poll(() => lastOf(stream.text())).toEqual(['desk-9 2026-11-21 holds 7']);
    expect(stream.text()).not.toContain('desk-1');
    stream.cut();
  });

  test('what is said in one process is heard in another', async () => {
    const other = await startStack({ database: database(), seed: false });
    try {
      const theirs = await other.signIn('csr');
      await say(ann!, 'page=desk-1&day=2026-11-21&hand=7');
      await expect
        .poll(() => say(theirs, 'page=desk-2&day=2026-11-21&hand=7'))
        .toEqual(['desk-1 2026-11-21 holds 7', 'desk-2 2026-11-21']);
    } finally {
      await other.close();
    }
  });

  test('a page without a name, with a wrong day or a wrong visit is refused', async () => {
    for (const query of ['day=2026-11-21', 'page=x', 'page=desk-1&day=tomorrow', 'page=desk-1&hand=-1']) {
      expect((await ann!.get(`/api/presence?${query}`)).status).toBe(400);
    }
  });
});
