import { expect, test } from 'vitest';
import { contactPhoneFault, phoneFault } from './phone-number.ts';

test.each([
  '617 555 0142',
  '(617) 555-0142',
  '+1 617.555.0142',
  '555-0142',
  '617/555-0142',
  '617–555–0142',
  '+44 20 7946 0958',
  '123456789012345',
  '617-555-0142 x12',
  '617-555-0142, ext. 1204',
  '617 555 0142 Extension 7',
  '617 555 0142 #12',
  '6175550142x3',
  '\u202a+1 (617) 555‑0142\u202c',
  '617\u00a0555\u00a00142',
])('%s is a phone number', (text) => {
  expect(phoneFault(text)).toBeNull();
});

test.each([
  ['Maria', { code: 'no_digits' }],
  ['—', { code: 'no_digits' }],
  ['x12', { code: 'no_digits' }],
  ['555', { code: 'too_few', digits: 3 }],
  ['55-01-42', { code: 'too_few', digits: 6 }],
  ['555 x1234567', { code: 'too_few', digits: 3 }],
  ['1234567890123456', { code: 'too_many', digits: 16 }],
  ['617 555 0142 / 617 555 0199', { code: 'too_many', digits: 20 }],
  ['1-800-FLOWERS', { code: 'not_a_number' }],
  ['617 555 0142 evenings', { code: 'not_a_number' }],
  ['jo7@acme.test 617 555 0142', { code: 'not_a_number' }],
  ['617+5550142', { code: 'not_a_number' }],
  ['<b>617 555 0142</b>', { code: 'not_a_number' }],
])('%s is none: %o', (text, fault) => {
  expect(phoneFault(text)).toEqual(fault);
});

test('ten thousand characters are refused at once', () => {
  expect(phoneFault(`${'6 '.repeat(5000)}x`)).toEqual({ code: 'not_a_number' });
});

test('phones and mobiles are asked about, e-mails are not', () => {
  expect(contactPhoneFault({ kind: 'Phone', value: 'Maria' })).toEqual({ code: 'no_digits' });
  expect(contactPhoneFault({ kind: 'Mobile', value: '617' })).toEqual({ code: 'too_few', digits: 3 });
  expect(contactPhoneFault({ kind: 'Email', value: 'maria@acme.test' })).toBeNull();
});
