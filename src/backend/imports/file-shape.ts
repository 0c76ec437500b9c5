/** What kind of text a file is, before a single row is read: encoding and delimiter, or why it is no table at all. */
import { ProblemError } from '#contract/problem.ts';

const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];
export type FileShape = { readonly encoding: Encoding; readonly delimiter: string };

/** Why a file is refused as a whole; `line` where there is one. */
export type UnreadableWhy =
  | 'empty'
  | 'no_rows'
  | 'binary'
  | 'spreadsheet'
  | 'quote_not_closed'
  | 'cell_too_long'
  | 'too_many_columns';
export const unreadable = (
  why: UnreadableWhy,
  params: Readonly<Record<string, unknown>> = {},
): ProblemError => new ProblemError('import.unreadable', { why, ...params });

/** So much of the beginning decides about delimiter and binary content. */
const HEAD_BYTES = 64 * 1024;
const DELIMITERS = [',', ';', '\t', '|'] as const;

const startsWith = (bytes: Uint8Array, ...prefix: number[]) => prefix.every((byte, at) => bytes[at] === byte);

/** The delimiter that stands most often in the header line, outside quotes; a comma where none does. */
function delimiterOf(text: string): string {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '\n' || char === '\r')) {
      if (counts.size > 0) break;
    } else if (!quoted && DELIMITERS.includes(char as never)) counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ',';
}

function encodingByMark(head: Uint8Array): Encoding | null {
  if (startsWith(head, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(head, 0xfe, 0xff)) return 'utf-16be';
  return null;
}

/**
 * Reads the file once from end to end, because one wrong byte anywhere decides: what is not UTF-8 throughout is read
 * as Windows-1252 (any byte is a character there, so this never fails and is told to the user). A few NULs are left to
 * the rows they stand in; a file full of them is no text. Throws ProblemError import.unreadable.
 */
export async function fileShape(chunks: AsyncIterable<Uint8Array>): Promise<FileShape> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  const head: Uint8Array[] = [];
  let headSize = 0;
  for await (const chunk of chunks) {
    if (headSize < HEAD_BYTES) {
      head.push(chunk.slice(0, HEAD_BYTES - headSize));
      headSize += chunk.length;
    }
    isUtf8 = isUtf8 && decodes(utf8, chunk);
  }
  isUtf8 = isUtf8 && decodes(utf8, null);
  const bytes = Buffer.concat(head);
  if (bytes.length === 0) throw unreadable('empty');
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw unreadable('spreadsheet');
  const encoding = encodingByMark(bytes) ?? (isUtf8 ? 'utf-8' : 'windows-1252');
  if (!encoding.startsWith('utf-16') && bytes.filter((byte) => byte === 0).length > bytes.length / 100) {
    throw unreadable('binary');
  }
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.trim() === '') throw unreadable('empty');
  return { encoding, delimiter: delimiterOf(text) };
}

function decodes(decoder: TextDecoder, chunk: Uint8Array | null): boolean {
  try {
    if (chunk) decoder.decode(chunk, { stream: true });
    else decoder.decode();
    return true;
  } catch {
    return false; // `fatal` throws TypeError at the first byte that is not UTF-8: that is the answer
  }
}
