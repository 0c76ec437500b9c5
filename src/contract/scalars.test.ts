import { expect, test } from 'vitest';
import { currency, text, timeZone } from './scalars.ts';

test('a name keeps no mark that turns the direction of what stands around it', () => {
  expect(text(80).parse('  Ana \u202egnp.exe\u2069 ')).toBe('Ana gnp.exe');
  expect(text(80).parse('שלום')).toBe('שלום');
});

test('a zone is kept as it is written everywhere, in whatever case it comes; an older name stays', () => {
  expect(timeZone.parse('america/new_york')).toBe('America/New_York');
  expect(timeZone.parse('US/Eastern')).toBe('US/Eastern');
  expect(timeZone.safeParse('Mars/Base').success).toBe(false);
});

test('three letters that are no currency are refused', () => {
  expect(currency.safeParse('USD').success).toBe(true);
  expect([currency.safeParse('QQQ').success, currency.safeParse('usd').success]).toEqual([false, false]);
});
