import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Enough to tell a process from a later one with the same pid, after a reboot and in another container. */
export type ProcessIdentity = {
  pid: number;
  /** Start time as the system writes it; only compared. Null where neither /proc nor ps tells. */
  started: string | null;
  boot: string | null;
  pidNamespace: string | null;
  host: string;
};

export function identityOf(pid: number): ProcessIdentity {
  return {
    pid,
    started: startOf(pid),
    boot: attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    pidNamespace: attempt(() => readlinkSync('/proc/self/ns/pid')),
    host: hostname(),
  };
}

/**
 * 'unknown' for a process on another machine or in another container on the same folder: its pid means nothing
 * here, so nobody may conclude that it is dead.
 */
export function judge(other: ProcessIdentity): 'alive' | 'dead' | 'unknown' {
  const self = identityOf(process.pid);
  if (other.host === self.host && other.boot !== self.boot) return 'dead'; // rebooted since
  if (other.host !== self.host || other.pidNamespace !== self.pidNamespace) return 'unknown';
  if (!exists(other.pid)) return 'dead';
  const started = startOf(other.pid);
  return started !== null && other.started !== null && started !== other.started ? 'dead' : 'alive';
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'; // EPERM: somebody else's, but there
  }
  return statFields(pid)?.[0] !== 'Z'; // killed, but not yet collected by its parent
}

const startOf = (pid: number): string | null => statFields(pid)?.[19] ?? startByPs(pid);

/** Fields of /proc/pid/stat from the state on (proc(5): field 3); [19] is field 22, the start in clock ticks. */
function statFields(pid: number): string[] | null {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  // The command's name comes before, in brackets, and may hold spaces and brackets itself.
  return stat === null ? null : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function startByPs(pid: number): string | null {
  const { status, stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '' ? stdout.trim() : null;
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
