/**
 * The fonts a paper is set in, and which of them has a character. Read from the packages when a text first needs them: the
 * Chinese one is 8 MB, and most orders never ask for it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create } from 'fontkit';

export type Weight = 'regular' | 'bold';

type Family = { readonly from: string; readonly regular: string; readonly bold: string };

/** The first that has a character sets it. Han is told apart from its surroundings without a second 8 MB of bold. */
const FAMILIES: readonly Family[] = [
  { from: '@embedpdf/fonts-latin', regular: 'NotoSans-Regular.ttf', bold: 'NotoSans-SemiBold.ttf' },
  { from: '@embedpdf/fonts-hebrew', regular: 'NotoSansHebrew-Regular.ttf', bold: 'NotoSansHebrew-Bold.ttf' },
  {
    from: '@embedpdf/fonts-arabic',
    regular: 'NotoNaskhArabic-Regular.ttf',
    bold: 'NotoNaskhArabic-Bold.ttf',
  },
  { from: '@embedpdf/fonts-sc', regular: 'NotoSansHans-Regular.otf', bold: 'NotoSansHans-Regular.otf' },
];

const require = createRequire(import.meta.url);
const files = new Map<string, Buffer>();
const coverage = new Map<number, (codePoint: number) => boolean>();

/** The bytes of a font: what PDFKit embeds the used glyphs of. */
export function faceFile(face: number, weight: Weight): Buffer {
  const { from, [weight]: name } = FAMILIES[face]!;
  let file = files.get(name);
  if (!file) {
    file = readFileSync(join(dirname(require.resolve(from)), '../fonts', name));
    files.set(name, file);
  }
  return file;
}

export function faceHas(face: number, codePoint: number): boolean {
  let has = coverage.get(face);
  if (!has) {
    const font = create(faceFile(face, 'regular'));
    if (!('hasGlyphForCodePoint' in font)) throw new Error(`${FAMILIES[face]!.regular} is a collection`);
    has = (one) => font.hasGlyphForCodePoint(one);
    coverage.set(face, has);
  }
  return has(codePoint);
}

/** The first face that has the character, null when none does. */
export function faceOf(codePoint: number): number | null {
  const face = FAMILIES.findIndex((_, at) => faceHas(at, codePoint));
  return face < 0 ? null : face;
}
