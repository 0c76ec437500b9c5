import { clsx } from 'clsx';
import { FileUp } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { decodedText } from '../../lib/decoded-text.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import type { Choices } from './cell-box.tsx';
import { GridLine, type Hands, type LineLook } from './grid-line.tsx';
import type { GridRow } from './grid-row.ts';
import { GRID_CLASS, HEAD_CLASS } from './line-look.ts';
import type { useLineGrid } from './use-line-grid.ts';

/** What is wrong, by the line's key and its cell. */
export type FaultsIn<Cell extends string> = ReadonlyMap<string, ReadonlyMap<Cell, string>>;

// biome-ignore lint/suspicious/noExplicitAny: the grid hands rows through and looks into none
type AnyGrid = ReturnType<typeof useLineGrid<any, any, any, any>>;

export type LineGridProps<Cell extends string, Row extends GridRow> = {
  grid: AnyGrid;
  /** "Lines of the order". */
  label: string;
  /** As wide as its columns need, so that the description keeps its room. */
  leastWidth: string;
  widths: Readonly<Record<Cell, string>>;
  /** What stands behind a cell's word: the currency. */
  unitOf?: Partial<Readonly<Record<Cell, string>>> | undefined;
  /** How a line is drawn; the same object from one drawing to the next, so that a key redraws two lines. */
  look: LineLook<Cell, Row>;
  choices: Partial<Readonly<Record<Cell, Choices>>>;
  faults: FaultsIn<Cell>;
  /** More columns behind those one types in. */
  more?: readonly { readonly title: string; readonly cell: (row: Row) => ReactNode }[] | undefined;
  /** There are more than fit. */
  tooMany: string | null;
  /** "Paste from a spreadsheet: part, quantity, cost, description." */
  pasteHint: string;
  mostText: string;
};

/** Lines of a document as a spreadsheet: arrows, Tab and Enter, typing, paste, a file. */
export function LineGrid<Cell extends string, Row extends GridRow>(props: LineGridProps<Cell, Row>) {
  const { grid, label, leastWidth, widths, unitOf, look, choices, faults, more = [], tooMany } = props;
  const { state, send, search, take, bring, kind } = grid;
  const { rows, at, before, isOpen } = state;
  const [said, setSaid] = useState<string | null>(null);
  const isInside = useRef(false);
  const table = useRef<HTMLTableElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const cells = kind.cells as readonly Cell[];
  // Handed to every row: the same for all of them, so that a key redraws two lines and not three hundred.
  const hands = useRef<Hands>({ send, search, take, onPaste: (_: string) => {} });
  useEffect(() => {
    hands.current = { send, search, take, onPaste: (text) => setSaid(bring(text)) };
  });
  return (
    <section aria-label="Lines" className="flex flex-col gap-2">
      <div className="relative overflow-x-auto">
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table one types in, WAI-ARIA's grid
          role="grid"
          aria-label={label}
          aria-rowcount={rows.length + 1}
          className={clsx(GRID_CLASS, leastWidth)}
          onFocus={() => {
            isInside.current = true;
          }}
          onBlur={({ relatedTarget }) => {
            if (!table.current?.contains(relatedTarget))
              isInside.current = relatedTarget === null && isInside.current;
          }}
        >
          <thead>
            <tr>
              <th scope="col" className={clsx(HEAD_CLASS, 'w-9')}>
                #
              </th>
              {cells.map((cell) => (
                <th
                  key={cell}
                  scope="col"
                  className={clsx(HEAD_CLASS, widths[cell], kind.isFigure(cell) && 'text-right')}
                >
                  {kind.words[cell]}
                  {unitOf?.[cell] && ` ${unitOf[cell]}`}
                </th>
              ))}
              <th scope="col" className={clsx(HEAD_CLASS, 'w-26 text-right')}>
                Amount
              </th>
              {more.map(({ title }) => (
                <th key={title} scope="col" className={clsx(HEAD_CLASS, 'w-22 text-right')}>
                  {title}
                </th>
              ))}
              {isOpen && (
                <th scope="col" className={clsx(HEAD_CLASS, 'w-9')}>
                  <span className="sr-only">Take off</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {(rows as readonly Row[]).map((row, index) => (
              <GridLine<Cell, Row>
                key={row.key}
                row={row}
                index={index}
                kind={kind}
                look={look}
                choices={choices}
                isLastRow={index === rows.length - 1}
                here={at.row === index ? at.cell : null}
                isTyping={at.row === index && before !== null}
                isInside={isInside}
                isOpen={isOpen}
                faults={faults.get(row.key)}
                hands={hands}
                more={props.more}
              />
            ))}
          </tbody>
        </table>
      </div>
      {tooMany && <ProblemBanner messages={[tooMany]} />}
      {said && (
        <ProblemBanner
          tone="warning"
          messages={[said]}
          actions={<Button onClick={() => setSaid(null)}>Close</Button>}
        />
      )}
      {isOpen && (
        <div className="flex flex-wrap items-center gap-2 text-xs text-muted" data-print="hide">
          <Button icon={<FileUp aria-hidden />} onClick={() => chooser.current?.click()}>
            Lines from a file…
          </Button>
          <input
            ref={chooser}
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
            aria-label="File of lines"
            className="sr-only"
            tabIndex={-1}
            onChange={async ({ target }) => {
              const [file] = target.files ?? [];
              target.value = '';
              if (file) setSaid(bring(await decodedText(file)));
            }}
          />
          <span>{props.pasteHint}</span>
          <span role="status">{grid.isAsking ? 'Looking up parts…' : ''}</span>
          <span className="ml-auto tabular-nums">
            {grid.lines.length} {props.mostText}
          </span>
        </div>
      )}
    </section>
  );
}
