import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const source = join(import.meta.dirname, '..');
const rows = [
  ...readFileSync(join(import.meta.dirname, 'rules-covered.md'), 'utf8').matchAll(
    /^\| (\d+) \| (.+) \| `(.+)` "(.+)" \|$/gm,
  ),
].map(([, section, rule, file, words]) => ({ section, rule, file: file!, words: words! }));

test('the table has rules of every section it is about', () => {
  expect([...new Set(rows.map(({ section }) => section))]).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
    '7',
    '8',
    '9',
    '10',
  ]);
});

test.each(rows)('§$section $rule', ({ file, words }) => {
  const path = join(source, file);
  expect(existsSync(path) && readFileSync(path, 'utf8').includes(words), `${file} says “${words}”`).toBe(
    true,
  );
});
