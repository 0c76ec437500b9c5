/** An upload on its way to the disk: never in memory, never larger than allowed, nothing left behind when it fails. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '#contract/problem.ts';
import type { Id } from '#domain/ids.ts';

/** The contract's limit again: a caller inside the process has no server in front. */
export const MOST_BYTES = 300 * 1024 * 1024;

type ReceivedFile = { readonly path: string; readonly sha256: string };

export const filePath = (folder: string, tenantId: Id, importId: Id): string =>
  join(folder, `${tenantId}-${importId}.csv`);

/** Writes the chunks to a new file of the folder, flushed. Throws ProblemError request.too_large, server.disk_full. */
export async function receiveFile(
  folder: string,
  chunks: AsyncIterable<Uint8Array>,
  mostBytes = MOST_BYTES,
): Promise<ReceivedFile> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `upload-${randomUUID()}.part`);
  const hash = createHash('sha256');
  // Customers' addresses: for nobody else on the machine
  const file = await open(path, 'wx', 0o600);
  try {
    let bytes = 0;
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > mostBytes) throw new ProblemError('request.too_large', { most: mostBytes });
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw (error as NodeJS.ErrnoException).code === 'ENOSPC' ? new ProblemError('server.disk_full') : error;
  }
  await file.close();
  return { path, sha256: hash.digest('hex') };
}

const DAY_MS = 86_400_000;

/** Removes what a killed process has left half-way: nothing is uploaded for a day. */
export async function removeLeftOvers(folder: string, nowMs: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.part')) continue;
    const path = join(folder, name);
    const left = await stat(path).catch(() => null); // another upload may just have ended
    if (left && nowMs - left.mtimeMs > DAY_MS) await rm(path, { force: true });
  }
}
