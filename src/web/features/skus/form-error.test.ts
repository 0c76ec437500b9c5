import { expect, test } from 'vitest';
import { wrongOf } from './form-error.ts';

const custom = (message: string) => ({ type: 'custom', message });

test.each([
  ['code', custom('is missing'), 'What is it called by? Such as FLT-1625.'],
  ['cost', { type: 'invalid_type' }, 'An amount of up to four decimal places, such as 84.10 or 0.8725.'],
  ['most', custom('is less than the least'), 'This is less than the least.'],
  ['inventoryLocationId', { type: 'too_small' }, 'Choose a place.'],
  ['code', { type: 'server', message: 'Another SKU has it.' }, 'Another SKU has it.'],
])('of %s it is said what to type there, or what is wrong', (name, error, sentence) => {
  expect(wrongOf({ [name]: error }, name)).toBe(sentence);
});

test('of a list of serial numbers the first that is wrong is told', () => {
  const serials = [undefined, { type: 'too_big', message: 'expected string to have <=60 characters' }];
  expect(wrongOf({ serials }, 'serials')).toBe('This is too long: at most 60 characters.');
});
