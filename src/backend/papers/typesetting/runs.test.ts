import { expect, test } from 'vitest';
import { levelsOf, runsOf } from './runs.ts';

/** From left to right; `<`: fontkit turns it round. */
const seen = (text: string) =>
  runsOf(text, levelsOf(text), 0, text.length).map((run) => `${run.rightToLeft ? '<' : '>'}${run.text}`);

test('text of one script is one piece', () => {
  expect(seen('Pump 3/4″')).toEqual(['>Pump 3/4″']);
  expect(seen('שלום עולם')).toEqual(['<שלום עולם']);
});

test('a Hebrew name in an English sentence stays where it stands', () => {
  expect(seen('for שלום עולם, soon')).toEqual(['>for ', '<שלום עולם', '>, soon']);
});

test('an English word in a Hebrew sentence stands left of what comes before it', () => {
  expect(seen('מסנן MERV חדש')).toEqual(['<חדש', '> ', '>MERV', '<מסנן ']);
});

test('numbers keep the order of their digits, brackets open to the right side', () => {
  expect(seen('שלום 2026')).toEqual(['>2026', '<שלום ']);
  expect(seen('(שלום)')[0]![1]).toBe('(');
  expect(seen('(שלום)').at(-1)!.slice(-1)).toBe(')');
});

test('Arabic digits are turned before fontkit turns them', () => {
  expect(seen('فهد ١٢٣')).toEqual(['<٣٢١', '<فهد ']);
});

test('Chinese takes a font of its own, the Latin letters beside it do not', () => {
  const runs = runsOf('水泵 pump', null, 0, 7);
  expect(runs.map(({ text }) => text)).toEqual(['水泵 ', 'pump']);
  expect(runs[0]!.face).not.toBe(runs[1]!.face);
});
