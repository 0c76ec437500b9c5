/** A backup's file, checked as a whole before anything is believed or touched, then read line by line. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import { BackupError, type Header, parseHeader, sealOf } from './header.ts';

export type BackupFile = {
  readonly path: string;
  readonly header: Header;
  /** Where the compressed lines begin and end (inclusive). */
  readonly start: number;
  readonly end: number;
};

const SEAL_BYTES = sealOf('0'.repeat(64)).length;
const LONGEST_HEADER = 1024 * 1024;

/** @throws BackupError, a sentence: no such file, foreign, of a newer format, truncated, altered */
export async function openBackup(path: string): Promise<BackupFile> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new BackupError(
      `${path} cannot be read: ${error.code === 'ENOENT' ? 'there is no such file' : error.code}.`,
    );
  });
  try {
    const { size } = await file.stat();
    const start = Buffer.alloc(Math.min(size, LONGEST_HEADER));
    await file.read(start, 0, start.length, 0);
    const headerBytes = start.indexOf('\n') + 1;
    const header = parseHeader(start.toString('utf8', 0, Math.max(headerBytes, 1)));
    const sealed = size - SEAL_BYTES;
    const seal = Buffer.alloc(SEAL_BYTES);
    if (sealed > headerBytes) await file.read(seal, 0, SEAL_BYTES, sealed);
    if (!/^\nsha256 [0-9a-f]{64}\n$/.test(seal.toString('latin1'))) {
      throw new BackupError('The backup is not whole: its end is missing.');
    }
    if (seal.toString('latin1') !== sealOf(await hashOf(file, sealed))) {
      throw new BackupError('The backup is damaged or was altered: its checksum does not fit.');
    }
    return { path, header, start: headerBytes, end: sealed - 1 };
  } finally {
    await file.close();
  }
}

async function hashOf(file: FileHandle, bytes: number): Promise<string> {
  const hash = createHash('sha256');
  const stream = file.createReadStream({
    start: 0,
    end: bytes - 1,
    autoClose: false,
    highWaterMark: 1 << 20,
  });
  for await (const chunk of stream) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** The lines after the header, many at once. */
export async function* linesOf({ path, start, end }: BackupFile): AsyncGenerator<string[], void> {
  const decoder = new StringDecoder('utf8');
  const source = createReadStream(path, { start, end });
  const text = createGunzip({ chunkSize: 1 << 18 });
  source.on('error', (error) => text.destroy(error));
  let rest = '';
  for await (const chunk of source.pipe(text)) {
    const lines = (rest + decoder.write(chunk as Buffer)).split('\n');
    rest = lines.pop()!;
    yield lines;
  }
  if (rest !== '') throw new BackupError('The backup broke off in the middle of a line.');
}
