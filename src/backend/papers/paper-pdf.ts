/** A paper as PDF: a head on the first page, lines under a header on each, totals with the last of them. */
import { formatCents } from '#domain/money.ts';
import type { Amount, Paper } from './paper.ts';
import { drawHead, headOf } from './paper-head.ts';
import { drawTitles, LABEL, LEADING, type Row, STRONG, type Table, TEXT, tableOf } from './paper-table.ts';
import { midnightOf } from './paper-words.ts';
import type { SetLine } from './typesetting/measure.ts';
import { type Piece, pagesOf } from './typesetting/pages.ts';
import { type PaperSize, Pen } from './typesetting/pen.ts';

const MARGIN = 40;
/** Under the lines of a page: its number. */
const FOOT = 24;
/** Above the lines of all pages but the first: what goes on. */
const RUNNING_HEAD = 22;
const TITLES = 18;
const TOTALS_WIDTH = 250;
const INK = '#000';
const HAIR = '#bbb';

type Drawn = Piece & {
  /** Of a page with such pieces the titles of the columns are the head. */
  readonly isLine: boolean;
  readonly draw: (top: number) => void;
};

export async function paperPdf<Line>(paper: Paper<Line>, size: PaperSize = 'LETTER'): Promise<Uint8Array> {
  const pen = new Pen(size, {
    title: paper.title,
    author: paper.company.name,
    on: midnightOf(paper.on),
  });
  const right = pen.width - MARGIN;
  const bottom = pen.height - MARGIN - FOOT;
  const head = headOf(paper, pen, MARGIN, right);
  const totals = totalsOf(paper.amounts, pen, right);
  const later = bottom - MARGIN - RUNNING_HEAD - TITLES;
  const table = tableOf(paper.columns, paper.lines, pen, MARGIN, right - MARGIN, later - totals.height);
  const notes = paper.notes.flatMap(({ title, text }) => noteOf(title, text, pen, right));
  const pieces = [...linesOf(table, paper.noLines, pen, right), totals, ...notes];
  const pages = pagesOf(pieces, { first: bottom - MARGIN - head.height - TITLES, later });
  for (const [at, page] of pages.entries()) {
    pen.newPage();
    if (at === 0) drawHead(head, pen, MARGIN);
    else drawRunningHead(paper, pen, right);
    let top = MARGIN + (at === 0 ? head.height : RUNNING_HEAD);
    if (page.some((one) => pieces[one]!.isLine)) {
      drawTitles(table, pen, top + 10);
      pen.rule(MARGIN, right, top + TITLES - 3, 0.8, INK);
      top += TITLES;
    }
    for (const one of page) {
      pieces[one]!.draw(top);
      top += pieces[one]!.height;
    }
    drawFoot(paper, pen, right, `Page ${at + 1} of ${pages.length}`);
  }
  return pen.finish();
}

function linesOf({ rows }: Table, noLines: string, pen: Pen, right: number): Drawn[] {
  if (rows.length === 0) {
    const line = pen.setOne(noLines, TEXT);
    const height = LEADING + 4;
    const draw = (top: number) => pen.draw(line, MARGIN, top + LEADING - 1, TEXT);
    return [{ height, keepWithPrevious: false, isLine: true, draw }];
  }
  return rows.map((row: Row) => ({
    height: row.height,
    keepWithPrevious: false,
    isLine: true,
    draw: (top) => {
      for (const { line, x, y } of row.cells) pen.draw(line, x, top + y, TEXT);
      pen.rule(MARGIN, right, top + row.height, 0.3, HAIR);
    },
  }));
}

function totalsOf(all: readonly Amount[], pen: Pen, right: number): Drawn {
  const left = right - TOTALS_WIDTH;
  const amounts = all.map(({ label, cents, strong }) => {
    const style = strong ? STRONG : TEXT;
    const figure = pen.setOne(formatCents(cents), style);
    return { strong, style, figure, words: pen.set(label, style, TOTALS_WIDTH - figure.width - 12) };
  });
  const height = amounts.reduce(
    (sum, { words, strong }) => sum + words.length * LEADING + (strong ? 6 : 2),
    12,
  );
  return {
    height,
    keepWithPrevious: true,
    isLine: false,
    draw: (top) => {
      let y = top + 8;
      for (const { strong, style, figure, words } of amounts) {
        if (strong) pen.rule(left, right, y + 2, 0.8, INK);
        y += strong ? 4 : 0;
        pen.draw(figure, right - figure.width, y + LEADING - 1, style);
        for (const [row, line] of words.entries()) pen.draw(line, left, y + (row + 1) * LEADING - 1, style);
        y += words.length * LEADING + 2;
      }
    },
  };
}

/** A piece for each line, so that a long note goes on over the page; its title stays with the first. */
function noteOf(heading: string, note: string, pen: Pen, right: number): Drawn[] {
  if (note.trim() === '') return [];
  const title = pen.setOne(heading, LABEL);
  return pen.set(note, TEXT, right - MARGIN).map((line: SetLine, at, all) => {
    const lead = at === 0 ? 2 * LEADING : 0;
    return {
      height: lead + LEADING,
      // Its last line does not go on to a page of its own.
      keepWithPrevious: at > 0 && at === all.length - 1,
      isLine: false,
      draw: (top) => {
        if (at === 0) pen.draw(title, MARGIN, top + lead - 3, LABEL);
        pen.draw(line, MARGIN, top + lead + LEADING - 2, TEXT);
      },
    };
  });
}

function drawRunningHead<Line>(paper: Paper<Line>, pen: Pen, right: number): void {
  const title = pen.set(paper.title, STRONG, (right - MARGIN) / 2, 1)[0]!;
  // One name, not two in a sentence: a Hebrew one would turn the sentence round.
  const company = pen.set(
    paper.company.name.replaceAll('\n', ' '),
    LABEL,
    right - MARGIN - title.width - 12,
    1,
  )[0]!;
  pen.draw(title, MARGIN, MARGIN + 8, STRONG);
  pen.draw(company, right - company.width, MARGIN + 8, LABEL);
}

function drawFoot<Line>(paper: Paper<Line>, pen: Pen, right: number, pageOf: string): void {
  const y = pen.height - MARGIN;
  const page = pen.setOne(pageOf, LABEL);
  pen.draw(pen.set(paper.title, LABEL, right - MARGIN - page.width - 12, 1)[0]!, MARGIN, y, LABEL);
  pen.draw(page, right - page.width, y, LABEL);
}
