// Where tests put what they throw away. Plain JavaScript: postgres-cluster.mjs uses it before anything is built.

import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const GB = 1024 ** 3;
/** Two workers' databases and a cluster are half of that; beside them run browsers and compilers. */
const FREE_BYTES = 2 * GB;
const MEMORY_BYTES = 6 * GB;

/**
 * A folder in memory where Linux has a roomy one, else the system's temporary one. A database is 1,400 files: copied and
 * removed on a disk that others use too, that is 2 to 4 s for each, in memory half a second. Nothing that tests kill needs
 * a disk: what a process has written outlives the process in both, and power cuts have disks of their own (e2e/power.spec.ts).
 * Who sets TMPDIR has chosen.
 * @param {() => { bavail: number, bsize: number }} [disk] what is free in memory
 */
export function throwawayFolder(disk = () => statfsSync('/dev/shm')) {
  if (process.env.TMPDIR || process.platform !== 'linux') return tmpdir();
  try {
    const { bavail, bsize } = disk();
    // Containers have 64 MB there; and memory that is scarce is not for files.
    return bavail * bsize >= FREE_BYTES && process.availableMemory() >= MEMORY_BYTES ? '/dev/shm' : tmpdir();
  } catch {
    return tmpdir();
  }
}
