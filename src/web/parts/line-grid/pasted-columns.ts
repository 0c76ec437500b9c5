/**
 * Lines out of a spreadsheet or a CSV file: which column is which, by its heading or else by what stands in it. Cells are
 * taken as they stand: what is no number is refused at its cell, not dropped here.
 */
import { cellsPasted } from '../pasted-cells.ts';

export type Sheet<Cell extends string> = {
  readonly headings: Readonly<Record<Cell, RegExp>>;
  readonly isFigure: (text: string) => boolean;
  /** Of columns without headings: the first that hold figures, and the first that hold text, after the code. */
  readonly figures: readonly Cell[];
  readonly texts: readonly Cell[];
};
export type PastedCells<Cell extends string> = {
  readonly lines: readonly ReadonlyMap<Cell, string>[];
  /** Whether the cell has a column. */
  readonly has: (cell: Cell) => boolean;
  /** Headings of columns nothing is done with. */
  readonly unread: readonly string[];
};
type Columns<Cell> = readonly (Cell | null)[];

/** What the grid says itself. */
const KNOWN_ALREADY = /^(#|no\.?|line|pos(ition)?|unit|uom|amount|total|line total|ext(ended)?( price)?)$/;

const plain = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[_\s]+/g, ' ');

export function pastedCells<Cell extends string>(text: string, sheet: Sheet<Cell>): PastedCells<Cell> {
  const all = cellsPasted(text);
  const [first] = all;
  const named = first ? columnsOfHeader(first, sheet) : null;
  const body = named ? all.slice(1) : all;
  if (!first || body.length === 0) return { lines: [], has: () => false, unread: [] };
  const columns = named ?? columnsByContent(body, sheet);
  const unread = named
    ? first.filter(
        (heading, at) => columns[at] === null && heading.trim() && !KNOWN_ALREADY.test(plain(heading)),
      )
    : [];
  return {
    lines: body.map((cells) => textsOf(cells, columns)),
    has: (cell) => columns.includes(cell),
    unread,
  };
}

/** null: the first line is no heading. It is one when it names two columns or all there are, and has no figures. */
function columnsOfHeader<Cell extends string>(
  first: readonly string[],
  { headings, isFigure }: Sheet<Cell>,
): Columns<Cell> | null {
  if (first.some((text) => isFigure(text))) return null;
  const cells = Object.keys(headings) as Cell[];
  const taken = new Set<Cell>();
  const columns = first.map((heading) => {
    const cell = cells.find((one) => headings[one].test(plain(heading)));
    if (cell === undefined || taken.has(cell)) return null;
    taken.add(cell);
    return cell;
  });
  return taken.size >= Math.min(2, first.length) ? columns : null;
}

/** The first is the code; of the others the first with figures only are the figures, the text is the rest. */
function columnsByContent<Cell extends string>(
  rows: readonly (readonly string[])[],
  sheet: Sheet<Cell>,
): Columns<Cell> {
  const width = Math.max(...rows.map((cells) => cells.length));
  const [figures, texts] = [[...sheet.figures], [...sheet.texts]];
  return Array.from({ length: width }, (_, at) => {
    if (at === 0) return 'code' as Cell;
    const written = rows.map((cells) => cells[at]?.trim() ?? '').filter(Boolean);
    if (written.length === 0) return null;
    const wrong = written.filter((text) => !sheet.isFigure(text)).length;
    // One "2 ea" among the quantities is a mistake of that cell, not a column of text.
    return (wrong * 2 < written.length ? figures.shift() : undefined) ?? texts.shift() ?? null;
  });
}

function textsOf<Cell extends string>(
  cells: readonly string[],
  columns: Columns<Cell>,
): ReadonlyMap<Cell, string> {
  const texts = new Map<Cell, string>();
  for (const [at, text] of cells.entries()) {
    const cell = columns[at];
    if (cell && text.trim() !== '') texts.set(cell, text.trim());
  }
  return texts;
}
