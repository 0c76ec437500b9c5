import type { Logger } from 'pino';
import type { DatabaseError } from './database.ts';

export type DatabaseLogger = Pick<Logger, 'info' | 'warn' | 'error'>;

export type DatabaseOptions = {
  /** Folder for PGlite. Ignored with `databaseUrl`. */
  dataDir?: string | undefined;
  /** postgres://… instead of PGlite. */
  databaseUrl?: string | undefined;
  /** For a transaction that names none. Default 15 s. */
  deadlineMs?: number | undefined;
  /** Connections to PostgreSQL. Default 10. */
  maxConnections?: number | undefined;
  logger?: DatabaseLogger | undefined;
  /**
   * PGlite cannot go on (disk full, damaged files, crashing again and again). Every transaction is refused from
   * then on; the process should say why and end, so that a supervisor starts it anew.
   */
  onFatal?: ((reason: DatabaseError) => void) | undefined;
  /** PGlite refuses writes below this much free space, because it does not survive a full disk. Default 64 MB. */
  minFreeBytes?: number | undefined;
  /** A new folder begins without tables, even where the build has made a migrated one: a restore makes its own. */
  bare?: boolean | undefined;
  /** False: no flush per commit. For tests and throwaway work only. */
  durable?: boolean | undefined;
};

export const DEFAULT_DEADLINE_MS = 15_000;
/** A backup to a slow disk, or a restore: hours, not the seconds of a request. */
export const SNAPSHOT_MS = 12 * 3600_000;
