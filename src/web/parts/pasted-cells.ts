/** Cells out of a spreadsheet's clipboard or a CSV file. */
import { parseCsv } from '#domain/setup/csv.ts';

export function cellsPasted(text: string): readonly (readonly string[])[] {
  const tabs = text.includes('\t');
  const read = tabs ? parseCsv(text, '\t') : parseCsv(text);
  if (read.ok) return read.rows.map(({ cells }) => cells);
  // 3/4" at the start of a cell is an inch, not a quotation: nothing is lost for it.
  return text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(tabs ? '\t' : ','));
}

/** Whether a paste is lines: one word or number goes into the cell one stands in. */
export const isTable = (text: string): boolean => /\t|[\r\n]+\s*\S/.test(text);
