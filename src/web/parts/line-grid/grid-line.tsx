import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { Cents } from '#domain/money.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { CellBox, type Choices } from './cell-box.tsx';
import type { Choice } from './cell-choices.tsx';
import { type GridRow, isBlankRow } from './grid-row.ts';

export type LineLook<Cell extends string, Row extends GridRow> = {
  /** null: what is typed adds up to nothing. */
  readonly amountOf: (row: Row) => Cents | null;
  /** Why a cell is locked; null: it is open. */
  readonly lockOf: (cell: Cell, row: Row) => string | null;
  /** What stands in a cell where one is not. */
  readonly cell: (row: Row, cell: Cell) => ReactNode;
};

export type Hands = {
  // biome-ignore lint/suspicious/noExplicitAny: events of whichever document it is
  send: (event: any) => void;
  search: (cell: string, text: string) => Promise<readonly Choice[]>;
  take: (choice: Choice, cell: string, key: string, text: string) => void;
  onPaste: (text: string) => void;
};

export type GridLineProps<Cell extends string, Row extends GridRow> = {
  row: Row;
  index: number;
  kind: {
    readonly cells: readonly Cell[];
    readonly words: Readonly<Record<Cell, string>>;
    readonly isFigure: (cell: Cell) => boolean;
    readonly keptBecause?: (row: Row) => string | null;
  };
  look: LineLook<Cell, Row>;
  choices: Partial<Readonly<Record<Cell, Choices>>>;
  isLastRow: boolean;
  here: Cell | null;
  isTyping: boolean;
  isInside: { current: boolean };
  isOpen: boolean;
  faults: ReadonlyMap<Cell, string> | undefined;
  hands: { readonly current: Hands };
  more: readonly { readonly title: string; readonly cell: (row: Row) => ReactNode }[] | undefined;
};

function Line<Cell extends string, Row extends GridRow>(props: GridLineProps<Cell, Row>) {
  const { row, index, kind, look, here, faults, hands, more = [] } = props;
  const { cells } = kind;
  const amount = look.amountOf(row);
  const isEmpty = isBlankRow(row, cells);
  const kept = kind.keptBecause?.(row) ?? undefined;
  const sentence = faults && [...faults.values()].join(' ');
  const says = `wrong-${row.key.replace(' ', '-')}`;
  const columns = cells.length + 1 + more.length + (props.isOpen ? 1 : 0);
  const cellClass = 'border-b border-line p-0 align-top';
  return (
    <>
      <tr aria-rowindex={index + 2} className="group">
        <td className={clsx(cellClass, 'px-2 py-1.5 text-muted tabular-nums')}>
          {isEmpty ? '+' : index + 1}
        </td>
        {cells.map((cell) => {
          const lock = look.lockOf(cell, row);
          return (
            <td
              key={cell}
              // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of the grid
              role="gridcell"
              tabIndex={-1}
              aria-readonly={lock !== null}
              title={lock ?? undefined}
              className={clsx(cellClass, 'cursor-text', faults?.has(cell) && 'bg-danger-soft')}
              onMouseDown={(event) => {
                if (here === cell) return;
                event.preventDefault();
                props.isInside.current = true;
                hands.current.send({ type: 'go', to: { row: index, cell } });
              }}
            >
              {here === cell ? (
                <CellBox
                  row={row}
                  index={index}
                  isLastRow={props.isLastRow}
                  cell={cell}
                  word={kind.words[cell]}
                  isFirstCell={cell === cells[0]}
                  isLastCell={cell === cells.at(-1)}
                  isFigure={kind.isFigure(cell)}
                  choices={lock === null ? (props.choices[cell] ?? null) : null}
                  isTyping={props.isTyping}
                  takesFocus={props.isInside.current}
                  lock={lock}
                  faultId={faults?.has(cell) ? says : undefined}
                  hint={isEmpty && cell === 'code' ? 'Part, or paste' : undefined}
                  send={(event) => hands.current.send(event)}
                  search={(of, text) => hands.current.search(of, text)}
                  onTake={(choice, of, key, text) => hands.current.take(choice, of, key, text)}
                  onPaste={(text) => hands.current.onPaste(text)}
                />
              ) : (
                <span
                  className={clsx(
                    'block min-h-8 px-2 py-1.5 wrap-anywhere',
                    kind.isFigure(cell) && 'text-right tabular-nums',
                    (lock || row.proposed.includes(cell)) && 'text-muted',
                  )}
                >
                  {isEmpty && props.isLastRow && cell === 'code' ? (
                    <span className="text-faint">Part, or paste</span>
                  ) : (
                    look.cell(row, cell)
                  )}
                </span>
              )}
            </td>
          );
        })}
        <td className={clsx(cellClass, 'px-2 py-1.5 text-right')}>
          {amount === null || isEmpty ? <span className="text-faint">–</span> : <MoneyText amount={amount} />}
        </td>
        {more.map(({ title, cell }) => (
          <td key={title} className={clsx(cellClass, 'px-2 py-1.5 text-right tabular-nums')}>
            {cell(row)}
          </td>
        ))}
        {props.isOpen && (
          <td className={clsx(cellClass, 'py-0.5')}>
            {!isEmpty && (
              <IconButton
                label={`Take line ${index + 1} off`}
                tabIndex={-1}
                disabledReason={kept}
                icon={<X aria-hidden />}
                onClick={() => hands.current.send({ type: 'remove', row: index })}
              />
            )}
          </td>
        )}
      </tr>
      {sentence && (
        <tr>
          <td className="border-b border-line" />
          <td id={says} colSpan={columns} className="border-b border-line px-2 pb-1.5 text-xs text-danger">
            {sentence}
          </td>
        </tr>
      )}
    </>
  );
}
/** One line: redrawn only for what it shows. */
export const GridLine = memo(Line) as typeof Line;

/** A code nobody knows says so. */
export const CodeText = ({ row }: { row: GridRow }) =>
  row.isNotFound ? (
    <>
      <bdi>{row.code}</bdi> <span className="text-xs whitespace-nowrap text-warning">not found</span>
    </>
  ) : (
    <bdi>{row.code}</bdi>
  );
