import { Columns3, Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Checkbox } from './checkbox.tsx';
import type { DataColumn } from './data-column.ts';
import { Popover } from './popover.tsx';
import type { DataTableModel } from './use-data-table.ts';

type ToolbarProps<Row extends object> = {
  table: DataTableModel<Row>;
  columns: readonly DataColumn<Row>[];
  filters: ReactNode;
  end: ReactNode;
  count: string;
  /** How many of them are here, when it is not all of them: what the scroll bar stands for. */
  read: string | null;
  onExport: (() => void) | undefined;
};

/** Above the table: filters as chips, how many rows, which columns, CSV. */
export function DataTableToolbar<Row extends object>({
  table,
  columns,
  filters,
  end,
  count,
  read,
  onExport,
}: ToolbarProps<Row>) {
  return (
    <div
      data-print="filters"
      className="flex min-h-9 shrink-0 items-start gap-x-3 border-b border-line bg-surface px-3 py-1 max-md:flex-wrap"
    >
      {/* On a phone a line of their own, or they would lie under what stands at the end. */}
      <div className="flex min-h-7 min-w-0 flex-1 flex-wrap items-center gap-1.5 max-md:basis-full">
        {filters}
      </div>
      <div
        data-print="hide"
        className="flex min-h-7 shrink-0 items-center gap-1.5 max-md:shrink max-md:flex-wrap"
      >
        {end}
        <span className="text-xs text-muted tabular-nums" role="status">
          {count}
        </span>
        {/* Beside what is announced: it grows with every page that is scrolled to. */}
        {read && <span className="text-xs text-faint tabular-nums">{read} read</span>}
        <Popover
          label="Columns"
          trigger={
            <Button variant="ghost" icon={<Columns3 aria-hidden />}>
              Columns
            </Button>
          }
        >
          <ul className="m-0 flex list-none flex-col p-0">
            {columns
              .filter((column) => !column.fixed)
              .map((column) => (
                <li key={column.id}>
                  <Checkbox
                    label={column.title}
                    className="min-h-7 w-full"
                    checked={table.getColumn(column.id)?.getIsVisible() ?? true}
                    onChange={(event) => table.getColumn(column.id)?.toggleVisibility(event.target.checked)}
                  />
                </li>
              ))}
          </ul>
        </Popover>
        {onExport && (
          <Button variant="ghost" icon={<Download aria-hidden />} onClick={onExport}>
            CSV
          </Button>
        )}
      </div>
    </div>
  );
}

type BulkBarProps = { count: number; totals: ReactNode; actions: ReactNode; onClear: () => void };

/** At the bottom while something is selected: how many, what they add up to, what can be done with them. */
export function DataTableBulkBar({ count, totals, actions, onClear }: BulkBarProps) {
  if (count === 0) return null;
  return (
    <section
      aria-label="Selection"
      data-print="hide"
      className="flex min-h-10 shrink-0 flex-wrap items-center gap-3 border-t border-line-strong bg-raised px-3 py-1"
    >
      <b className="font-semibold tabular-nums">{count.toLocaleString('en-US')} selected</b>
      {totals && <span className="text-muted tabular-nums">{totals}</span>}
      <Button variant="ghost" onClick={onClear} shortcut="Esc">
        Clear
      </Button>
      <span className="ml-auto flex gap-2">{actions}</span>
    </section>
  );
}
