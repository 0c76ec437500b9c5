import type { CatalogueItem } from '#contract/catalogue.ts';
import { quantity, unitPrice } from '#domain/money.ts';
import { cellOfBreaks } from '#domain/vendor/breaks-cell.ts';
import { costText, unitsText } from '../../lib/stock-words.ts';

export type PriceBreaks = CatalogueItem['priceBreaks'];

/** "10.90 from 10, 9.85 from 50"; '' for none. */
export const breaksText = (breaks: PriceBreaks): string =>
  breaks.map(({ from, cost }) => `${costText(cost)} from ${unitsText(from)}`).join(', ');

/** "3 days"; '' where nobody said. */
export const leadText = (days: number | null): string =>
  days === null ? '' : days === 1 ? '1 day' : `${days.toLocaleString('en-US')} days`;

/** As a file has them: "10: 10.90; 50: 9.85", which an import reads back. */
export const breaksCell = (breaks: PriceBreaks): string =>
  cellOfBreaks(breaks.map(({ from, cost }) => ({ from: quantity(from), cost: unitPrice(cost) })));
