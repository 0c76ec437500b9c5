import { expect, test } from 'vitest';
import { leaks } from './spellings.ts';

const SECRET = 'canary/one+two 77';

test('a secret is found however it was written down, and wherever in a longer text it begins', () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  for (const text of [
    SECRET,
    encodeURIComponent(SECRET),
    JSON.stringify({ a: SECRET }),
    Buffer.from(SECRET).toString('hex'),
    base64(`x${SECRET}`),
    base64(`xy${SECRET}y`),
    base64(`xyz${SECRET}`),
    Buffer.from(`url:${SECRET}`).toString('base64url'),
  ]) {
    expect(leaks(`before ${text} after`, [SECRET]), text).not.toEqual([]);
  }
  expect(leaks('canary/one', [SECRET])).toEqual([]);
  expect(() => leaks('', ['short'])).toThrow('too short');
});
