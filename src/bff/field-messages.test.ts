import { expect, test } from 'vitest';
import type { Endpoint } from '#contract/endpoint.ts';
import { endpoints } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import { validate } from './validate.ts';

function fieldsOf(row: Endpoint, body: unknown) {
  try {
    validate(row, {}, '', body);
  } catch (error) {
    if (error instanceof ProblemError) return error.fields;
    throw error;
  }
  return [];
}

test('a wrong field is told by its code, without a library’s English; a rule of the contract keeps its phrase', () => {
  const body = { name: '   ', type: 'Castle', extra: 1, locations: [{ street: 7 }], contacts: [] };
  const fields = fieldsOf(endpoints['customers.create'], body);
  expect(fields).toContainEqual({ path: 'name', code: 'custom', message: 'is missing' });
  expect(fields).toContainEqual({ path: 'extra', code: 'unrecognized_keys', message: '' });
  expect(fields).toContainEqual({ path: 'type', code: 'invalid_value', message: '' });
  expect(fields.filter(({ code, message }) => code !== 'custom' && message !== '')).toEqual([]);
});
