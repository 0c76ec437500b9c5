import { expect, test } from 'vitest';
import { ProblemError } from '#contract/problem.ts';
import { hashPassword, isOutdated, passwordFits } from './password-hash.ts';

test('R20 beyond four at work and sixty in line, whoever signs in is asked to come back', {
  timeout: 120_000,
}, async () => {
  const all = await Promise.allSettled(
    Array.from({ length: 70 }, () => hashPassword('three gray otters knit')),
  );
  const refused = all.filter((one) => one.status === 'rejected');
  expect(refused).toHaveLength(6);
  expect(refused[0]?.reason).toEqual(new ProblemError('sign_in.too_many', { retryAfterSeconds: 2 }));
  expect(isOutdated(await hashPassword('and afterwards there is room again'))).toBe(false);
});

test('R24 every character counts: spaces at the end, NUL and what follows it, the thousandth', async () => {
  for (const password of [
    'three gray otters knit ',
    'nul\0inside is fine',
    '🦦'.repeat(200),
    'x'.repeat(1024),
  ]) {
    const phc = await hashPassword(password);
    expect(await passwordFits(phc, password)).toBe(true);
    expect(await passwordFits(phc, password.slice(0, -1))).toBe(false);
    expect(await passwordFits(phc, `${password} `)).toBe(false);
  }
});
