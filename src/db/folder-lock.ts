import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf, judge, type ProcessIdentity } from './process-identity.ts';

type FolderLock = { release(): void };

/**
 * Makes this process the only one to use `<dataDir>/pg`: PGlite itself lets two processes write one folder and
 * silently loses rows (electric-sql/pglite#1106). Lies beside the data, so that copying the data copies no lock.
 *
 * Each process claims with a file of its own, then looks for other claims; it removes those of dead processes and
 * gives way to living ones, never by age (a blocked process looks old, yet writes). One shared lock file would
 * have to be stolen by deleting it, and two thieves could delete each other's; a claim's name is never reused.
 * Two that start at the same moment may both give way, so each tries again after a random wait.
 * Throws an Error with a sentence for the operator.
 */
export async function lockFolder(dataDir: string): Promise<FolderLock> {
  const folder = join(dataDir, 'lock');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (let attempt = 1; ; attempt++) {
    const mine = claim(folder);
    const release = () => rmSync(mine, { force: true });
    const rival = rivalOrRelease(folder, mine, release);
    if (!rival) {
      process.once('exit', release);
      return {
        release() {
          process.off('exit', release);
          release();
        },
      };
    }
    release();
    if (attempt === 4) throw new Error(refusal(dataDir, rival));
    await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 100));
  }
}

function claim(folder: string): string {
  const name = join(folder, `${process.pid}-${randomUUID()}`);
  // Renamed into place, so that nobody reads half a claim and takes it for rubbish.
  try {
    writeFileSync(`${name}.new`, JSON.stringify(identityOf(process.pid)), {
      flag: 'wx',
      mode: 0o600,
      flush: true,
    });
  } catch (error) {
    rmSync(`${name}.new`, { force: true });
    throw error;
  }
  renameSync(`${name}.new`, `${name}.claim`);
  return `${name}.claim`;
}

/** A claim of ours must not outlive an attempt that failed: this process goes on living, and so would the claim. */
function rivalOrRelease(folder: string, mine: string, release: () => void): Rival | null {
  try {
    return findRival(folder, mine);
  } catch (error) {
    release();
    throw error;
  }
}

type Rival = { file: string; owner: ProcessIdentity; verdict: 'alive' | 'unknown' };

function findRival(folder: string, mine: string): Rival | null {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (file === mine || !name.endsWith('.claim')) continue;
    const owner = readClaim(file);
    if (!owner) continue; // released between listing and reading
    const verdict = judge(owner);
    if (verdict === 'dead') rmSync(file, { force: true });
    else return { file, owner, verdict };
  }
  return null;
}

function readClaim(file: string): ProcessIdentity | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    // Left by a power cut, or copied from somewhere: who made it nobody can say, so nobody but the operator removes it.
    if (error instanceof SyntaxError) throw new Error(unreadable(file), { cause: error });
    throw error;
  }
}

const unreadable = (file: string): string =>
  `${file} says that another Truckroll may use this folder, but cannot be read. If none runs, delete that file and start again.`;

function refusal(dataDir: string, { file, owner, verdict }: Rival): string {
  return verdict === 'alive'
    ? `Another Truckroll (pid ${owner.pid}) uses ${dataDir}. Stop it first, or set DATA_DIR to another folder.`
    : `A Truckroll on ${owner.host} (pid ${owner.pid}) may use ${dataDir}; from here it cannot be seen whether it ` +
        `still runs. If it does not, delete ${file}.`;
}
