import { expect, test } from 'vitest';
import { cents, quantity, unitPrice } from '../money.ts';
import { day } from '../time.ts';
import { type BudgetLine, budgetRows, decideBudgetLine, hoursOf, laborOf } from './budget.ts';

const line = (changes: Partial<BudgetLine>): BudgetLine => ({
  kind: 'Labor',
  quantity: null,
  amountCents: null,
  ...changes,
});
const stint = (technicianId: number, on: string, minutes: number) => ({ technicianId, on: day(on), minutes });
const cost = (technicianId: number, validFrom: string, hourlyCost: number) => ({
  technicianId,
  validFrom: day(validFrom),
  hourlyCost: unitPrice(hourlyCost),
});

test('a budget line says an amount, a quantity, or both', () => {
  expect(decideBudgetLine(line({ quantity: quantity(80_000) })).ok).toBe(true);
  expect(decideBudgetLine(line({ amountCents: cents(0) })).ok).toBe(true);
  expect(decideBudgetLine(line({}))).toMatchObject({ refusal: { code: 'project.budget_line_empty' } });
});

test('labor costs minutes times what the technician’s hour cost on that day', () => {
  const costs = [cost(1, '2026-01-01', 400_000), cost(1, '2026-11-20', 500_000)];
  expect(laborOf([stint(1, '2026-11-19', 90), stint(1, '2026-11-20', 90)], costs)).toEqual({
    minutes: 180,
    costCents: 60_00 + 75_00,
    unratedMinutes: 0,
  });
});

test('the newest cost counts in whatever order they were entered', () => {
  const costs = [cost(1, '2026-11-01', 500_000), cost(1, '2026-01-01', 400_000)];
  expect(laborOf([stint(1, '2026-11-20', 60)], costs).costCents).toBe(50_00);
});

test('minutes of a technician without a cost, or from before it, are counted and said apart', () => {
  expect(
    laborOf([stint(1, '2026-11-20', 60), stint(2, '2026-11-20', 45)], [cost(1, '2026-12-01', 400_000)]),
  ).toEqual({ minutes: 105, costCents: 0, unratedMinutes: 105 });
});

test('each stint is rounded to the cent, half away from zero', () => {
  // 20 minutes are 0.3333 hours at 30.00: 10.00 to the cent.
  expect(hoursOf(20)).toBe(3333);
  expect(laborOf([stint(1, '2026-11-20', 20)], [cost(1, '2026-01-01', 300_000)]).costCents).toBe(10_00);
});

test('budget and actual stand beside each other per kind, with what is left', () => {
  const lines = [
    line({ quantity: quantity(80_000), amountCents: cents(400_00) }),
    line({ quantity: quantity(20_000) }),
    line({ kind: 'Material', amountCents: cents(1_000_00) }),
  ];
  expect(budgetRows(lines, { Labor: cents(450_00), Material: cents(0), Other: cents(5_00) })).toEqual([
    { kind: 'Labor', budgetCents: 400_00, budgetQuantity: 100_000, actualCents: 450_00, leftCents: -50_00 },
    { kind: 'Material', budgetCents: 1_000_00, budgetQuantity: 0, actualCents: 0, leftCents: 1_000_00 },
    { kind: 'Other', budgetCents: 0, budgetQuantity: 0, actualCents: 5_00, leftCents: -5_00 },
  ]);
});
