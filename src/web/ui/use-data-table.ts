import {
  type ColumnDef,
  columnVisibilityFeature,
  createSortedRowModel,
  type RowSelectionState,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  type Updater,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { DataColumn, TableSort } from './data-column.ts';

const inReadingOrder = new Intl.Collator('en-US', { numeric: true, sensitivity: 'base' });

const features = tableFeatures({
  rowSortingFeature,
  columnVisibilityFeature,
  rowSelectionFeature,
  sortedRowModel: createSortedRowModel(),
});

export type TableState<Row> = {
  rows: readonly Row[];
  columns: readonly DataColumn<Row>[];
  rowKey: (row: Row) => string | number;
  /** who puts the rows in order: this table (default), or the server on onSortChange */
  sortedBy?: 'table' | 'server' | undefined;
  /** left out: the table keeps it; give both to keep them in the URL or a saved view */
  sort?: TableSort | null | undefined;
  onSortChange?: ((sort: TableSort | null) => void) | undefined;
  hidden?: readonly string[] | undefined;
  onHiddenChange?: ((hidden: string[]) => void) | undefined;
  /** keys as text; given: rows can be selected */
  selection?: ReadonlySet<string> | undefined;
  onSelectionChange?: ((selection: ReadonlySet<string>) => void) | undefined;
};

/** A state given from outside, or kept here when it is not. */
function useGivenOrOwn<Value>(
  given: Value | undefined,
  start: Value,
  tell: ((value: Value) => void) | undefined,
): [Value, (value: Value) => void] {
  const [own, setOwn] = useState(start);
  return [
    given === undefined ? own : given,
    (value) => {
      if (given === undefined) setOwn(value);
      tell?.(value);
    },
  ];
}

const resolve = <Value>(updater: Updater<Value>, old: Value): Value =>
  updater instanceof Function ? updater(old) : updater;

/** TanStack Table v9 behind our own column type: sorting, visible columns, selection with shift ranges. */
export function useDataTable<Row extends object>(state: TableState<Row>) {
  const [sort, setSort] = useGivenOrOwn<TableSort | null>(state.sort, null, state.onSortChange);
  const [hidden, setHidden] = useGivenOrOwn<readonly string[]>(state.hidden, [], (ids) =>
    state.onHiddenChange?.([...ids]),
  );
  const { columns, rowKey } = state;
  const defs = useMemo(
    () =>
      columns.map(
        (column): ColumnDef<typeof features, Row> => ({
          id: column.id,
          accessorFn: (row) => column.sortBy?.(row) ?? undefined,
          enableSorting: column.sortBy !== undefined,
          sortUndefined: 'last',
          sortDescFirst: false,
          sortFn: (a, b, id) => {
            const [one, other] = [a.getValue<string | number>(id), b.getValue<string | number>(id)];
            return typeof one === 'number' && typeof other === 'number'
              ? one - other
              : inReadingOrder.compare(String(one), String(other));
          },
          enableHiding: !column.fixed,
        }),
      ),
    [columns],
  );
  const sorting = useMemo(() => (sort ? [sort] : []), [sort]);
  const columnVisibility = useMemo(() => Object.fromEntries(hidden.map((id) => [id, false])), [hidden]);
  const rowSelection = useMemo(
    () => Object.fromEntries([...(state.selection ?? [])].map((key) => [key, true as const])),
    [state.selection],
  );
  return useTable({
    features,
    columns: defs,
    data: state.rows,
    getRowId: (row) => String(rowKey(row)),
    manualSorting: state.sortedBy === 'server',
    enableRowSelection: state.selection !== undefined,
    state: { sorting, columnVisibility, rowSelection },
    onSortingChange: (updater) => setSort(resolve(updater, sorting)[0] ?? null),
    onColumnVisibilityChange: (updater) => {
      const visibility = resolve(updater, columnVisibility);
      setHidden(columns.map((c) => c.id).filter((id) => visibility[id] === false));
    },
    onRowSelectionChange: (updater) => {
      const chosen = resolve<RowSelectionState>(updater, rowSelection);
      state.onSelectionChange?.(new Set(Object.keys(chosen).filter((key) => chosen[key])));
    },
  });
}

export type DataTableModel<Row extends object> = ReturnType<typeof useDataTable<Row>>;
export type DataTableRow<Row extends object> = ReturnType<DataTableModel<Row>['getRowModel']>['rows'][number];
