import { describe, expect, test } from 'vitest';
import { flawOf } from './password-rules.ts';

const context = ['dana@acme.test', 'Dana Whitfield', 'Acme Heating'];

describe('choosing a password', () => {
  test.each([
    ['three gray otters knit'],
    ['open-the-board'],
    ['xxxab9!cd8?ef7#'],
    ['ends with a space '],
    ['nul\0inside is fine'],
    ['🦦🦦🛶🌊⛵🚤🏞️🪵🍃🐟🪨🌧️'],
    ['a1'.repeat(2) + 'correct battery staple lamp'.repeat(2)],
    ['heron'.repeat(2) + ' counts the mossy stones of Ohio '.repeat(3)],
  ])('R24 %j is accepted: any characters, no composition rules', (password) => {
    expect(flawOf(password, context)).toBeNull();
  });

  test.each([
    ['short one', 'too_short'],
    ['🦦🦦🦦🦦🦦🦦🦦🦦🦦🦦🦦', 'too_short'],
    ['long'.repeat(100), 'too_long'],
    ['password1234', 'too_common'],
    ['P@ssw0rd-2026!', 'too_common'],
    ['Welcome123456', 'too_common'],
    ['qwertyuiop[]', 'too_common'],
    ['123456789012', 'too_common'],
    ['aaaaaaaaaaaa', 'too_common'],
    ['testtesttest', 'too_common'],
    ['mnbvcxzlkjhg', 'too_common'],
    ['Acme Heating 2026', 'too_obvious'],
    ['danawhitfield1', 'too_obvious'],
    ['truckroll-truckroll', 'too_common'],
    ['!!!!!!!!!!!!', 'too_common'],
  ] as const)('R24 %j is refused: %s', (password, flaw) => {
    expect(flawOf(password, context)).toBe(flaw);
  });
});
