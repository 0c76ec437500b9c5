/** Amounts in the cells of a file, in 1/10,000. NaN: none, which the schema then refuses as it refuses a form's. */
import { quantityFromDecimal, unitPriceFromDecimal } from './money.ts';

/** "1,034.5" is a thousand and some; "1,5" is refused, never read as fifteen. */
const plain = (text: string): string => text.trim().replace(/,(?=\d{3}(\D|$))/g, '');
const reader =
  (read: (decimal: string) => number) =>
  (text: string): number => {
    const decimal = plain(text);
    return /^\d{1,9}(\.\d{1,4})?$/.test(decimal) ? read(decimal) : Number.NaN;
  };

/** Nothing written is no cost. */
export const costOfCell = (text: string): number =>
  text.trim() === '' ? 0 : reader(unitPriceFromDecimal)(text.replace(/^\s*\$\s*/, ''));
export const unitsOfCell = reader(quantityFromDecimal);
