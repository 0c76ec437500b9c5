import { clsx } from 'clsx';
import { CircleAlert } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { Id } from '#domain/ids.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { wholeOf } from './typed-amounts.ts';

export type AllocationColumn<Row> = {
  readonly title: string;
  /** Of the head and of the cells: where there is no room for it, on which side it stands. */
  readonly className?: string;
  /** Of the cells alone. */
  readonly cellClass?: string;
  /** @param tabIndex of links in it: where amounts are typed, the Tab key has one stop in all rows */
  readonly cell: (row: Row, tabIndex: 0 | -1) => ReactNode;
};

/** What stands in the grid: hold it fast, or every row is drawn again with every letter. */
export type AllocationLook<Row> = {
  readonly columns: readonly AllocationColumn<Row>[];
  /** What is open of it; of a credit below none. */
  readonly openOf: (row: Row) => number;
  /** "bill 1042". */
  readonly nameOf: (row: Row) => string;
};

export type AllocationRowProps<Row> = {
  row: Row;
  look: AllocationLook<Row>;
  /** undefined: it is only read. */
  text: string | undefined;
  wrong: string | undefined;
  /** The one the Tab key comes to. */
  isActive: boolean;
  onType: (id: Id, text: string) => void;
  onActive: (id: Id) => void;
};

const cell = 'border-b border-line px-2 py-0.5';

function Allocation<Row extends { readonly id: Id }>(props: AllocationRowProps<Row>) {
  const { row, look, text, wrong, isActive, onType, onActive } = props;
  const { id } = row;
  const open = look.openOf(row);
  const what = look.nameOf(row);
  const errorId = `unpayable-${id}`;
  const bottom = wrong === undefined ? undefined : 'border-b-0';
  const isTicked = (text ?? '').trim() !== '';
  return (
    <>
      <tr className={clsx('scroll-my-9', isTicked && 'bg-accent-soft')}>
        {text !== undefined && (
          <td className={clsx(cell, bottom, 'w-8')}>
            <Checkbox
              label={`All of ${what}`}
              hideLabel
              tabIndex={-1}
              checked={isTicked}
              onChange={({ target }) => onType(id, target.checked ? wholeOf(open) : '')}
            />
          </td>
        )}
        {look.columns.map((column) => (
          <td key={column.title} className={clsx(cell, bottom, column.className, column.cellClass)}>
            {column.cell(row, text === undefined ? 0 : -1)}
          </td>
        ))}
        {text !== undefined && (
          <td className={clsx(cell, bottom, 'w-32 min-w-28')}>
            <TextField
              size="dense"
              numeric
              inputMode="decimal"
              aria-label={`Pay of ${what}`}
              before={open < 0 ? '−' : undefined}
              data-row={id}
              tabIndex={isActive ? 0 : -1}
              {...(wrong !== undefined && { 'aria-invalid': true, 'aria-describedby': errorId })}
              value={text}
              onFocus={() => onActive(id)}
              onChange={({ target }) => onType(id, target.value)}
            />
          </td>
        )}
      </tr>
      {wrong !== undefined && (
        <tr>
          <td className={cell} />
          <td colSpan={look.columns.length + 1} className={clsx(cell, 'pt-0')}>
            <p id={errorId} className="m-0 flex items-start gap-1 text-xs text-danger">
              <CircleAlert className="mt-px size-3.5 shrink-0" aria-hidden />
              {wrong}
            </p>
          </td>
        </tr>
      )}
    </>
  );
}

/** A document with what of it is paid. Drawn again only when it is another one: there may be 500. */
export const AllocationRow = memo(Allocation) as typeof Allocation;
