import { describe, expect, test } from 'vitest';
import {
  HELD_FOR_S,
  HERE_FOR_S,
  heard,
  looksSame,
  MOST_PAGES,
  type Presence,
  stillHere,
} from './presence.ts';
import { day } from './time.ts';

const SAT = day('2026-11-21');
const said = (page: string, changes: Partial<Presence> = {}): Presence => ({
  userId: page.startsWith('bob') ? 2 : 1,
  name: page.startsWith('bob') ? 'Bob' : 'Ana',
  page,
  day: SAT,
  hand: null,
  atMs: 1000,
  ...changes,
});
const told = (...all: Presence[]) => all.reduce<readonly Presence[]>(heard, []);
const pages = (all: readonly Presence[]) =>
  all.map(({ page, hand }) => `${page}${hand ? ` holds ${hand}` : ''}`);

describe('who looks at a day', () => {
  test('a page stands once, as it last spoke', () => {
    const all = told(said('ana-1'), said('bob-1'), said('ana-1', { day: day('2026-11-22') }));
    expect(all.map(({ page, day: shown }) => [page, shown])).toEqual([
      ['bob-1', SAT],
      ['ana-1', '2026-11-22'],
    ]);
  });

  test('a page that leaves the board is gone at once', () => {
    expect(pages(told(said('ana-1'), said('bob-1'), said('ana-1', { day: null })))).toEqual(['bob-1']);
  });

  test('a page that says nothing any more is gone after three quarters of a minute', () => {
    const all = told(said('ana-1'));
    expect(stillHere(all, 1000 + HERE_FOR_S * 1000 - 1)).toBe(all);
    expect(stillHere(all, 1000 + HERE_FOR_S * 1000)).toEqual([]);
  });

  test('somebody with more pages than anybody needs loses the one unheard for longest', () => {
    const many = Array.from({ length: MOST_PAGES + 1 }, (_, at) => said(`ana-${at}`, { atMs: 1000 + at }));
    const all = told(said('bob-1'), ...many);
    expect(pages(all)).toHaveLength(MOST_PAGES + 1);
    expect(pages(all)).not.toContain('ana-0');
    expect(pages(all)).toContain('bob-1');
  });
});

describe('what is in hand', () => {
  test('of two who lift the same visit the first has it, the other has not', () => {
    expect(pages(told(said('ana-1', { hand: 7 }), said('bob-1', { hand: 7 })))).toEqual([
      'ana-1 holds 7',
      'bob-1',
    ]);
  });

  test('nor has one’s own other page', () => {
    expect(pages(told(said('ana-1', { hand: 7 }), said('ana-2', { hand: 7 })))).toEqual([
      'ana-1 holds 7',
      'ana-2',
    ]);
  });

  test('once it is put down the other may lift it', () => {
    const all = told(said('ana-1', { hand: 7 }), said('ana-1'), said('bob-1', { hand: 7 }));
    expect(pages(all)).toEqual(['ana-1', 'bob-1 holds 7']);
  });

  test('a hand nobody has heard of for half a minute lets go; its page is still here', () => {
    const all = told(said('ana-1', { hand: 7 }));
    const later = 1000 + HELD_FOR_S * 1000;
    expect(pages(stillHere(all, later - 1))).toEqual(['ana-1 holds 7']);
    expect(pages(stillHere(all, later))).toEqual(['ana-1']);
    expect(pages(heard(all, said('bob-1', { hand: 7, atMs: later })))).toEqual(['ana-1', 'bob-1 holds 7']);
  });

  test('saying it again holds on', () => {
    const all = told(said('ana-1', { hand: 7 }), said('ana-1', { hand: 7, atMs: 20_000 }));
    expect(pages(stillHere(all, 1000 + HELD_FOR_S * 1000))).toEqual(['ana-1 holds 7']);
  });
});

test('a word that changes nothing for others is no news', () => {
  const before = told(said('ana-1'), said('bob-1', { hand: 7 }));
  expect(looksSame(before, heard(before, said('ana-1', { atMs: 2000 })))).toBe(true);
  expect(looksSame(before, heard(before, said('bob-1', { atMs: 2000 })))).toBe(false);
  expect(looksSame(before, heard(before, said('ana-2')))).toBe(false);
  expect(looksSame(before, heard(before, said('ana-1', { day: null })))).toBe(false);
  expect(looksSame(before, heard(before, said('ana-1', { day: day('2026-11-22') })))).toBe(false);
});
