/** Why an uploaded file was refused as a whole: the reasons (`why`) of the problem `import.unreadable`. */
import { numberOf, type Params, textOf } from './refusal-params.ts';

const UNREADABLE: Readonly<Record<string, (params: Params) => string>> = {
  empty: () => 'The file is empty. Choose the file that has the requests in it.',
  no_rows: () => 'The file has column names but no rows under them. Export it again with its rows.',
  binary: () => 'This is not a text file. Save the table as CSV (comma separated) and upload that.',
  spreadsheet: () => 'This is a spreadsheet file. Save it as CSV (comma separated) there and upload that.',
  quote_not_closed: ({ line }) =>
    `A quotation mark in the row of line ${numberOf(line) ?? 1} is never closed, so nothing after it can be read. Correct that line and upload the file again.`,
  cell_too_long: ({ line, max }) =>
    `The row of line ${numberOf(line) ?? 1} has a cell of more than ${Math.round((numberOf(max) ?? 262_144) / 1024)} kB. Shorten it, or leave its column out of the export, and upload the file again.`,
  too_many_columns: ({ max }) =>
    `The file has more than ${numberOf(max) ?? 200} columns. Remove those nobody needs and upload it again.`,
};

/** Why a file was refused as a whole, with its line where there is one, and what to do about it. */
export function unreadableText(params: Params): string {
  const why = textOf(params.why) ?? '';
  const line = numberOf(params.line);
  return (
    UNREADABLE[why]?.(params) ??
    `The file cannot be read as CSV${line === undefined ? '' : ` from line ${line} on`}${why ? ` (${why.replaceAll('_', ' ')})` : ''}. Save it as CSV in UTF-8 and upload it again.`
  );
}
