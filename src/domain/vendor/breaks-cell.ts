/** Price breaks in one cell of a file: "10: 10.90; 50: 9.85". */
import { costOfCell, unitsOfCell } from '../decimal-cells.ts';
import { decimalOfQuantity, decimalOfUnitPrice, quantity, unitPrice } from '../money.ts';
import type { PriceBreak } from './catalogue.ts';

export const cellOfBreaks = (breaks: readonly PriceBreak[]): string =>
  breaks.map(({ from, cost }) => `${decimalOfQuantity(from)}: ${decimalOfUnitPrice(cost)}`).join('; ');

/** null: something there cannot be read; a break without a cost is no break. */
export function breaksOfCell(cell: string): PriceBreak[] | null {
  const breaks: PriceBreak[] = [];
  for (const part of cell.split(/[;|]/)) {
    if (part.trim() === '') continue;
    const [from, cost, ...rest] = part.split(':').map((one) => one.trim());
    if (!from || !cost || rest.length > 0) return null;
    const [units, price] = [unitsOfCell(from), costOfCell(cost)];
    if (Number.isNaN(units) || Number.isNaN(price)) return null;
    breaks.push({ from: quantity(units), cost: unitPrice(price) });
  }
  return breaks;
}
