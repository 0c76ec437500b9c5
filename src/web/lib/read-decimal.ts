import { quantityFromDecimal, unitPriceFromDecimal } from '#domain/money.ts';
import { typedNumber } from './typed-number.ts';

const priceTyped = (typed: string) => typedNumber(typed.replace(/^\s*\$/, ''), unitPriceFromDecimal);

/** What a SKU costs; nothing typed is nothing. NaN for what is no amount. */
export const readCost = (typed: string): number => {
  const read = priceTyped(typed);
  return read === null ? 0 : (read ?? Number.NaN);
};

/** What a vendor asks for it: nothing typed is no price, since a price of nothing is one, too. */
export const readPrice = (typed: string): number => priceTyped(typed) ?? Number.NaN;

/** How much of it; nothing typed is no count, since none is a count, too. */
export const readUnits = (typed: string): number => typedNumber(typed, quantityFromDecimal) ?? Number.NaN;
