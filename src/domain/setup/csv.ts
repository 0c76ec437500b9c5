/** Reading small tables as CSV (RFC 4180), as `csv-text.ts` writes them. Large files go to imports. */
import { withoutQuote } from '../csv-text.ts';

type ParsedCsv =
  | { readonly ok: true; readonly rows: readonly CsvLine[] }
  | { readonly ok: false; readonly line: number };
export type CsvLine = { readonly line: number; readonly cells: readonly string[] };

/**
 * Commas, semicolons or tabs, whichever the first line has most of, unless the delimiter is known. A quotation mark never
 * closed: not ok, where it opened.
 */
export function parseCsv(text: string, known?: ',' | ';' | '\t'): ParsedCsv {
  const all = text.replace(/^\uFEFF/, '');
  const head = all.slice(0, all.search(/[\r\n]|$/));
  const delimiter = known ?? [',', ';', '\t'].sort((a, b) => head.split(b).length - head.split(a).length)[0]!;
  const rows: CsvLine[] = [];
  let cells: string[] = [];
  let cell = '';
  let line = 1;
  let began = 1;
  let openedAt = 0;
  const endCell = () => {
    cells.push(withoutQuote(cell));
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: began, cells });
    cells = [];
    began = line;
  };
  for (let at = 0; at < all.length; at++) {
    const char = all[at]!;
    if (char === '\n' || (char === '\r' && all[at + 1] !== '\n')) line++;
    if (openedAt > 0) {
      if (char !== '"') cell += char;
      else if (all[at + 1] === '"') {
        cell += '"';
        at++;
      } else openedAt = 0;
    } else if (char === '"' && cell === '') openedAt = line;
    else if (char === delimiter) endCell();
    else if (char === '\n') endRow();
    else if (char === '\r') {
      if (all[at + 1] !== '\n') endRow();
    } else cell += char;
  }
  if (openedAt > 0) return { ok: false, line: openedAt };
  endRow();
  return { ok: true, rows };
}
