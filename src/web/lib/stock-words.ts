/** What lies where and what it costs, as people read it. */
import { formatQuantity, formatUnitPrice, quantity, unitPrice } from '#domain/money.ts';
import type { MovementKind } from '#domain/sku/stock.ts';

export const MOVEMENT_WORDS: Readonly<Record<MovementKind, string>> = {
  Count: 'Counted',
  Receipt: 'Received',
  Return: 'Returned',
  Use: 'Used',
  Transfer: 'Moved',
};

/** With a minus as wide as a figure. */
const figures = (text: string): string => text.replace('-', '−');

/** Of 1/10,000: "1,250.5". */
export const unitsText = (amount: number): string => figures(formatQuantity(quantity(amount)));
/** With the sign of what came or went; "0" for numbers changed one for one. */
export const movedText = (amount: number): string =>
  amount > 0 ? `+${unitsText(amount)}` : unitsText(amount);
/** Of 1/10,000: "0.8725", "1,874.50". */
export const costText = (cost: number): string => figures(formatUnitPrice(unitPrice(cost)));
