/** Text in lines that fit a width: breaks where the Unicode Line Breaking Algorithm allows, else between two characters. */
import LineBreaker from 'linebreak';
import { legible } from './legible.ts';
import { levelsOf, type Run, runsOf } from './runs.ts';

/** From left to right. */
export type SetLine = { readonly runs: readonly Run[]; readonly width: number };
export type WidthOf = (run: Run) => number;

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** At least one line, of nothing for an empty text. `most`: what is longer ends in "…". */
export function setLines(
  text: string,
  width: number,
  widthOf: WidthOf,
  most = Number.POSITIVE_INFINITY,
): SetLine[] {
  const lines: SetLine[] = [];
  for (const paragraph of legible(text).trimEnd().split('\n')) {
    const levels = levelsOf(paragraph);
    const measure = (start: number, end: number) =>
      runsOf(paragraph, levels, start, end).reduce((sum, run) => sum + widthOf(run), 0);
    for (const [start, end] of ranges(paragraph, width, measure)) {
      const runs = runsOf(paragraph, levels, start, end);
      lines.push({ runs, width: runs.reduce((sum, run) => sum + widthOf(run), 0) });
    }
  }
  return lines.length > most ? [...lines.slice(0, most - 1), cut(lines[most - 1]!, width, widthOf)] : lines;
}

/** On one line, whatever its width: figures, labels. */
export const setOneLine = (text: string, widthOf: WidthOf): SetLine =>
  setLines(text.replaceAll('\n', ' '), Number.POSITIVE_INFINITY, widthOf)[0]!;

function ranges(paragraph: string, width: number, measure: (start: number, end: number) => number) {
  if (measure(0, paragraph.length) <= width) return [[0, paragraph.length]] as const;
  const found: [number, number][] = [];
  let start = 0;
  let end = 0;
  for (const stop of stops(paragraph)) {
    if (end > start && measure(start, trimmed(paragraph, start, stop)) > width) {
      found.push([start, trimmed(paragraph, start, end)]);
      start = end;
    }
    end = stop;
    while (measure(start, trimmed(paragraph, start, end)) > width) {
      const fits =
        start +
        longestStart(paragraph.slice(start, end), (length) => measure(start, start + length) <= width);
      if (fits >= end) break;
      found.push([start, fits]);
      start = fits;
    }
  }
  found.push([start, trimmed(paragraph, start, end)]);
  return found;
}

function stops(paragraph: string): number[] {
  const breaker = new LineBreaker(paragraph);
  const found: number[] = [];
  for (let stop = breaker.nextBreak(); stop; stop = breaker.nextBreak()) found.push(stop.position);
  return found;
}

const trimmed = (text: string, start: number, end: number): number =>
  start + text.slice(start, end).trimEnd().length;

/** Units of the longest start of whole characters that fits, of one character at least. */
function longestStart(text: string, fits: (length: number) => boolean): number {
  let length = 0;
  for (const { index, segment } of characters.segment(text)) {
    if (length > 0 && !fits(index + segment.length)) break;
    length = index + segment.length;
  }
  return length;
}

/** The line with "…" at its end, without what has no room beside it. */
function cut({ runs }: SetLine, width: number, widthOf: WidthOf): SetLine {
  const dots: Run = { text: '…', face: 0, rightToLeft: false };
  const kept: Run[] = [];
  let left = width - widthOf(dots);
  for (const run of runs) {
    const length = longestStart(
      run.text,
      (units) => widthOf({ ...run, text: run.text.slice(0, units) }) <= left,
    );
    const piece = { ...run, text: run.text.slice(0, length) };
    left -= widthOf(piece);
    if (left >= 0) kept.push(piece);
    if (length < run.text.length || left < 0) break;
  }
  return { runs: [...kept, dots], width: kept.reduce((sum, run) => sum + widthOf(run), widthOf(dots)) };
}
