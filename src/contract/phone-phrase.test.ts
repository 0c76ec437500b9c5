import { expect, test } from 'vitest';
import { newContact, newCustomer, updateContact } from './customer.ts';

const said = (answer: {
  error?: { issues: readonly { message: string; path: PropertyKey[] }[] } | undefined;
}) => answer.error?.issues.map(({ message, path }) => `${path.join('.')} ${message}`) ?? [];

test.each([
  ['Maria', 'value is not a phone number: there are no digits in it'],
  ['61755', 'value is not a whole phone number: at least 2 digits are missing'],
  ['617555', 'value is not a whole phone number: at least 1 digit is missing'],
  ['617 555 0142 617 555 0199', 'value is longer than a phone number: it has 20 digits, 15 are the most'],
  [
    'call after 6: 617 555 0142',
    'value is not a phone number: only digits, spaces, + ( ) - . / and an extension such as “x12” may be in it',
  ],
])('a contact’s number %s is refused and says why', (value, sentence) => {
  expect(said(newContact.safeParse({ kind: 'Mobile', value }))).toEqual([sentence]);
  expect(said(newContact.safeParse({ kind: 'Email', value }))).toEqual([]);
  expect(said(newCustomer.safeParse({ name: 'Jo', contacts: [{ kind: 'Phone', value }] }))).toEqual([
    `contacts.0.${sentence}`,
  ]);
});

test('changing a contact without its kind leaves the question to the server, which knows it', () => {
  expect(said(updateContact.safeParse({ changes: { value: 'maria@acme.test' } }))).toEqual([]);
});
