import { expect, test } from 'vitest';
import { checkStorable } from './storable-text.ts';

const refused = (value: unknown) => {
  try {
    checkStorable(value);
    return [];
  } catch (error) {
    return (error as { fields: { path: string }[] }).fields.map(({ path }) => path);
  }
};

test('emoji, accents and every other whole character may be kept', () => {
  expect(refused({ name: 'Žofie 🛠️ 𝕏', list: ['é', 1, null] })).toEqual([]);
});

test('half an emoji and a NUL are refused, each with the field it stands in', () => {
  expect(refused({ name: '\ud83d', location: { street: 'a\u0000b' }, list: ['fine', '\udee0'] })).toEqual([
    'name',
    'location.street',
    'list.1',
  ]);
  expect(refused({ customFields: { 'x\ud83d': '1' } })).toEqual(['customFields']);
});

test('what is not kept as it is may hold anything: a password', () => {
  const body = { changes: { password: 'a\u0000b', name: 'a\u0000b', search: { password: '\ud83d' } } };
  expect(() => checkStorable(body, ['password', 'changes.password'])).toThrow(
    expect.objectContaining({
      fields: [
        { path: 'changes.name', code: 'not_storable', message: '' },
        { path: 'changes.search.password', code: 'not_storable', message: '' },
      ],
    }),
  );
});
