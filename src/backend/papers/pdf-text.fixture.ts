/** Reads a PDF back as its readers do: the words of each page in their reading order, and where they stand. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

type Word = { readonly text: string; readonly x: number; readonly y: number; readonly width: number };
export type ReadPage = {
  readonly width: number;
  readonly height: number;
  /** What stands on one base line, with a space between two pieces of it. */
  readonly lines: readonly string[];
  readonly words: readonly Word[];
};

export async function readPdf(file: Uint8Array): Promise<ReadPage[]> {
  // A copy: pdf.js takes the bytes for itself.
  const task = getDocument({ data: new Uint8Array(file), verbosity: 0, useSystemFonts: false });
  const pdf = await task.promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const words = items.flatMap((item): Word[] =>
      'str' in item && item.str.trim() !== ''
        ? [{ text: item.str, x: item.transform[4], y: item.transform[5], width: item.width }]
        : [],
    );
    pages.push({ width, height, words, lines: linesOf(words) });
  }
  await task.destroy();
  return pages;
}

function linesOf(words: readonly Word[]): string[] {
  const byBaseLine = new Map<number, Word[]>();
  for (const word of words) {
    const y = Math.round(word.y);
    byBaseLine.set(y, [...(byBaseLine.get(y) ?? []), word]);
  }
  return [...byBaseLine]
    .sort(([a], [b]) => b - a)
    .map(([, on]) =>
      [...on]
        .sort((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join(' '),
    );
}
