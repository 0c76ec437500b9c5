/** A project's budget against what was really spent (domain-rules §3). Amounts are of the project's one currency. */
import { allow, type Decision, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import { type Cents, cents, lineTotal, type Quantity, quantity, sumCents, type UnitPrice } from '../money.ts';
import type { Day } from '../time.ts';
import { BUDGET_KINDS, type BudgetKind } from './project.ts';

export type BudgetLine = {
  readonly kind: BudgetKind;
  /** Hours of labor, else units. */
  readonly quantity: Quantity | null;
  readonly amountCents: Cents | null;
};

/** A line says an amount, a quantity, or both. Refuses `project.budget_line_empty`. */
export const decideBudgetLine = <Line extends BudgetLine>(line: Line): Decision<Line> =>
  line.quantity === null && line.amountCents === null ? refuse('project.budget_line_empty') : allow(line);

/** Time one technician worked on one day on a job of the project. */
export type Stint = { readonly technicianId: Id; readonly on: Day; readonly minutes: number };
/** What an hour of a technician costs from `validFrom` on, in the project's currency. */
export type HourlyCost = {
  readonly technicianId: Id;
  readonly validFrom: Day;
  readonly hourlyCost: UnitPrice;
};

export type Labor = {
  readonly minutes: number;
  readonly costCents: Cents;
  /** Minutes nobody has said the cost of: `costCents` is without them. */
  readonly unratedMinutes: number;
};

/** Rounded half away from zero per stint, as every line is (domain-rules §7). */
export function laborOf(stints: readonly Stint[], costs: readonly HourlyCost[]): Labor {
  let minutes = 0;
  let unratedMinutes = 0;
  const amounts: Cents[] = [];
  for (const stint of stints) {
    minutes += stint.minutes;
    const rate = costs
      .filter((one) => one.technicianId === stint.technicianId && one.validFrom <= stint.on)
      .reduce<HourlyCost | null>(
        (latest, one) => (latest && latest.validFrom > one.validFrom ? latest : one),
        null,
      );
    if (rate) amounts.push(lineTotal(hoursOf(stint.minutes), rate.hourlyCost));
    else unratedMinutes += stint.minutes;
  }
  return { minutes, costCents: sumCents(amounts), unratedMinutes };
}

/** Minutes as hours in 1/10,000, to the nearest. */
export const hoursOf = (minutes: number): Quantity => quantity(Math.round((minutes * 10_000) / 60));

type BudgetRow = {
  readonly kind: BudgetKind;
  readonly budgetCents: Cents;
  readonly budgetQuantity: Quantity;
  readonly actualCents: Cents;
  /** Negative: over the budget. */
  readonly leftCents: Cents;
};

/** One row per kind, in their order; kinds without lines and without spending too, so that the grid stands still. */
export function budgetRows(
  lines: readonly BudgetLine[],
  actual: Readonly<Record<BudgetKind, Cents>>,
): BudgetRow[] {
  return BUDGET_KINDS.map((kind) => {
    const mine = lines.filter((line) => line.kind === kind);
    const budgetCents = sumCents(mine.map(({ amountCents }) => amountCents ?? cents(0)));
    return {
      kind,
      budgetCents,
      budgetQuantity: quantity(mine.reduce((sum, line) => sum + (line.quantity ?? 0), 0)),
      actualCents: actual[kind],
      leftCents: cents(budgetCents - actual[kind]),
    };
  });
}
