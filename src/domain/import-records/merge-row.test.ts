import { expect, test } from 'vitest';
import { mergeRow } from './merge-row.ts';

const last = { name: 'Maria Lopez', memo: 'Gate 4' };

test('a field that only the file has changed follows the file', () => {
  const merged = mergeRow({ name: 'Maria Lopez-Reed', memo: 'Gate 4' }, last, last);
  expect(merged).toMatchObject({ changes: { name: 'Maria Lopez-Reed' }, conflicts: [] });
  expect(merged.base).toEqual({ name: 'Maria Lopez-Reed', memo: 'Gate 4' });
});

test('a field that was edited here and is the same in the file stays as it was edited', () => {
  expect(mergeRow(last, last, { ...last, memo: 'Gate 5' })).toMatchObject({ changes: {}, conflicts: [] });
});

test('a field that both have changed stays as it is here and is told', () => {
  expect(mergeRow({ memo: 'Gate 6' }, last, { ...last, memo: 'Gate 5' })).toMatchObject({
    changes: {},
    conflicts: ['memo'],
    base: last,
  });
});

test('both have changed it to the same: nothing to do and nothing to tell', () => {
  expect(mergeRow({ memo: 'Gate 5' }, last, { ...last, memo: 'Gate 5' })).toMatchObject({
    changes: {},
    conflicts: [],
  });
});

test('columns that are not mapped, and blank cells, leave the record alone', () => {
  expect(mergeRow({}, last, { ...last, memo: 'Gate 5' })).toEqual({ changes: {}, conflicts: [], base: last });
});

test('of a record no import has written, blank fields are filled and others are told', () => {
  const here = { name: 'Maria', memo: '', tagIds: [] };
  expect(mergeRow({ name: 'Mary', memo: 'Gate', tagIds: [3] }, null, here)).toMatchObject({
    changes: { memo: 'Gate', tagIds: [3] },
    conflicts: ['name'],
  });
});

test('an address is taken over whole or not at all', () => {
  const was = { street: '1 Elm St', zip: '02169' };
  const here = { street: '1 Elm Street', zip: '02169' };
  expect(mergeRow({ street: '9 Oak St', zip: '02171' }, was, here)).toMatchObject({
    changes: {},
    conflicts: ['street'],
  });
});
