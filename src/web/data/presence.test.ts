// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SAYS_EVERY_S } from '#domain/presence.ts';
import { day } from '#domain/time.ts';
import { PAGE, tellPresence } from './presence.ts';

const SAT = day('2026-11-21');
let asked: string[];
let held: readonly { page: string; userId: number; name: string; day: string; hand: number | null }[];
beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  held = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const query = new URL(url, 'http://localhost').searchParams;
    expect(new Headers(init.headers).get('x-background')).toBe('1');
    asked.push(`${query.get('day')} ${query.get('hand')}`);
    const hand = query.get('hand');
    const isTaken = held.some((one) => String(one.hand) === hand);
    const mine = {
      page: PAGE,
      userId: 1,
      name: 'Ana',
      day: query.get('day'),
      hand: isTaken ? null : Number(hand) || null,
    };
    return Response.json({ pages: query.get('day') ? [...held, mine] : held });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const passing = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('a page says at once where it is, again before it would be forgotten, and that it leaves', async () => {
  const telling = tellPresence(SAT, () => {});
  await passing(0);
  expect(asked).toEqual([`${SAT} null`]);
  await passing(SAYS_EVERY_S * 1000);
  expect(asked.length).toBeGreaterThanOrEqual(2);
  telling.stop();
  await passing(1_000);
  expect(asked.at(-1)).toBe('null null');
  const { length } = asked;
  await passing(60_000);
  expect(asked).toHaveLength(length);
});

test('from one day to the next it does not leave in between', async () => {
  tellPresence(SAT, () => {}).stop();
  const telling = tellPresence(day('2026-11-22'), () => {});
  await passing(2_000);
  expect(asked.at(-1)).toBe('2026-11-22 null');
  expect(asked).not.toContain('null null');
  telling.stop();
  await passing(1_000);
});

test('what is lifted is said at once and once, and put down likewise', async () => {
  const telling = tellPresence(SAT, () => {});
  await passing(0);
  telling.hold(7);
  telling.hold(7);
  await passing(0);
  telling.hold(null);
  await passing(0);
  expect(asked).toEqual([`${SAT} null`, `${SAT} 7`, `${SAT} null`]);
  telling.stop();
  await passing(1_000);
});

test('who lifts what another has in hand is told who, and holds nothing', async () => {
  held = [{ page: 'their-page', userId: 2, name: 'Sam', day: SAT, hand: 7 }];
  const taken: string[] = [];
  const telling = tellPresence(SAT, (visit, by) => taken.push(`${visit} by ${by?.name}`));
  await passing(0);
  telling.hold(7);
  await passing(0);
  expect(taken).toEqual(['7 by Sam']);
  await passing(SAYS_EVERY_S * 1000);
  expect(asked.at(-1)).toBe(`${SAT} null`);
  telling.stop();
  await passing(1_000);
});

test('a server that is away is nobody’s trouble', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')));
  const telling = tellPresence(SAT, () => expect.unreachable());
  telling.hold(7);
  await passing(SAYS_EVERY_S * 1000);
  telling.stop();
  await passing(1_000);
});
