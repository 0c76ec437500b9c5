/** The lines of a paper as rows of a table: how wide each column is, what stands where in a row, how high it is. */
import type { PaperColumn } from './paper.ts';
import type { SetLine } from './typesetting/measure.ts';
import type { Pen, Style } from './typesetting/pen.ts';

export const TEXT: Style = { size: 8.5, weight: 'regular', color: '#000' };
export const STRONG: Style = { ...TEXT, weight: 'bold' };
export const LABEL: Style = { size: 7.5, weight: 'regular', color: '#444' };
export const LEADING = 11.5;
const ROW_GAP = 4;
const COLUMN_GAP = 9;
const NARROWEST_DESCRIPTION = 60;

type Column = {
  readonly title: string;
  readonly kind: PaperColumn<never>['kind'];
  readonly width: number;
  readonly x: number;
  /** Of the widest decimals with their point: figures stand under each other by their points. */
  readonly decimals: number;
};
type Cell = { readonly line: SetLine; readonly x: number; readonly y: number };
/** `y` of a cell counts from the row's top. */
export type Row = { readonly cells: readonly Cell[]; readonly height: number };
export type Table = {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly rowGap: number;
};

const decimalsOf = (figure: string): string => /\..*$/.exec(figure)?.[0] ?? '';

/** `tallest`: what has more to say goes on in a row of its own, on the next page if need be. */
export function tableOf<Line>(
  planned: readonly PaperColumn<Line>[],
  lines: readonly Line[],
  pen: Pen,
  left: number,
  width: number,
  tallest: number,
): Table {
  const columns = columnsOf(planned, lines, pen, left, width);
  const mostLines = Math.max(1, Math.floor((tallest - ROW_GAP) / LEADING));
  const rows = lines.flatMap((line) =>
    inRows(
      planned.map((plan, at) => linesOf(plan, columns[at]!, line, pen)),
      columns,
      mostLines,
      pen,
    ),
  );
  return { columns, rows, rowGap: ROW_GAP };
}

function linesOf<Line>(
  { text, kind }: PaperColumn<Line>,
  { width }: Column,
  line: Line,
  pen: Pen,
): SetLine[] {
  return kind === 'figure' ? [pen.setOne(text(line), TEXT)] : pen.set(text(line), TEXT, width);
}

function columnsOf<Line>(
  planned: readonly PaperColumn<Line>[],
  lines: readonly Line[],
  pen: Pen,
  left: number,
  width: number,
) {
  const widthOf = (text: string, style: Style) => pen.setOne(text, style).width;
  const sized = planned.map(({ title, text, kind, widest }) => {
    const own = new Set(lines.map(text));
    const fractions = kind === 'figure' ? [...own].map((one) => widthOf(decimalsOf(one), TEXT)) : [];
    const wholes = kind === 'figure' ? [...own].map((one) => widthOf(one.replace(/\..*$/, ''), TEXT)) : [];
    const decimals = Math.max(0, ...fractions);
    const needed =
      kind === 'figure'
        ? Math.max(0, ...wholes) + decimals
        : Math.min(widest ?? 0, Math.max(0, ...[...own].map((one) => widthOf(one, TEXT))));
    return { title, kind, decimals, width: Math.max(widthOf(title, LABEL), needed) };
  });
  const isShort = ({ kind }: (typeof sized)[number]) => kind === 'text';
  const sum = (of: typeof sized) => of.reduce((total, one) => total + one.width, 0);
  const shortTexts = sum(sized.filter(isShort));
  const figures = sum(sized.filter(({ kind }) => kind === 'figure'));
  const forTexts = width - figures - COLUMN_GAP * (sized.length - 1);
  // Figures of billions take the room of short texts, which can break.
  const shrunk = Math.min(1, Math.max(0, forTexts - NARROWEST_DESCRIPTION) / Math.max(1, shortTexts));
  const rest = Math.max(NARROWEST_DESCRIPTION, forTexts - shortTexts * shrunk);
  let x = left;
  return sized.map((one): Column => {
    const own = isShort(one) ? one.width * shrunk : one.width;
    const column = { ...one, width: one.kind === 'wide' ? rest : own, x };
    x += column.width + COLUMN_GAP;
    return column;
  });
}

/** Nearly always one row. Of the others, the figures stand in the first. */
function inRows(cells: readonly SetLine[][], columns: readonly Column[], mostLines: number, pen: Pen): Row[] {
  const tallest = Math.max(...cells.map((lines) => lines.length));
  const rows: Row[] = [];
  for (let from = 0; from < tallest; from += mostLines) {
    const part = cells.map((lines) => lines.slice(from, from + mostLines));
    const height = Math.max(...part.map((lines) => lines.length)) * LEADING + ROW_GAP;
    rows.push({
      height,
      cells: part.flatMap((lines, at) =>
        lines.map((line, row) => ({
          line,
          x: columns[at]!.x + (columns[at]!.kind === 'figure' ? indent(line, columns[at]!, pen) : 0),
          y: ROW_GAP / 2 + (row + 1) * LEADING - 3,
        })),
      ),
    });
  }
  return rows;
}

function indent({ runs, width }: SetLine, column: Column, pen: Pen): number {
  const fraction = decimalsOf(runs.map(({ text }) => text).join(''));
  return column.width - column.decimals - (width - (fraction ? pen.setOne(fraction, TEXT).width : 0));
}

export function drawTitles({ columns }: Table, pen: Pen, y: number): void {
  for (const { title, kind, x, width } of columns) {
    const line = pen.setOne(title, LABEL);
    pen.draw(line, kind === 'figure' ? x + width - line.width : x, y, LABEL);
  }
}
