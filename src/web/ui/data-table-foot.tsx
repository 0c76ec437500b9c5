import { clsx } from 'clsx';
import type { DataColumn } from './data-column.ts';

type FootProps<Row extends object> = {
  rows: readonly Row[];
  columns: readonly DataColumn<Row>[];
  /** the rows above have a tick before them */
  lead: boolean;
};

/** Sums under their columns, in sight however far one has scrolled. */
export function DataTableFoot<Row extends object>({ rows, columns, lead }: FootProps<Row>) {
  return (
    <tfoot className="sticky bottom-0 z-10 grid">
      {rows.map((row, index) => (
        <tr
          // biome-ignore lint/suspicious/noArrayIndexKey: sums have no name of their own, and are drawn anew with every row
          key={index}
          className="grid h-8 grid-cols-(--tracks) items-center border-t border-line-strong bg-surface font-semibold"
        >
          {lead && <td />}
          {columns.map((column) => (
            <td
              key={column.id}
              className={clsx(
                'min-w-0 truncate px-2 py-0',
                column.align === 'right' && 'text-right tabular-nums',
              )}
            >
              {column.cell(row)}
            </td>
          ))}
        </tr>
      ))}
    </tfoot>
  );
}
