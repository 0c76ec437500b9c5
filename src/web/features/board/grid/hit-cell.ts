import type { RowElement } from './row-element.ts';
import type { GridBar } from './types.ts';

export interface HitCell {
  readonly row: RowElement;
  readonly bar: GridBar | null;
  readonly onHead: boolean;
}

/** The lane and bar an event's target belongs to; null when it is none of the rows'. */
export function hitCell(rows: Iterable<RowElement>, target: EventTarget | null): HitCell | null {
  if (!(target instanceof Element)) return null;
  const rowEl = target.closest('.tr-row, .tr-head-row');
  const barEl = target.closest('.tr-bar');
  for (const row of rows) {
    if (row.el !== rowEl && row.headRow !== rowEl) continue;
    const bar = barEl ? (row.bars.find((slot) => slot.el === barEl)?.bar ?? null) : null;
    return { row, bar, onHead: row.headRow === rowEl };
  }
  return null;
}
