/** Draws set lines and rules on the pages of one PDF. Places are in points from the upper left; `y` is a base line. */
import PDFDocument from 'pdfkit';
import { faceFile, type Weight } from './faces.ts';
import { type SetLine, setLines, setOneLine, type WidthOf } from './measure.ts';
import type { Run } from './runs.ts';

export type Style = { readonly size: number; readonly weight: Weight; readonly color: string };
export type PaperSize = 'LETTER' | 'A4';
type Metadata = { readonly title: string; readonly author: string; readonly on: Date };

export class Pen {
  readonly width: number;
  readonly height: number;
  readonly #document: PDFKit.PDFDocument;
  readonly #known = new Set<string>();

  constructor(size: PaperSize, { title, author, on }: Metadata) {
    this.#document = new PDFDocument({
      size,
      margin: 0,
      autoFirstPage: false,
      lang: 'en-US',
      displayTitle: true,
      pdfVersion: '1.7',
      // The same order gives the same bytes: PDFKit would put in the time of making, and its id is made from these.
      info: { Title: title, Author: author, Creator: 'Truckroll', CreationDate: on, ModDate: on },
    });
    [this.width, this.height] = size === 'A4' ? [595.28, 841.89] : [612, 792];
  }

  newPage(): void {
    this.#document.addPage();
  }

  /** The lines a text takes in a column; `most`: what is longer ends in "…". */
  set(text: string, style: Style, width: number, most?: number): SetLine[] {
    return setLines(text, width, this.#widthOf(style), most);
  }

  setOne(text: string, style: Style): SetLine {
    return setOneLine(text, this.#widthOf(style));
  }

  draw(line: SetLine, x: number, y: number, style: Style): void {
    let at = x;
    for (const run of line.runs) {
      this.#take(run, style);
      this.#document.fillColor(style.color);
      this.#document.text(run.text, at, y, { lineBreak: false, baseline: 'alphabetic', ...shaping(run) });
      at += this.#widthOf(style)(run);
    }
  }

  rule(from: number, to: number, y: number, thickness: number, color: string): void {
    this.#document.moveTo(from, y).lineTo(to, y).lineWidth(thickness).strokeColor(color).stroke();
  }

  /** All of the file. */
  async finish(): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    const done = new Promise<void>((resolve, reject) => {
      this.#document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      this.#document.on('end', resolve);
      this.#document.on('error', reject);
    });
    this.#document.end();
    await done;
    return Buffer.concat(chunks);
  }

  #take({ face }: Run, { size, weight }: Style): void {
    const name = `${weight} ${face}`;
    if (!this.#known.has(name)) {
      this.#document.registerFont(name, faceFile(face, weight));
      this.#known.add(name);
    }
    this.#document.font(name, size);
  }

  #widthOf(style: Style): WidthOf {
    return (run) => {
      this.#take(run, style);
      return this.#document.widthOfString(run.text, shaping(run));
    };
  }
}

/**
 * PDFKit shapes word by word and puts the words from left to right; asked for a feature, even for none in particular, it
 * hands fontkit all of the text at once, which is what joins and turns round Hebrew and Arabic.
 */
const shaping = ({ rightToLeft }: Run): PDFKit.Mixins.TextOptions => (rightToLeft ? { features: [] } : {});
