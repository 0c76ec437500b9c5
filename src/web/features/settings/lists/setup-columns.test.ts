import { expect, test } from 'vitest';
import type { SetupRecord } from '#contract/setup-record.ts';
import { instant } from '#domain/time.ts';
import { nameOf } from './setup-columns.tsx';

const lists = { technician: [{ id: 3, name: 'Ana Ruiz', active: true }] };
const record = (values: SetupRecord['values']): SetupRecord => ({
  id: 1,
  version: 1,
  active: true,
  modifiedOn: instant('2026-11-22T00:00:00.000Z'),
  values,
});

test('a shift is told with whose it is: many are called Early', () => {
  const named = (name: string) => nameOf('shiftPattern', record({ name, technicianId: 3 }), lists);
  expect([named('Early'), named('')]).toEqual(['Early · Ana Ruiz', 'Ana Ruiz']);
  expect(nameOf('skill', record({ name: 'Gas' }), lists)).toBe('Gas');
});
