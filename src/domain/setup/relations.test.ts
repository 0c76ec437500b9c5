import { expect, test } from 'vitest';
import { withoutUnasked } from './fields.ts';
import { setupKind } from './kinds.ts';
import { relationFaults } from './relations.ts';

const choice = (choices: string) => relationFaults(setupKind('customField'), { kind: 'Choice', choices });

test('a choice needs something to choose; commas with nothing between them are nothing', () => {
  const told = [{ field: 'choices', phrase: 'is needed for Kind “Choice”' }];
  expect([choice(''), choice('  '), choice(', ,,')]).toEqual([told, told, told]);
  expect(choice('a,, b,')).toEqual([]);
});

test('what can be chosen stands there once, in whatever case', () => {
  expect(choice('Red, Blue, red ')).toEqual([{ field: 'choices', phrase: 'names “red” twice' }]);
  expect(choice('Red, Redder')).toEqual([]);
});

test('a window ends after it begins, not at the same minute', () => {
  const window = (startMinute: number, endMinute: number) =>
    relationFaults(setupKind('arrivalWindow'), { startMinute, endMinute }).length;
  expect([window(480, 600), window(480, 480), window(600, 480)]).toEqual([0, 1, 1]);
});

test('a truck may have a technician, a warehouse has none; one that becomes a warehouse is without', () => {
  const { fields } = setupKind('inventoryLocation');
  const place = (kind: string, technicianId: number | null) =>
    relationFaults(setupKind('inventoryLocation'), { kind, technicianId });
  expect([place('Truck', 7), place('Truck', null), place('Warehouse', null)]).toEqual([[], [], []]);
  expect(place('Warehouse', 7)).toEqual([{ field: 'technicianId', phrase: 'is only for Kind “Truck”' }]);
  expect(withoutUnasked(fields, { kind: 'Warehouse', technicianId: 7 }).technicianId).toBeNull();
  expect(withoutUnasked(fields, { kind: 'Truck', technicianId: 7 }).technicianId).toBe(7);
});

test('a payment term counts days or names a day of the month, never both', () => {
  const term = (dueBy: string, dueInDays: number, dueDay: number | null) =>
    relationFaults(setupKind('paymentTerm'), { dueBy, dueInDays, dueDay }).map(({ field }) => field);
  expect([term('Days', 30, null), term('DayOfThisMonth', 0, 31), term('DayOfNextMonth', 0, 1)]).toEqual([
    [],
    [],
    [],
  ]);
  expect([term('Days', 30, 15), term('DayOfThisMonth', 0, null), term('DayOfNextMonth', 30, null)]).toEqual([
    ['dueDay'],
    ['dueDay'],
    ['dueInDays', 'dueDay'],
  ]);
});
