/** From typed lines to what is sent, with what is wrong of each cell. The contract's own schema decides. */

import type { BodyIn } from '#contract/endpoints.ts';
import { newOrderLine, type OrderLineView } from '#contract/purchase-order.ts';
import { MOST_LINES } from '#domain/purchasing/purchase-order.ts';
import type { Day } from '#domain/time.ts';
import { fieldErrorText } from '../../../lib/field-error-text.ts';
import { readPrice, readUnits } from '../../../lib/read-decimal.ts';
import type { FaultsIn } from '../../../parts/line-grid/line-grid.tsx';
import { cellOfField } from './grid-columns.ts';
import { amountOf, type Cell, type Row } from './line-row.ts';
import { readDay } from './read-day.ts';

export type Faults = FaultsIn<Cell>;

const PHRASES: Readonly<Record<Cell, string>> = {
  code: 'Choose a SKU, or leave this empty.',
  description: 'What is it? Choose a part or describe it.',
  vendorPartNumber: 'This is too long.',
  quantity: 'How many? A number such as 12 or 2.5.',
  cost: 'An amount of up to four decimal places, such as 84.10 or 0.8725.',
  expectedOn: 'A day such as 11/30, 2026-11-30, or +5 for five days on.',
};

export type LineSent = {
  readonly skuId: number | null;
  readonly description: string;
  readonly vendorPartNumber: string;
  readonly quantity: number;
  readonly cost: number;
  readonly expectedOn: string | null;
};

/** NaN and no day stay what they are: the schema refuses them. */
export function sentOf(row: Row, today: Day): LineSent {
  const on = readDay(row.expectedOn, today);
  return {
    skuId: row.skuId,
    description: row.description.trim(),
    vendorPartNumber: row.vendorPartNumber.trim(),
    quantity: readUnits(row.quantity),
    cost: row.cost.trim() === '' ? 0 : readPrice(row.cost),
    expectedOn: on === null ? row.expectedOn : on || null,
  };
}

function faultsOfRow(row: Row, today: Day): ReadonlyMap<Cell, string> {
  const faults = new Map<Cell, string>();
  const { error } = newOrderLine.safeParse(sentOf(row, today));
  for (const { path, code, message } of error?.issues ?? []) {
    const cell = cellOfField(String(path[0]));
    const isText = cell === 'description' || cell === 'vendorPartNumber';
    const isLong = isText && code === 'too_big';
    if (!faults.has(cell)) {
      faults.set(cell, isLong ? fieldErrorText({ path: String(path[0]), code, message }) : PHRASES[cell]);
    }
  }
  // Each may be as large as it is, but not both: nobody could add it up.
  if (faults.size === 0 && amountOf(row) === null) {
    faults.set('cost', 'So many at this cost are more than can be added up. Check both.');
  }
  return faults;
}

export function faultsOf(rows: readonly Row[], today: Day): Faults {
  return new Map(
    rows.flatMap((row) => {
      const faults = faultsOfRow(row, today);
      return faults.size > 0 ? [[row.key, faults] as const] : [];
    }),
  );
}

/** null: they fit. */
export const tooMany = (count: number): string | null =>
  count > MOST_LINES
    ? `An order has at most ${MOST_LINES} lines, and this would be ${count}. Put the rest on another order.`
    : null;

type Update = BodyIn<'purchaseOrders.update'>;
export type LineEdits = {
  readonly [List in 'add' | 'change' | 'remove']: NonNullable<Update[List]>;
};

/** What differs from the lines as they were opened. */
export function editsOf(
  before: readonly OrderLineView[],
  rows: readonly Row[],
  removed: readonly number[],
  today: Day,
): LineEdits {
  const was = new Map(before.map((line) => [line.id, line]));
  const change = rows.flatMap((row) => {
    const line = row.lineId === null ? undefined : was.get(row.lineId);
    if (!line) return [];
    const now = sentOf(row, today);
    const changes = Object.fromEntries(
      Object.entries(now).filter(([field, value]) => value !== line[field as keyof LineSent]),
    );
    return Object.keys(changes).length > 0 ? [{ id: line.id, changes }] : [];
  });
  return {
    add: rows.filter(({ lineId }) => lineId === null).map((row) => sentOf(row, today)),
    change,
    remove: [...removed],
  };
}

export const hasEdits = ({ add, change, remove }: LineEdits): boolean =>
  add.length + change.length + remove.length > 0;
