/**
 * Lines out of a spreadsheet or a CSV file: which column is which, by its heading or else by what stands in it. Cells are
 * taken as they stand: what is no number is refused at its cell, not dropped here.
 */
import { readPrice, readUnits } from '../../../lib/read-decimal.ts';
import { cellsPasted } from '../../../parts/pasted-cells.ts';
import { blankRow, CELLS, type Cell, type Row } from './line-row.ts';

export type Pasted = {
  readonly rows: readonly Omit<Row, 'key'>[];
  /** Headings of columns nothing is done with. */
  readonly unread: readonly string[];
};
type Columns = readonly (Cell | null)[];

const HEADINGS: Readonly<Record<Cell, RegExp>> = {
  vendorPartNumber: /^(vendor|mfr|supplier|manufacturer)s?\b.*(part|item|number|no|code|sku)/,
  quantity: /^(qty|quantity|quantities|ordered|order qty|count|units|pieces|pcs)\b/,
  cost: /^(unit )?(cost|price)\b|^each$/,
  description: /^(description|name|item description|product|details|text)\b/,
  expectedOn: /^(expected|due|needed|eta|delivery)\b/,
  code: /^(code|part|sku|item|material|our)\b/,
};
/** What the grid says itself. */
const KNOWN_ALREADY = /^(#|no\.?|line|pos(ition)?|unit|uom|amount|total|line total|ext(ended)?( price)?)$/;

const plain = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[_\s]+/g, ' ');
const cellOfHeading = (heading: string): Cell | null =>
  (Object.keys(HEADINGS) as Cell[]).find((cell) => HEADINGS[cell].test(plain(heading))) ?? null;

const isFigure = (text: string): boolean => !Number.isNaN(readUnits(text)) || !Number.isNaN(readPrice(text));

/** null: the first line is no heading. It is one when it names two columns or all there are, and has no figures. */
function columnsOfHeader(first: readonly string[]): Columns | null {
  if (first.some((text) => isFigure(text))) return null;
  const taken = new Set<Cell>();
  const columns = first.map((heading) => {
    const cell = cellOfHeading(heading);
    if (cell === null || taken.has(cell)) return null;
    taken.add(cell);
    return cell;
  });
  return taken.size >= Math.min(2, first.length) ? columns : null;
}

/** The first is the code; of the others the first two with figures only are quantity and cost, the text is the rest. */
function columnsByContent(rows: readonly (readonly string[])[]): Columns {
  const width = Math.max(...rows.map((cells) => cells.length));
  const figures: Cell[] = ['quantity', 'cost'];
  const texts: Cell[] = ['description', 'vendorPartNumber'];
  return Array.from({ length: width }, (_, at) => {
    if (at === 0) return 'code';
    const written = rows.map((cells) => cells[at]?.trim() ?? '').filter(Boolean);
    if (written.length === 0) return null;
    const wrong = written.filter((text) => !isFigure(text)).length;
    // One "2 ea" among the quantities is a mistake of that cell, not a column of text.
    return (wrong * 2 < written.length ? figures.shift() : undefined) ?? texts.shift() ?? null;
  });
}

export function linesPasted(text: string): Pasted {
  const all = cellsPasted(text);
  const [first] = all;
  if (!first) return { rows: [], unread: [] };
  const named = columnsOfHeader(first);
  const body = named ? all.slice(1) : all;
  if (body.length === 0) return { rows: [], unread: [] };
  const columns = named ?? columnsByContent(body);
  const unread = named
    ? first.filter(
        (heading, at) => columns[at] === null && heading.trim() && !KNOWN_ALREADY.test(plain(heading)),
      )
    : [];
  const hasQuantity = columns.includes('quantity');
  return { rows: body.map((cells) => rowOfCells(cells, columns, hasQuantity)), unread };
}

function rowOfCells(cells: readonly string[], columns: Columns, hasQuantity: boolean): Omit<Row, 'key'> {
  const { key: _, ...blank } = blankRow('');
  const texts = new Map<Cell, string>();
  for (const [at, text] of cells.entries()) {
    const cell = columns[at];
    if (cell && text.trim() !== '') texts.set(cell, text.trim());
  }
  const given = Object.fromEntries(CELLS.map((cell) => [cell, texts.get(cell) ?? '']));
  // A list of codes alone is one of each.
  if (!hasQuantity) return { ...blank, ...given, quantity: '1', proposed: ['quantity'] };
  return { ...blank, ...given };
}
