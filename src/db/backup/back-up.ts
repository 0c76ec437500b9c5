/** Dump and file in one process: the writer may fail before the dump has begun, and the other way round. */
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Database, Transaction } from '../database.ts';
import type { ContentSource } from './contents.ts';
import { dump } from './dump.ts';
import type { Written } from './write-file.ts';

/**
 * @param read a reading system transaction, or `database.snapshot`
 * @returns what `write` does; rejects with the first of both failures
 */
export async function backUpThrough(
  read: (work: (tx: Transaction) => Promise<void>) => Promise<void>,
  engine: Database['engine'],
  source: ContentSource,
  write: (lines: AsyncIterable<string | Uint8Array>) => Promise<Written>,
): Promise<Written> {
  const lines = new PassThrough();
  // Whoever reads the lines is told; before anybody does, an error nobody listens to would end the process.
  lines.on('error', () => undefined);
  const written = write(lines);
  written.catch((error: Error) => lines.destroy(error));
  await read((tx) => pipeline(dump(tx, engine, source), lines)).catch((error: Error) => lines.destroy(error));
  return await written;
}
