import { expect, test } from 'vitest';
import { proposedJobType } from './booking-words.ts';

const type = (id: number, name: string, keywords: string, active = true) => ({ id, name, keywords, active });
const TYPES = [
  type(1, 'No cool', 'not cooling, warm air, ac out, air conditioner'),
  type(2, 'No heat', 'not heating, cold house, furnace out'),
  type(3, 'Leak repair', 'leak, drip, burst pipe'),
  type(4, 'Water heater', 'no hot water, water heater leaking'),
  type(5, 'Old tune-up', 'maintenance', false),
];

test.each([
  ['no cool', 'No cool'],
  ['NO COOL, outdoor unit hums since this morning', 'No cool'],
  ['the AC is out', 'No cool'],
  ['it isn’t cooling, warm air only', 'No cool'],
  ['house is cold, furnace went out', 'No heat'],
  ['kitchen sink drips', 'Leak repair'],
  ['leaking under the sink', 'Leak repair'],
  ['there is no hot water', 'Water heater'],
  ['water heater leaks', 'Water heater'],
  ['the heater for water', 'Water heater'],
])('“%s” is %s', (text, name) => {
  expect(proposedJobType(text, TYPES)?.name).toBe(name);
});

test.each(['', 'hello, this is Maria', 'no', 'maintenance', 'gas'])('“%s” proposes nothing', (text) => {
  expect(proposedJobType(text, TYPES)).toBeNull();
});

test('of two things said with equal weight the first is the job', () => {
  expect(proposedJobType('no heat and also no cool', TYPES)?.name).toBe('No heat');
});
