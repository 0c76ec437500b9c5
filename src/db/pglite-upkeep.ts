import type { Line } from './line.ts';
import type { DatabaseLogger } from './options.ts';
import type { Engine } from './pglite-engine.ts';
import type { Connection } from './transaction.ts';

/**
 * What a PostgreSQL server's background processes do and PGlite has none of: without it tables and WAL files grow
 * until the disk is full (measured: 7 → 45 MB after 100,000 updates, 657 MB of files for a 242 MB database).
 */

const MB = 1024 * 1024;
/** Beyond this, checkpoint: it bounds both the WAL files kept and the recovery after a kill. */
const CHECKPOINT_WAL_BYTES = 48 * MB;

/** WAL written since the last checkpoint, in bytes. */
export async function walBytes(connection: Connection): Promise<number> {
  const rows = await connection.query(
    'select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::int8 as bytes from pg_control_checkpoint()',
    [],
  );
  return Number(rows[0]?.bytes ?? 0);
}

/**
 * Tables due for VACUUM or ANALYZE by autovacuum's own thresholds (20 % dead, 10 % changed, 50 rows at least).
 * The counters reach the view only when a session is told to hand them over, which a single one never is.
 */
export async function tablesDue(connection: Connection): Promise<string[]> {
  await connection.query('select pg_stat_force_next_flush()', []);
  const rows = await connection.query(
    `select format('%I.%I', s.schemaname, s.relname) as name
       from pg_stat_user_tables s join pg_class c on c.oid = s.relid
      where s.n_dead_tup > 50 + 0.2 * greatest(c.reltuples, 0)
         or s.n_mod_since_analyze > 50 + 0.1 * greatest(c.reltuples, 0)
         or s.n_ins_since_vacuum > 1000 + 0.2 * greatest(c.reltuples, 0)
      order by s.n_dead_tup desc`,
    [],
  );
  return rows.map((row) => String(row.name));
}

type Upkeep = {
  /** Call after each transaction that may have written. */
  wrote(): void;
  stop(): void;
};

const IDLE_MS = 2_000;
/** Under a load that never pauses, look at the WAL this often. */
const WRITES_BETWEEN_CHECKS = 200;

/**
 * When nobody has asked for anything for two seconds: checkpoint, then one table after the other, stepping back as
 * soon as somebody waits. Without a pause: only the checkpoint, between two transactions.
 */
export function scheduleUpkeep(engine: Engine, line: Line, logger: DatabaseLogger | undefined): Upkeep {
  let writes = 0;
  let stopped = false;
  const idle = setTimeout(() => void run('thorough'), IDLE_MS).unref();

  async function run(mode: 'thorough' | 'checkpoint'): Promise<void> {
    if (stopped) return;
    try {
      await inTurn(async (connection) => {
        if ((await walBytes(connection)) > CHECKPOINT_WAL_BYTES) await connection.script('checkpoint');
      });
      if (mode === 'checkpoint') return;
      let due: string[] = [];
      await inTurn(async (connection) => {
        due = await tablesDue(connection);
      });
      for (const table of due) {
        if (stopped || line.isTaken) return;
        await inTurn((connection) => connection.script(`vacuum (analyze) ${table}`));
      }
    } catch (error) {
      logger?.warn({ reason: (error as Error).message }, 'upkeep of the database failed');
    }
  }

  async function inTurn(job: (connection: Connection) => Promise<unknown>): Promise<void> {
    const leave = await line.enter();
    try {
      await job(await engine.thread());
    } finally {
      leave();
    }
  }

  return {
    wrote() {
      if (stopped) return;
      idle.refresh();
      writes++;
      if (writes % WRITES_BETWEEN_CHECKS === 0) void run('checkpoint');
    },
    stop() {
      stopped = true;
      clearTimeout(idle);
    },
  };
}
