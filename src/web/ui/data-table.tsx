import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type DataColumn, gridTracks, paperTracks } from './data-column.ts';
import { DataTableBulkBar, DataTableToolbar } from './data-table-bars.tsx';
import { DataTableFoot } from './data-table-foot.tsx';
import { DataTableHead } from './data-table-head.tsx';
import { DataTableRow } from './data-table-row.tsx';
import { rowKeyHandler } from './row-keys.ts';
import { SkeletonRows } from './skeleton.tsx';
import { type TableState, useDataTable } from './use-data-table.ts';
import { useListFocus } from './use-list-focus.ts';
import { usePrinting } from './use-printing.ts';

export type DataTableProps<Row extends object> = TableState<Row> & {
  /** what the rows are: "Purchase orders" */
  label: string;
  /** Enter or double click; put a link in the naming column for the mouse */
  onOpen?: ((row: Row) => void) | undefined;
  /** filter chips, saved views */
  toolbar?: ReactNode;
  /** beside the count, where nothing moves when the filters change */
  toolbarEnd?: ReactNode;
  /** the button writes the rows as sorted and the columns as chosen; see csvOf */
  onExport?: ((rows: Row[], columns: DataColumn<Row>[]) => void) | undefined;
  totals?: ((selected: Row[]) => ReactNode) | undefined;
  bulkActions?: ((selected: Row[]) => ReactNode) | undefined;
  /** a row that needs a look: red fill, to be explained by a word in a cell */
  flagged?: ((row: Row) => boolean) | undefined;
  loading?: boolean | undefined;
  /** instead of rows: one sentence and the action that fills it */
  empty?: ReactNode;
  /** all there are when `rows` is only what is loaded; `onEndReached` loads more */
  totalRows?: number | undefined;
  /** there are more than `rows`, how many is not known */
  hasMore?: boolean | undefined;
  onEndReached?: (() => void) | undefined;
  /** sums, which stay in sight below the rows: as rows of their own, drawn by the same columns */
  foot?: readonly Row[] | undefined;
  /** px, default 32 */
  rowHeight?: number | undefined;
};

// Twenty rows beyond each edge: a wheel notch or Page Down never meets a blank (measured: README).
const overscan = 20;

