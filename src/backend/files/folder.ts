/** Files in a folder: one per content, named by its hash; under another name until it is whole and flushed. */
import { randomBytes } from 'node:crypto';
import { open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '#contract/problem.ts';
import type { Id } from '#domain/ids.ts';
import type { FileStore } from './file-store.ts';
import { PARTS, writeWhole } from './write-whole.ts';

export function folderStore(folder: string): FileStore {
  const pathOf = (tenantId: Id, sha256: string) => join(folder, String(tenantId), sha256.slice(0, 2), sha256);
  let key: Promise<Buffer> | undefined;
  return {
    async put(tenantId, sha256, bytes) {
      const path = pathOf(tenantId, sha256);
      // Another size is a damaged one, which is put right.
      const isThere = (await sizeOf(path)) === bytes.length;
      if (isThere) return false;
      try {
        await writeWhole(folder, path, bytes, 'replace');
        return true;
      } catch (error) {
        throw (error as NodeJS.ErrnoException).code === 'ENOSPC'
          ? new ProblemError('server.disk_full')
          : error;
      }
    },
    async read(tenantId, sha256) {
      try {
        // Opened before it is answered: a stream would tell only in its middle that there is nothing.
        return (await open(pathOf(tenantId, sha256))).createReadStream();
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    async remove(tenantId, sha256) {
      await rm(pathOf(tenantId, sha256), { force: true });
    },
    key() {
      key ??= keyIn(folder).catch((error: unknown) => {
        key = undefined;
        throw error;
      });
      return key;
    },
  };
}

const sizeOf = (path: string): Promise<number | null> =>
  stat(path).then(
    ({ size }) => size,
    () => null,
  );

/** Removes what writers have begun before that moment and never finished. */
export async function sweepParts(folder: string, beforeMs: number): Promise<void> {
  const parts = join(folder, PARTS);
  for (const name of await readdir(parts).catch(() => [])) {
    const path = join(parts, name);
    const begun = await stat(path).catch(() => null);
    if (begun && begun.mtimeMs < beforeMs) await rm(path, { force: true });
  }
}

const KEY_BYTES = 32;

/** Made once; of two processes that make it at once, one wins and both use that one. */
async function keyIn(folder: string): Promise<Buffer> {
  const path = join(folder, 'link-key');
  const known = await sizeOf(path);
  if (known === KEY_BYTES) return readFile(path);
  // An empty one signs what anybody could sign: left by a power cut while an older program made it.
  if (known !== null) await rm(path);
  await writeWhole(folder, path, randomBytes(KEY_BYTES), 'keep');
  return readFile(path);
}
