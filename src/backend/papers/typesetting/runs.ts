/**
 * One line of text as pieces from left to right, each in one font and one direction: PDFKit knows neither a second font nor
 * right-to-left (foliojs/pdfkit #219). Levels by the Unicode Bidirectional Algorithm (bidi-js), their order by its rule L2.
 */
import bidiFactory from 'bidi-js';
import { faceHas, faceOf } from './faces.ts';

/** `text` is in the order fontkit wants: it turns the letters of a right-to-left script round itself, once they are joined. */
export type Run = { readonly text: string; readonly face: number; readonly rightToLeft: boolean };

const bidi = bidiFactory();
/** The scripts our fonts have that are read from the right. Most lines have none of it, and need no levels. */
const FROM_THE_RIGHT = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;
/** Takes the font of what stands before it when that has it: a space between two Hebrew words is no change of font. */
const GOES_WITH_ITS_NEIGHBOUR = /^[\p{M}\p{Cf}\p{Zs}]$/u;

type Levelled = { readonly text: string; readonly level: number };

/** The levels of a whole paragraph: a line of it is told apart only when all of it is known. */
export const levelsOf = (paragraph: string): Uint8Array | null =>
  FROM_THE_RIGHT.test(paragraph) ? bidi.getEmbeddingLevels(paragraph).levels : null;

/** The line from `start` to `end` of a paragraph. */
export function runsOf(paragraph: string, levels: Uint8Array | null, start: number, end: number): Run[] {
  const line = paragraph.slice(start, end);
  if (levels === null) return inFaces(line, false);
  return inVisualOrder(levelled(line, levels.subarray(start, end))).flatMap(({ text, level }) => {
    if (level % 2 === 0) return inFaces(text, false);
    const mirrored = [...text].map((one) => bidi.getMirroredCharacter(one) ?? one).join('');
    return inFaces(mirrored, true).reverse();
  });
}

function levelled(line: string, levels: Uint8Array): Levelled[] {
  const pieces: { text: string; level: number }[] = [];
  for (let at = 0; at < line.length; at++) {
    const level = levels[at]!;
    const last = pieces.at(-1);
    if (last?.level === level) last.text += line[at];
    else pieces.push({ text: line[at]!, level });
  }
  return pieces;
}

/** Rule L2: from the highest level down to the lowest odd one, everything at that level or above is turned round. */
function inVisualOrder(pieces: Levelled[]): Levelled[] {
  const ordered = [...pieces];
  for (let level = Math.max(0, ...pieces.map((piece) => piece.level)); level > 0; level--) {
    for (let from = 0; from < ordered.length; from++) {
      let to = from;
      while (to < ordered.length && ordered[to]!.level >= level) to++;
      ordered.splice(from, to - from, ...ordered.slice(from, to).reverse());
      if (to > from) from = to;
    }
  }
  return ordered;
}

function inFaces(text: string, rightToLeft: boolean): Run[] {
  const runs: { text: string; face: number; rightToLeft: boolean }[] = [];
  for (const one of text) {
    const last = runs.at(-1);
    const codePoint = one.codePointAt(0)!;
    const stays = last && GOES_WITH_ITS_NEIGHBOUR.test(one) && faceHas(last.face, codePoint);
    const face = stays ? last.face : (faceOf(codePoint) ?? last?.face ?? 0);
    if (last?.face === face) last.text += one;
    else runs.push({ text: one, face, rightToLeft });
  }
  return runs.map((run) => {
    const turned = FROM_THE_RIGHT.test(run.text);
    if (turned === rightToLeft) return run;
    // By its letters fontkit takes brackets between two Hebrew words for left-to-right, and Arabic digits for right-to-left.
    return { ...run, text: [...run.text].reverse().join(''), rightToLeft: turned };
  });
}
