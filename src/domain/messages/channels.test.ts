import { expect, test } from 'vitest';
import { customerChannels, type ReachableContact, technicianChannels } from './channels.ts';

const contact = (id: number, changes: Partial<ReachableContact> = {}): ReachableContact => ({
  id,
  locationId: null,
  kind: 'Mobile',
  mayMessage: true,
  ...changes,
});

test('a mobile gets an SMS, an address an e-mail, a landline neither', () => {
  const all = [contact(1, { kind: 'Phone' }), contact(2), contact(3, { kind: 'Email' })];
  expect(customerChannels(all, 501)).toEqual([
    { channel: 'Sms', contactId: 2 },
    { channel: 'Email', contactId: 3 },
  ]);
});

test('a contact that does not want messages gets none, and the next one is asked', () => {
  expect(customerChannels([contact(1, { mayMessage: false })], 501)).toEqual([]);
  expect(customerChannels([contact(1, { mayMessage: false }), contact(2)], 501)).toEqual([
    { channel: 'Sms', contactId: 2 },
  ]);
});

test('the place’s own contact is written to before the customer’s, another place’s never', () => {
  const all = [contact(1), contact(2, { locationId: 502 }), contact(3, { locationId: 501 })];
  expect(customerChannels(all, 501)).toEqual([{ channel: 'Sms', contactId: 3 }]);
  expect(customerChannels(all.slice(1, 2), 501)).toEqual([]);
});

test('a technician is written to where there is an address and they have not declined', () => {
  const ana = { phone: '617 555 0101', email: 'ana@example.com', smsAllowed: true, emailAllowed: true };
  expect(technicianChannels(ana)).toEqual(['Sms', 'Email']);
  expect(technicianChannels({ ...ana, smsAllowed: false })).toEqual(['Email']);
  expect(technicianChannels({ ...ana, email: '' })).toEqual(['Sms']);
});
