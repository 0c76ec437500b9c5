import { expect, test } from 'vitest';
import type { SetupValues } from '#domain/setup/fields.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import { instant } from '#domain/time.ts';
import { inListOrder } from './in-list-order.ts';

const named = (id: number, name: string) => ({ id, name, active: true });
const LISTS = { businessUnit: [named(7, 'HVAC')], technician: [named(9, 'Ana'), named(3, 'Ben')] };
const order = (kind: SetupKind, ...records: SetupValues[]) =>
  inListOrder(
    kind,
    records.map((values, at) => ({
      id: at + 1,
      version: 1,
      active: true,
      modifiedOn: instant('2026-11-21T08:00:00.000Z'),
      values: values as never,
    })),
    LISTS,
  ).map(({ id }) => id);

test('arrival windows stand by the clock, those of every unit before those of one', () => {
  const window = (name: string, startMinute: number, businessUnitId: number | null = null) => ({
    name,
    businessUnitId,
    startMinute,
    endMinute: startMinute + 120,
  });
  expect(
    order(
      'arrivalWindow',
      window('Afternoon', 840),
      window('Unit', 300, 7),
      window('Early', 480),
      window('Noon', 720),
    ),
  ).toEqual([3, 4, 1, 2]);
});

test('project statuses stand in the company’s own order, by name where it is the same', () => {
  const status = (name: string, position: number) => ({ name, position, closes: false });
  expect(order('projectStatus', status('Canceled', 4), status('Planned', 0), status('Asked', 0))).toEqual([
    3, 2, 1,
  ]);
});

test('labor costs stand by whose they are, in the order of their names, then by day', () => {
  const cost = (technicianId: number, validFrom: string) => ({ technicianId, validFrom, hourlyCost: 1 });
  expect(
    order('technicianCost', cost(3, '2026-01-01'), cost(9, '2026-06-01'), cost(9, '2026-01-01')),
  ).toEqual([3, 2, 1]);
});

test('what has no order of its own stands by name, numbers as numbers', () => {
  expect(order('skill', { name: 'Gas 10' }, { name: 'gas 9' }, { name: 'Cooling' })).toEqual([3, 2, 1]);
});
