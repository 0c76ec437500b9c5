import { clsx } from 'clsx';
import { memo, type ReactNode } from 'react';
import { Checkbox } from './checkbox.tsx';
import type { DataColumn } from './data-column.ts';
import type { DataTableRow as TableRow } from './use-data-table.ts';

export type DataTableRowProps<Row extends object> = {
  row: TableRow<Row>;
  /** the record itself, so that a changed record draws the row again and nothing else does */
  record: Row;
  columns: readonly DataColumn<Row>[];
  index: number;
  /** px from the top; undefined on paper, where rows follow each other */
  top: number | undefined;
  height: number;
  selectable: boolean;
  selected: boolean;
  active: boolean;
  flagged: boolean;
  onActivate: (key: string) => void;
  onOpen: ((row: Row) => void) | undefined;
};

function Row<Row extends object>(props: DataTableRowProps<Row>) {
  const { row, record, columns, index, top, height, selectable, selected, active, flagged } = props;
  return (
    <tr
      aria-rowindex={index + 2}
      {...(selectable && { 'aria-selected': selected })}
      tabIndex={active ? 0 : -1}
      onFocus={() => props.onActivate(row.id)}
      onDoubleClick={() => props.onOpen?.(record)}
      className={clsx(
        'grid w-full grid-cols-(--tracks) items-center border-b border-line focus-inset',
        top !== undefined && 'absolute top-0 left-0',
        selected ? 'bg-accent-soft' : flagged ? 'bg-danger-soft' : 'bg-surface hover:bg-off',
      )}
      style={top === undefined ? { minHeight: height } : { height, transform: `translateY(${top}px)` }}
    >
      {selectable && (
        <td className="grid place-items-center p-0">
          <Checkbox
            label={`Select row ${index + 1}`}
            hideLabel
            tabIndex={-1}
            checked={selected}
            onChange={row.getToggleSelectedHandler()}
          />
        </td>
      )}
      {columns.map((column) => (
        <Cell key={column.id} right={column.align === 'right'}>
          {column.cell(record)}
        </Cell>
      ))}
    </tr>
  );
}

function Cell({ right, children }: { right: boolean; children: ReactNode }) {
  return (
    <td className={clsx('min-w-0 truncate px-2 py-0', right && 'text-right tabular-nums')}>{children}</td>
  );
}

/** A row draws again only when its own record, place, selection or the columns change. */
export const DataTableRow = memo(Row) as typeof Row;
