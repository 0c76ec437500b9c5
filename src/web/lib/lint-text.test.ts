import { expect, test } from 'vitest';
import { LINT_CODES } from '#domain/capacity/lint-facts.ts';
import { LINT_KINDS, lintText } from './lint-text.ts';

test('every finding has a sentence of its own and a place among the lists', () => {
  const sentences = LINT_CODES.map((code) => lintText(code, ['one thing', 'another']));
  expect(new Set(sentences).size).toBe(LINT_CODES.length);
  for (const [at, code] of LINT_CODES.entries()) {
    expect(sentences[at]).toMatch(/^[A-Z“].*[.?]$/);
    expect(LINT_KINDS.filter(([kind]) => code.startsWith(`${kind}.`))).toHaveLength(1);
  }
});
