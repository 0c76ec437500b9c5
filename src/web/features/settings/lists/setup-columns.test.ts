import { expect, test } from 'vitest';
import type { SetupRecord } from '#contract/setup-record.ts';
import { SETUP_KIND_NAMES } from '#domain/setup/kind-titles.ts';
import { instant } from '#domain/time.ts';
import { gridTracks } from '../../../ui/data-column.ts';
import { nameOf, quietColumns, setupColumns } from './setup-columns.tsx';

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

test('an account’s name has more room than the number it is known by', () => {
  const [number, name] = setupColumns('glAccount', {}, () => {});
  expect([number!.id, name!.id]).toEqual(['number', 'name']);
  expect(name!.grow).toBeGreaterThan(number!.grow!);
  expect(name!.width).toBeGreaterThanOrEqual(200);
});

test('every list fits a screen of 1440 px, and the names of its records have room for a sentence', () => {
  const [screen, navigation, lists] = [1440, 56, 192];
  for (const kind of SETUP_KIND_NAMES) {
    const quiet = quietColumns(kind);
    const columns = setupColumns(kind, {}, () => {}).filter(({ id }) => !quiet.includes(id));
    const { minWidth } = gridTracks(columns, true);
    expect([kind, minWidth]).toEqual([kind, Math.min(minWidth, screen - navigation - lists)]);
    expect(columns[0]!.width).toBeGreaterThanOrEqual(200);
  }
});
