/** For tests: a grid driven as by a keyboard, without a browser. */
import { type Day, day } from '#domain/time.ts';
import { eventOfKey } from '../../../parts/line-grid/grid-keys.ts';
import { type GridEvent, type GridState, next, startOf } from './grid-state.ts';
import { CELLS, type FoundSku, type Row } from './line-row.ts';

export const TODAY: Day = day('2026-11-23');

export const motor: FoundSku = {
  skuId: 7,
  code: 'FRG-2231',
  name: 'Condenser fan motor',
  unit: 'each',
  cost: 841_000,
  offer: null,
};
export const withOffer = (offer: Partial<NonNullable<FoundSku['offer']>>): FoundSku => ({
  ...motor,
  offer: {
    vendorPartNumber: 'V-9',
    description: 'MTR COND 1/4HP',
    cost: 800_000,
    leadDays: 5,
    minQuantity: null,
    priceBreaks: [{ from: 100_000, cost: 700_000 }],
    ...offer,
  },
});

/** Keys go where they go on the page: what the grid leaves alone is typed into the cell. */
export function gridOf(rows: readonly Row[] = [], isOpen = true) {
  let state: GridState = startOf(rows, isOpen, { today: TODAY, descriptionsFrom: 'Sku' });
  const send = (event: GridEvent) => {
    state = next(state, event);
  };
  const grid = {
    state: () => state,
    row: (index: number) => state.rows[index]!,
    at: () => `${state.at.row} ${state.at.cell}`,
    send,
    press(...keys: string[]) {
      for (const combo of keys) {
        const parts = combo.split('+');
        const { row, cell } = state.at;
        const key = {
          key: parts.at(-1)!,
          ctrlKey: parts.includes('Ctrl'),
          metaKey: false,
          altKey: false,
          shiftKey: parts.includes('Shift'),
        };
        const where = {
          isTyping: state.before !== null,
          row,
          isFirst: row === 0 && cell === CELLS[0],
          isLast: row === state.rows.length - 1 && cell === CELLS.at(-1),
        };
        const event = eventOfKey(key, where);
        if (event) send(event);
      }
      return grid;
    },
    type(text: string) {
      send({ type: 'typed', text });
      return grid;
    },
    /** The answer to what was typed as a code in that row. */
    answer(index: number, sku: FoundSku | null) {
      const { key, code } = state.rows[index]!;
      send({ type: 'found', key, text: code, sku });
      return grid;
    },
  };
  return grid;
}
