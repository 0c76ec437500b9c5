import { decimalOfQuantity, quantity } from '#domain/money.ts';
import type { BudgetKind } from '#domain/project/project.ts';

export const BUDGET_WORDS: Readonly<Record<BudgetKind, string>> = {
  Labor: 'Labor',
  Material: 'Material',
  Other: 'Other',
};

export const quantityUnit = (kind: BudgetKind): string => (kind === 'Labor' ? 'h' : '');

/** "16 h", "14"; nothing for none. */
export const quantityText = (kind: BudgetKind, value: number | null): string =>
  value === null ? '' : `${decimalOfQuantity(quantity(value))} ${quantityUnit(kind)}`.trim();
