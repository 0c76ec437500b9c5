import { describe, expect, it } from 'vitest';
import { dayIn, idsIn, parseSearch, stringifySearch, wordsIn } from './search-params.ts';

describe('the page’s state in its URL', () => {
  it('is written to be read: lists with commas, no quotes, nothing for what is not set', () => {
    const search = { day: '2026-11-21', tz: 'America/New_York', bu: [1, 2], q: '', skill: undefined };
    expect(stringifySearch(search)).toBe('?day=2026-11-21&tz=America/New_York&bu=1,2');
    expect(stringifySearch({})).toBe('');
  });
  it('comes back as it was written, whatever was typed', () => {
    const q = '5 & 6 = "ü", a+b #1';
    expect(parseSearch(stringifySearch({ q }))).toEqual({ q });
  });
  it('leaves out what is broken instead of failing', () => {
    expect(idsIn('1,x,0,-4,3')).toEqual([1, 3]);
    expect(idsIn(undefined)).toBeUndefined();
    expect(dayIn('2026-02-30')).toBeUndefined();
    expect(wordsIn('Hold,Nonsense', ['Hold', 'Done'] as const)).toEqual(['Hold']);
  });
  it('takes typed values of a link as well as text of the address', () => {
    expect(idsIn([3, 4])).toEqual([3, 4]);
    expect(idsIn(7)).toEqual([7]);
  });
});
