import type { KeyboardEvent } from 'react';
import type { DataTableRow } from './use-data-table.ts';

type RowKeys<Row extends object> = {
  rows: readonly DataTableRow<Row>[];
  activeIndex: number;
  pageSize: number;
  selectable: boolean;
  moveTo: (index: number) => void;
  onOpen: ((row: Row) => void) | undefined;
  toggleAll: (selected: boolean) => void;
};

function target({ key }: KeyboardEvent, from: number, last: number, page: number): number | undefined {
  const to = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: last,
  }[key];
  return to === undefined ? undefined : Math.min(last, Math.max(0, to));
}

/**
 * The keys of a list: arrows, Page, Home and End move; Shift with them selects on the way; Enter opens; Space selects;
 * Ctrl/⌘+A all; Escape none. Keys pressed inside a control of a cell belong to that control.
 */
export function rowKeyHandler<Row extends object>(keys: RowKeys<Row>) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const { rows, activeIndex, selectable } = keys;
    const element = event.target as HTMLElement;
    const own = element.matches('tr') || element.matches('input[type=checkbox]');
    const active = rows[activeIndex];
    if (!own || !active || event.altKey) return;
    const mod = event.ctrlKey || event.metaKey;
    const to = mod ? undefined : target(event, activeIndex, rows.length - 1, keys.pageSize);
    if (to !== undefined) {
      if (selectable && event.shiftKey) {
        for (const row of rows.slice(Math.min(activeIndex, to), Math.max(activeIndex, to) + 1)) {
          row.toggleSelected(true);
        }
      }
      keys.moveTo(to);
    } else if (event.key === 'Enter' && keys.onOpen) keys.onOpen(active.original);
    else if (event.key === ' ' && selectable && element.matches('tr')) active.toggleSelected();
    else if (event.key === 'a' && mod && selectable) keys.toggleAll(true);
    else if (event.key === 'Escape' && selectable && rows.some((row) => row.getIsSelected()))
      keys.toggleAll(false);
    else return;
    event.preventDefault();
  };
}
