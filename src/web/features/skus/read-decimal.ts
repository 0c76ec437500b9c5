import { quantityFromDecimal, unitPriceFromDecimal } from '#domain/money.ts';
import { typedNumber } from '../../lib/typed-number.ts';

/** What a SKU costs; nothing typed is nothing. NaN for what is no amount. */
export const readCost = (typed: string): number => {
  const read = typedNumber(typed.replace(/^\s*\$/, ''), unitPriceFromDecimal);
  return read === null ? 0 : (read ?? Number.NaN);
};

/** How much of it; nothing typed is no count, since none is a count, too. */
export const readUnits = (typed: string): number => typedNumber(typed, quantityFromDecimal) ?? Number.NaN;
