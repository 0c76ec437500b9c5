/**
 * A table file, row by row, in memory that does not grow with the file: chunk → text → csv-parse → row. Reads strictly
 * (RFC 4180); a row with a quotation mark out of place is handed on as broken with its lines instead of being patched.
 */
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import { type FileShape, unreadable } from './file-shape.ts';

/** `line`: where the row begins, counted from 1 as an editor does; the header is a row like any other. */
export type CsvRow =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly brokenTo: number };

/** No row of a table of requests is longer; a quotation mark that is never closed ends here instead of in memory. */
const MOST_OF_A_ROW = 256 * 1024;

type Parsed = { readonly record: string[]; readonly raw: string };

async function* decoded(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding); // drops the byte order mark
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/**
 * Rows as they are, ragged ones too; empty lines are passed over. Throws ProblemError import.unreadable when a
 * quotation mark is never closed or a cell is longer than any row may be (`line`: where its row begins); whatever the source throws is passed on.
 */
export async function* readCsv(chunks: AsyncIterable<Uint8Array>, shape: FileShape): AsyncGenerator<CsvRow> {
  const options = { delimiter: shape.delimiter, relax_column_count: true, skip_empty_lines: true };
  let nextLine = 1;
  // Lines are counted here because csv-parse counts a CRLF inside a cell twice, and only here while it goes:
  // a stream that fails drops what it has parsed.
  const onRecord = ({ record, raw }: Parsed): CsvRow => {
    const line = nextLine + breaksIn(/^[\r\n]*/.exec(raw)![0]);
    nextLine += breaksIn(raw);
    return isStrict(record, raw, options)
      ? { line, cells: record }
      : { line, brokenTo: Math.max(line, nextLine - 1) };
  };
  const parser = parse({
    ...options,
    raw: true,
    relax_quotes: true,
    max_record_size: MOST_OF_A_ROW,
    on_record: onRecord as never, // typed for plain records; with `raw` it gets both
  });
  const source = Readable.from(decoded(chunks, shape.encoding));
  source.once('error', (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    yield* parser as AsyncIterable<CsvRow>;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw isTooLong(error, shape.delimiter)
      ? unreadable('cell_too_long', { line: nextLine, max: MOST_OF_A_ROW })
      : unreadable('quote_not_closed', { line: nextLine });
  } finally {
    source.destroy();
    parser.destroy();
  }
}

/**
 * A row over the limit is either one enormous cell or many rows that an open mark has swallowed: swallowed rows still
 * have their delimiters, prose of many lines has none.
 */
function isTooLong(error: CsvError, delimiter: string): boolean {
  if (error.code !== 'CSV_MAX_RECORD_SIZE') return false;
  const [, ...swallowed] = String((error as { raw?: unknown }).raw ?? '')
    .trim()
    .split(/\r\n?|\n/);
  return swallowed.filter((line) => line.includes(delimiter)).length * 2 <= swallowed.length;
}

const breaksIn = (text: string): number => text.match(/\r\n?|\n/g)?.length ?? 0;

/** The relaxed parser keeps a mark that is out of place as a character, so only such rows are read again strictly. */
function isStrict(record: readonly string[], raw: string, options: object): boolean {
  if (!record.some((cell) => cell.includes('"'))) return true;
  try {
    parseAtOnce(raw, options);
    return true;
  } catch (error) {
    if (error instanceof CsvError) return false;
    throw error;
  }
}
