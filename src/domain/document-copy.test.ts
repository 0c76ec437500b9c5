import { expect, test } from 'vitest';
import { addressCopy } from './document-copy.ts';

test('a document’s address has the lengths of §1; what is longer is cut by characters, never through one', () => {
  const long = (n: number) => '🏠'.repeat(n);
  const copy = addressCopy(long(120), {
    street: long(130),
    unit: long(130),
    city: long(60),
    state: long(40),
    zip: long(20),
    country: 'US',
  });
  expect(Object.values(copy).map((text) => [...text].length)).toEqual([100, 128, 128, 30, 25, 10, 2]);
  expect(addressCopy('Maria Lopez', null)).toEqual({
    name: 'Maria Lopez',
    street: '',
    unit: '',
    city: '',
    state: '',
    zip: '',
    country: '',
  });
});