/** A dense list: virtual rows, sticky head, keyboard rows, sorting, column choice, selection with totals, CSV. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, columns, rowHeight = 32, onOpen, flagged } = props;
  const table = useDataTable(props);
  const rows = table.getRowModel().rows;
  const printing = usePrinting();
  const selectable = props.selection !== undefined && !printing;
  const shown = useMemo(
    () => columns.filter((column) => table.state.columnVisibility[column.id] !== false),
    [columns, table.state.columnVisibility],
  );
  const { tracks, minWidth } = useMemo(() => gridTracks(shown, selectable), [shown, selectable]);
  const layout = printing ? { '--tracks': paperTracks(shown) } : { minWidth, '--tracks': tracks };
  const scroller = useRef<HTMLDivElement>(null);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const activeIndex = useMemo(
    () => Math.max(0, activeKey === null ? 0 : rows.findIndex((row) => row.id === activeKey)),
    [rows, activeKey],
  );
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]!.id,
    overscan,
    scrollPaddingStart: rowHeight,
    // The row with the focus stays drawn when it is scrolled away, or the keyboard would lose its place.
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      return indexes.includes(activeIndex) ? indexes : [...indexes, activeIndex].sort((a, b) => a - b);
    },
    onChange: ({ range }) => {
      if (range && props.onEndReached && range.endIndex >= rows.length - overscan) props.onEndReached();
    },
  });
  const moveTo = useCallback(
    (index: number) => {
      const key = rows[index]?.id;
      if (key === undefined) return;
      flushSync(() => setActiveKey(key));
      virtualizer.scrollToIndex(index);
      scroller.current
        ?.querySelector<HTMLElement>(`tr[aria-rowindex="${index + 2}"]`)
        ?.focus({ preventScroll: true });
    },
    [rows, virtualizer],
  );
  const frame = useRef<HTMLDivElement>(null);
  const rowKeys = useMemo(() => rows.map(({ id }) => id), [rows]);
  const { hold, release, onKeyDownCapture } = useListFocus({
    frame,
    rowKeys,
    loading: props.loading === true,
    moveTo,
  });
  const onActivate = useCallback(
    (key: string) => {
      setActiveKey(key);
      hold(key);
    },
    [hold],
  );
  const { selection } = props;
  // Ten thousand look-ups, so not on every frame of a scroll.
  const chosen = useMemo(
    () => (selection?.size ? rows.filter((row) => selection.has(row.id)).map((row) => row.original) : []),
    [rows, selection],
  );
  const count = props.totalRows ?? rows.length;
  const foot = rows.length > 0 ? props.foot : undefined;
  const isOpenEnded = props.totalRows === undefined && props.hasMore === true;
  const visible = printing
    ? rows.map((_, index) => ({ index, start: undefined }))
    : virtualizer.getVirtualItems();
  return (
    <div ref={frame} className="flex h-full min-h-0 flex-col bg-surface" onKeyDownCapture={onKeyDownCapture}>
      <DataTableToolbar
        table={table}
        columns={columns}
        filters={props.toolbar}
        end={props.toolbarEnd}
        count={`${count.toLocaleString('en-US')}${isOpenEnded ? '+' : ''} ${count === 1 ? 'row' : 'rows'}`}
        read={count > rows.length && rows.length > 0 ? rows.length.toLocaleString('en-US') : null}
        onExport={
          props.onExport &&
          (() =>
            props.onExport?.(
              rows.map((row) => row.original),
              shown,
            ))
        }
      />
      <div
        ref={scroller}
        className="min-h-0 flex-1 overflow-auto contain-strict print:overflow-visible print:contain-none"
      >
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows take the keyboard, which is what a grid is
          role="grid"
          aria-label={label}
          // What is not known is -1 (ARIA 1.2).
          aria-rowcount={isOpenEnded ? -1 : count + 1}
          {...(selectable && { 'aria-multiselectable': true })}
          aria-busy={props.loading || undefined}
          className={foot ? 'grid min-h-full grid-rows-[auto_1fr_auto]' : 'grid'}
          style={layout as CSSProperties}
          onKeyDown={rowKeyHandler({
            rows,
            activeIndex,
            pageSize: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2),
            selectable,
            moveTo,
            onOpen,
            toggleAll: (on) => table.toggleAllRowsSelected(on),
          })}
        >
          <thead className="sticky top-0 z-10 grid">
            <DataTableHead table={table} columns={shown} selectable={selectable} />
          </thead>
          <tbody
            className="relative grid content-start"
            onBlur={release}
            style={printing ? undefined : { height: virtualizer.getTotalSize() }}
          >
            {visible.map(({ index, start }) => {
              const row = rows[index]!;
              return (
                <DataTableRow
                  key={row.id}
                  row={row}
                  record={row.original}
                  columns={shown}
                  index={index}
                  top={start}
                  height={rowHeight}
                  selectable={selectable}
                  selected={selectable && selection?.has(row.id) === true}
                  active={index === activeIndex}
                  flagged={flagged?.(row.original) ?? false}
                  onActivate={onActivate}
                  onOpen={onOpen}
                />
              );
            })}
          </tbody>
          {foot && <DataTableFoot rows={foot} columns={shown} lead={selectable} />}
        </table>
        {/* The count above the list stays off paper, where a part looks like all. */}
        {printing && rows.length > 0 && (isOpenEnded || count > rows.length) && (
          <p className="px-2 py-1 text-muted">
            {`The first ${rows.length.toLocaleString('en-US')}${isOpenEnded ? ' rows; there are more.' : ` of ${count.toLocaleString('en-US')} rows.`}`}
          </p>
        )}
        {rows.length === 0 && (props.loading ? <SkeletonRows label={label} /> : props.empty)}
      </div>
      <DataTableBulkBar
        count={selectable ? chosen.length : 0}
        totals={props.totals?.(chosen)}
        actions={props.bulkActions?.(chosen)}
        onClear={() => table.toggleAllRowsSelected(false)}
      />
    </div>
  );
}
