/**
 * A dump's lines into a file: the header in plain text, then everything else compressed, then the SHA-256 of all before
 * it. Under another name until it is whole and flushed, so that a file by the name asked for is always a whole backup.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Marker } from './dump.ts';
import { BackupError, type Header, parseHeader, sealOf } from './header.ts';
import { createTally, type Progress, type Tally } from './tally.ts';

const NEWLINE = 10;
const BRACE = 123;
const QUOTE = 34;
const PADDING = 61;

type Options = {
  readonly force?: boolean;
  readonly onProgress?: Progress;
  /** Aborted: nothing is left behind. */
  readonly signal?: AbortSignal;
};

/** `lostFiles`: attached files that are told of, but whose bytes were not to be had. */
export type Written = { readonly header: Header; readonly bytes: number; readonly lostFiles: number };

/**
 * @param chunks what `dump` yields, cut anywhere (over HTTP)
 * @throws BackupError when there is such a file (without `force`), the dump broke off, the disk is full or not writable;
 *   nothing is left behind then
 */
export async function writeBackup(
  chunks: AsyncIterable<string | Uint8Array>,
  path: string,
  { force = false, onProgress, signal }: Options = {},
): Promise<Written> {
  refuseExisting(path, force);
  const part = `${path}.part`;
  // Everything the company knows: for nobody else on the machine.
  const file = await open(part, 'wx', 0o600).catch((error: unknown) => {
    throw inWords(error, path);
  });
  try {
    let written: Written;
    try {
      written = await fill(file, chunks, onProgress, signal);
      await file.sync();
    } finally {
      await file.close();
    }
    refuseExisting(path, force);
    await rename(part, path);
    await flushFolder(dirname(path));
    return written;
  } catch (error) {
    await rm(part, { force: true });
    throw inWords(error, path);
  }
}

async function fill(
  file: FileHandle,
  chunks: AsyncIterable<string | Uint8Array>,
  onProgress: Progress | undefined,
  signal: AbortSignal | undefined,
): Promise<Written> {
  const hash = createHash('sha256');
  let bytes = 0;
  const put = async (chunk: Uint8Array) => {
    hash.update(chunk);
    bytes += chunk.length;
    await file.writeFile(chunk);
  };
  let header: Header | undefined;
  let lostFiles = 0;
  await pipeline(
    async function* () {
      let watch: ((chunk: Buffer) => void) | undefined;
      let tally: Tally | undefined;
      let head = Buffer.alloc(0);
      for await (const chunk of chunks) {
        const buffer = Buffer.from(chunk);
        if (watch) {
          watch(buffer);
          yield buffer;
          continue;
        }
        head = Buffer.concat([head, buffer]);
        const end = head.indexOf(NEWLINE) + 1;
        if (end === 0) continue;
        header = parseHeader(head.toString('utf8', 0, end));
        await put(head.subarray(0, end));
        tally = createTally(header, onProgress);
        watch = watchLines(tally);
        watch(head.subarray(end));
        yield head.subarray(end);
      }
      if (!tally) throw new BackupError('The backup broke off before its end.');
      tally.finish();
      lostFiles = tally.lost();
    },
    // Level 6 halves neither the file nor anybody's wait (README).
    createGzip({ level: LEVEL }),
    async (compressed: AsyncIterable<Uint8Array>) => {
      for await (const chunk of compressed) await put(chunk);
    },
    signal ? { signal } : {},
  );
  const seal = Buffer.from(sealOf(hash.digest('hex')));
  await file.writeFile(seal);
  return { header: header!, bytes: bytes + seal.length, lostFiles };
}

const LEVEL = 3;

/** Tells the tally of each line, however the chunks are cut. */
function watchLines(tally: Tally): (chunk: Buffer) => void {
  let rest: Buffer[] = [];
  return (chunk) => {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      const line =
        rest.length > 0 ? Buffer.concat([...rest, chunk.subarray(from, end)]) : chunk.subarray(from, end);
      rest = [];
      from = end + 1;
      if (line[0] === BRACE) tally.marker(JSON.parse(line.toString()) as Marker);
      else if (line[0] === QUOTE) tally.chunk(line.length - 2, paddingOf(line));
      else tally.row();
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  };
}

/** Of base64 before its closing quotation mark. */
const paddingOf = (line: Buffer): number => (line.at(-2) !== PADDING ? 0 : line.at(-3) !== PADDING ? 1 : 2);

function refuseExisting(path: string, force: boolean): void {
  if (!force && existsSync(path)) {
    throw new BackupError(`${path} exists already. Choose another name, or add --force to replace it.`);
  }
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

function inWords(error: unknown, path: string): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ABORT_ERR':
      return new BackupError('It was interrupted.');
    case 'ENOSPC':
    case 'EDQUOT':
      return new BackupError(`The disk is full where ${path} should go. Nothing was left behind.`);
    case 'EEXIST':
      return new BackupError(
        `${path}.part exists: another backup is being written there, or one was cut off. Delete it if none is.`,
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new BackupError(`${path} cannot be written there: permission is lacking.`);
    case 'ENOENT':
    case 'ENOTDIR':
      return new BackupError(`The folder of ${path} does not exist.`);
    default:
      return error;
  }
}
