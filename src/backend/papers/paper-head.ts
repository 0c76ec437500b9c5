/** The head of a paper's first page: whose it is, what it is, to whom, and the facts. */
import type { Fact, Paper } from './paper.ts';
import { LABEL, LEADING, STRONG, TEXT } from './paper-table.ts';
import { addressLines } from './paper-words.ts';
import type { SetLine } from './typesetting/measure.ts';
import type { Pen, Style } from './typesetting/pen.ts';

const NAME: Style = { size: 13, weight: 'bold', color: '#000' };
const TITLE: Style = { size: 15, weight: 'bold', color: '#000' };
const NAME_LEADING = 17;
const GAP = 18;
const FACT_LABEL = 62;

type Placed = { readonly line: SetLine; readonly x: number; readonly y: number; readonly style: Style };
/** `y` counts from the head's top. */
export type Head = { readonly texts: readonly Placed[]; readonly height: number };

/** Texts one below the other, and where they end. */
type Column = { readonly texts: Placed[]; readonly bottom: number };

export function headOf<Line>(paper: Paper<Line>, pen: Pen, left: number, right: number): Head {
  const half = (right - left - GAP) / 2;
  const company = stacked(pen, left, half, 0, [
    { text: paper.company.name, style: NAME, leading: NAME_LEADING },
    ...addressLines(paper.company, paper.company).map(plain),
  ]);
  const title = pen.set(paper.title, TITLE, half);
  const titles = title.map((line, at) => ({
    line,
    x: right - line.width,
    y: (at + 1) * NAME_LEADING,
    style: TITLE,
  }));
  const top = Math.max(company.bottom, title.length * NAME_LEADING) + GAP;

  const third = (right - left - 2 * GAP) / 3;
  const columns = [
    ...paper.blocks.map(({ title, lines }, at) =>
      stacked(pen, left + at * (third + GAP), third, top, [titled(title), ...lines.map(firstStrong)]),
    ),
    facts(paper.facts, pen, left + 2 * (third + GAP), third, top),
  ];
  return {
    texts: [...company.texts, ...titles, ...columns.flatMap(({ texts }) => texts)],
    height: Math.max(...columns.map(({ bottom }) => bottom)) + GAP,
  };
}

type Stacked = { readonly text: string; readonly style: Style; readonly leading: number };
const plain = (text: string): Stacked => ({ text, style: TEXT, leading: LEADING });
const titled = (text: string): Stacked => ({ text, style: LABEL, leading: LEADING });
const firstStrong = (text: string, at: number): Stacked => ({
  ...plain(text),
  style: at === 0 ? STRONG : TEXT,
});

function stacked(pen: Pen, x: number, width: number, top: number, texts: readonly Stacked[]): Column {
  const placed: Placed[] = [];
  let y = top;
  for (const { text, style, leading } of texts) {
    for (const line of pen.set(text, style, width)) {
      y += leading;
      placed.push({ line, x, y, style });
    }
  }
  return { texts: placed, bottom: y };
}

function facts(all: readonly Fact[], pen: Pen, x: number, width: number, top: number): Column {
  const placed: Placed[] = [];
  let y = top;
  for (const { label, value } of all) {
    placed.push({ line: pen.setOne(label, LABEL), x, y: y + LEADING, style: LABEL });
    const values = stacked(pen, x + FACT_LABEL, width - FACT_LABEL, y, [plain(value)]);
    placed.push(...values.texts);
    y = values.bottom;
  }
  return { texts: placed, bottom: y };
}

export function drawHead({ texts }: Head, pen: Pen, top: number): void {
  for (const { line, x, y, style } of texts) pen.draw(line, x, top + y, style);
}
