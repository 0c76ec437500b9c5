/** Files that are there as a whole or not at all, also after a power cut (security-and-faults: nothing half-written). */

import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What a process that was killed has begun lies here, apart from everything whole. */
export const PARTS = 'parts';

/**
 * Puts `bytes` at `path` below `folder`: written and flushed under another name, then named, then the folders are
 * flushed, because a name is kept in its folder.
 *
 * @param ifThere `replace`: the last one wins; `keep`: the first one wins, and this one leaves no trace
 */
export async function writeWhole(
  folder: string,
  path: string,
  bytes: Uint8Array,
  ifThere: 'replace' | 'keep',
): Promise<void> {
  const part = join(folder, PARTS, randomUUID());
  try {
    for (const one of [path, part]) await mkdir(dirname(one), { recursive: true, mode: 0o700 });
    // Customers' homes and signatures: for nobody else on the machine.
    const file = await open(part, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    if (ifThere === 'replace') await rename(part, path);
    else await linkUnlessThere(part, path);
    for (let one = dirname(path); one.length >= folder.length; one = dirname(one)) await flushFolder(one);
  } finally {
    await rm(part, { force: true });
  }
}

async function linkUnlessThere(part: string, path: string): Promise<void> {
  await link(part, path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
