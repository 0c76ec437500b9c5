import { expect, test } from 'vitest';
import { isMailAddress } from './mail-address.ts';

test.each(['maria@customer.test', 'o’hara+home@b.test', 'jörg@bücher.test', "d'arc@b.test"])(
  '%s is an address',
  (text) => expect(isMailAddress(text)).toBe(true),
);

test.each([
  '',
  'maria',
  '@b.test',
  'a@b@c.test',
  'a@b.test,spy@evil.test',
  'a@b.test spy@evil.test',
  'Maria <a@b.test>',
  'office:a@b.test;',
  'a@b.test\r\nBcc: spy@evil.test',
  'a\u0001@b.test',
  'a@b\u0000.test',
  'a\u200b@b.test',
  '\u202ea@b.test',
  '\ud800@b.test',
])('%j is none, or more than one', (text) => expect(isMailAddress(text)).toBe(false));
