import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** `R1–R9, R12` as single rows. */
const rows = (list: string): string[] =>
  list.split(', ').flatMap((part) => {
    const [first, last = first] = part.split('–') as [string, string?];
    const [from, to] = [Number(first.slice(1)), Number(last.slice(1))];
    return Array.from({ length: to - from + 1 }, (_, i) => `${first[0]}${from + i}`);
  });

/** Named by issue 2, part 5, and those of the servers an operator names (R31, R33, R36). */
const NAMED = rows(
  'R1–R9, R12–R26, R29–R31, R33–R34, R36, R38, R40–R42, R45–R47, R49–R56, R59–R62, F15–F16, F18–F23, F26–F29, F32–F33',
);
const table = new Map(
  [
    ...readFileSync(join(import.meta.dirname, 'security-rows.md'), 'utf8').matchAll(
      /^\| ([RF]\d+) \|.*\| (.*) \|$/gm,
    ),
  ].map(([, row, files]) => [row!, [...files!.matchAll(/`([^`]+)`/g)].map(([, file]) => file!)]),
);

test('every row that issue 2 names is in the table', () => {
  expect([...table.keys()]).toEqual(NAMED);
});

test.each([...table])('%s has a test of that name in each file the table gives', (row, files) => {
  expect(files.length).toBeGreaterThan(0);
  const inTitle = new RegExp(`['"\u0060][^'"\u0060]*\\b${row}\\b`);
  for (const file of files) expect(inTitle.test(readFileSync(join(root, file), 'utf8')), file).toBe(true);
});
