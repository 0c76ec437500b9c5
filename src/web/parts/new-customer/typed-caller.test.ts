import { expect, it } from 'vitest';
import { offerText, typedCaller } from './typed-caller.ts';

const none = { name: '', phone: '', email: '', street: '' };

it.each([
  ['maria lopez', { name: 'Maria Lopez' }],
  ['Anna de Vries', { name: 'Anna de Vries' }],
  ['617 555 0142 lop', { name: 'Lop', phone: '617 555 0142' }],
  ['(617) 555-0142', { phone: '(617) 555-0142' }],
  ['lopez +1 617.555.0142', { name: 'Lopez', phone: '+1 617.555.0142' }],
  ['maria@example.com', { email: 'maria@example.com' }],
  ['Maria Lopez maria@example.com', { name: 'Maria Lopez', email: 'maria@example.com' }],
  ['12 main st', { street: '12 Main St' }],
  ['4B hill street', { street: '4B hill street' }],
  ['617', {}],
  ['', {}],
])('“%s” is sorted into the new customer’s fields', (typed, wanted) => {
  expect(typedCaller(typed)).toMatchObject({ ...none, ...wanted });
});

it('a house number of seven digits and no street is a phone number', () => {
  expect(typedCaller('6175550142')).toEqual({ ...none, phone: '6175550142' });
});

it('the offer repeats what was understood', () => {
  expect(offerText(typedCaller('lop 617 555 0142'), (phone) => `<${phone}>`)).toBe('“Lop”, <617 555 0142>');
  expect(offerText(typedCaller('a@b.test'), String)).toBe('a@b.test');
});
