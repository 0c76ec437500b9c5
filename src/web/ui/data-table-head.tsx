import { clsx } from 'clsx';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { Checkbox } from './checkbox.tsx';
import type { DataColumn } from './data-column.ts';
import type { DataTableModel } from './use-data-table.ts';

type HeadProps<Row extends object> = {
  table: DataTableModel<Row>;
  columns: readonly DataColumn<Row>[];
  selectable: boolean;
};

/** The sticky head: sorts on click (up, down, as it came), ticks all. */
export function DataTableHead<Row extends object>({ table, columns, selectable }: HeadProps<Row>) {
  return (
    <tr
      aria-rowindex={1}
      className="grid h-8 grid-cols-(--tracks) border-b border-line-strong bg-surface text-xs text-muted"
    >
      {selectable && (
        <th scope="col" className="grid place-items-center p-0">
          <Checkbox
            label="Select all"
            hideLabel
            checked={table.getIsAllRowsSelected()}
            indeterminate={table.getIsSomeRowsSelected()}
            onChange={(event) => table.toggleAllRowsSelected(event.target.checked)}
          />
        </th>
      )}
      {columns.map((column) => (
        <HeadCell key={column.id} column={column} sorting={table.getColumn(column.id)} />
      ))}
    </tr>
  );
}

function HeadCell<Row extends object>({
  column,
  sorting,
}: {
  column: DataColumn<Row>;
  sorting: ReturnType<DataTableModel<Row>['getColumn']>;
}) {
  const sorted = sorting?.getIsSorted() ?? false;
  const right = column.align === 'right';
  const place = clsx('flex min-w-0 items-center gap-1 px-2', right && 'justify-end');
  if (!sorting?.getCanSort()) {
    return (
      <th scope="col" className={clsx(place, 'font-normal')}>
        <span className="truncate">{column.title}</span>
      </th>
    );
  }
  const Arrow = sorted === 'desc' ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={sorted === false ? 'none' : sorted === 'asc' ? 'ascending' : 'descending'}
      className="grid min-w-0 p-0 font-normal"
    >
      <button
        type="button"
        onClick={() => sorting.toggleSorting()}
        className={clsx(place, 'group focus-inset hover:text-text', sorted && 'font-semibold text-text')}
      >
        <span className="truncate">{column.title}</span>
        <Arrow
          aria-hidden
          className={clsx(
            'size-3 shrink-0',
            !sorted && 'opacity-0 group-hover:opacity-60',
            right && 'order-first',
          )}
        />
      </button>
    </th>
  );
}
