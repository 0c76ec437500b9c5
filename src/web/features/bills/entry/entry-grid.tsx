import { clsx } from 'clsx';
import { Plus } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { MOST_LINES } from '#domain/purchasing/purchase-order.ts';
import { isTable } from '../../../parts/pasted-cells.ts';
import { Button } from '../../../ui/button.tsx';
import { CELL_CLASS, GRID_CLASS } from '../grid-look.ts';
import { MatchHead } from '../match-grid.tsx';
import { cellAfter } from './entry-keys.ts';
import { EntryLine } from './entry-row.tsx';
import { CELLS, type Cell, type EntryRow, isBlank } from './entry-rows.ts';
import type { EntryForm } from './use-entry.ts';

export type EntryGridProps = {
  form: EntryForm;
  currency: string;
  /** Tax, freight and totals: rows of the same table. */
  foot: ReactNode;
};

const cellsOf = (row: EntryRow | undefined): readonly Cell[] => (row?.line ? CELLS.slice(1) : CELLS);

/** The paper as a spreadsheet: arrows and Enter from cell to cell, a piece of another one pasted where one stands. */
export function EntryGrid({ form, currency, foot }: EntryGridProps) {
  const { draft, wrong } = form;
  const [showsAll, setShowsAll] = useState(form.due === 0);
  const table = useRef<HTMLTableElement>(null);
  // What is typed in stays, whatever is hidden; and the first ones are always those that are due.
  const few = draft.rows.filter((row, index) => row.line === null || index < form.due || !isBlank(row));
  const hidden = draft.rows.length - few.length;
  const rows = showsAll ? draft.rows : few;
  function focus(row: number, cell: Cell): void {
    table.current?.querySelector<HTMLInputElement>(`[data-cell="${row} ${cell}"]`)?.focus();
  }
  function placeOf(target: EventTarget): { row: number; cell: Cell } | null {
    const at = target instanceof HTMLInputElement ? target.dataset.cell?.split(' ') : undefined;
    return at ? { row: Number(at[0]), cell: at[1] as Cell } : null;
  }
  function onKeyDown(event: KeyboardEvent<HTMLTableElement>): void {
    const place = placeOf(event.target);
    if (!place || event.nativeEvent.isComposing) return;
    const box = event.target as HTMLInputElement;
    const cells = cellsOf(rows[place.row]);
    const { key, shiftKey, altKey } = event;
    const isAll = box.selectionStart === 0 && box.selectionEnd === box.value.length;
    const to = cellAfter(
      { key, shiftKey, altKey, isMod: event.ctrlKey || event.metaKey },
      { row: place.row, column: cells.indexOf(place.cell) },
      {
        rows: rows.length,
        columns: cells.length,
        isAtStart: isAll || box.selectionEnd === 0,
        isAtEnd: isAll || box.selectionStart === box.value.length,
      },
    );
    if (!to) return;
    event.preventDefault();
    const isSameColumn = to.column === cells.indexOf(place.cell);
    const next = cellsOf(rows[to.row]);
    const cell = isSameColumn ? place.cell : next[to.column]!;
    focus(to.row, next.includes(cell) ? cell : next[0]!);
  }
  function onPaste(event: ClipboardEvent<HTMLTableElement>): void {
    const place = placeOf(event.target);
    const text = event.clipboardData.getData('text/plain');
    const key = place && rows[place.row]?.key;
    if (!key || !isTable(text)) return;
    event.preventDefault();
    form.paste(
      rows.map((row) => row.key),
      key,
      place.cell,
      text,
    );
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide grid is scrolled by keyboard, too */}
      <section aria-label="Lines" tabIndex={0} className="@container overflow-x-auto focus-inset">
        <table
          ref={table}
          aria-label="Lines of the vendor’s paper"
          className={GRID_CLASS}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        >
          <MatchHead currency={currency} canRemove />
          <tbody>
            {rows.map((row, index) => (
              <EntryLine
                key={row.key}
                row={row}
                index={index}
                wrong={wrong.rows.get(row.key)}
                onType={form.type}
                onRemove={form.remove}
              />
            ))}
            <tr>
              <td className={CELL_CLASS} />
              <td colSpan={11} className={clsx(CELL_CLASS, 'py-1!')}>
                <span className="flex flex-wrap items-center gap-2 text-xs text-muted">
                  <Button
                    icon={<Plus aria-hidden />}
                    disabledReason={
                      draft.rows.length >= MOST_LINES ? `A bill has at most ${MOST_LINES} lines.` : undefined
                    }
                    onClick={() => {
                      form.add();
                      requestAnimationFrame(() => focus(rows.length, 'description'));
                    }}
                  >
                    Line that was not ordered
                  </Button>
                  {hidden > 0 && (
                    <Button variant="ghost" onClick={() => setShowsAll(!showsAll)}>
                      {showsAll ? 'Only the lines that are due' : `Show ${hidden} other lines of the order`}
                    </Button>
                  )}
                  <span>Paste from a spreadsheet: quantity, cost, amount.</span>
                </span>
              </td>
            </tr>
          </tbody>
          <tfoot>{foot}</tfoot>
        </table>
      </section>
      {form.said && (
        <p role="status" className="px-3 py-1 text-warning">
          {form.said}
        </p>
      )}
    </>
  );
}
