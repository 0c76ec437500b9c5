/**
 * Small tables as CSV text (RFC 4180), the same on the server and in the browser. Cells come from strangers: an
 * importing spreadsheet runs one that begins like a formula (R58), so no file is written around this.
 */
/**
 * Also behind quotes of its own, so that reading takes away the one that was added and no other; a line feed and the
 * wide signs of East Asian keyboards, which spreadsheets there read as the plain ones (OWASP, CSV injection).
 */
const BEGINS_A_FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** A quote in front keeps a formula text; text that looks like a number, a key of another program, stays text too. */
export function textCell(text: string): string {
  const harmless = BEGINS_A_FORMULA.test(text) ? `'${text}` : text;
  return /["',;\r\n\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** What `textCell` has put in front, when its own file is read again. */
export const withoutQuote = (text: string): string =>
  text.startsWith("'") && BEGINS_A_FORMULA.test(text.slice(1)) ? text.slice(1) : text;

/** With a byte order mark, so that spreadsheets read it as UTF-8. Cells that are numbers, -84.00, stay numbers. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`;

const cellOf = (text: string): string => (NUMBER.test(text) ? text : textCell(text));
