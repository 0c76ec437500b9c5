/** A restore into a PostgreSQL database: one transaction, so that until its end everybody sees the former state. */
import type { Database, DatabaseError, Transaction } from '../database.ts';
import { prepareForMigrations } from '../migrate.ts';
import { SNAPSHOT_MS } from '../options.ts';
import { type ContentSink, receiveContents } from './contents.ts';
import { BackupError } from './header.ts';
import type { BackupFile } from './read-file.ts';
import { type Contents, contentsOf, type MigrationPlan, restoreInto } from './restore.ts';
import type { Progress } from './tally.ts';

export const contentsOfDatabase = (database: Database): Promise<Contents | null> =>
  database.transaction({ tenantId: 'system', readOnly: true }, contentsOf);

/**
 * @param database opened with one connection, so that every other one by our name is another program's
 * @throws BackupError while a server is connected
 */
export async function restoreDatabase(
  database: Database,
  backup: BackupFile,
  plan: MigrationPlan,
  sink: ContentSink,
  onProgress?: Progress,
): Promise<void> {
  await prepareForMigrations(database);
  const receiver = receiveContents(sink);
  await database
    .transaction({ tenantId: 'system', deadlineMs: SNAPSHOT_MS }, async (tx) => {
      await refuseBesideServer(tx);
      await restoreInto(tx, 'postgres', backup, plan, receiver, onProgress);
    })
    .catch(async (error: unknown) => {
      // Lost while it committed: the rows may be there, and theirs is what they refer to.
      if ((error as Partial<DatabaseError>).outcome !== 'unknown') await receiver.undo();
      throw error;
    });
}

/** PostgreSQL notices only after a moment that a client was killed. */
const NOTICED_AFTER_SECONDS = 3;
const LOOK_EVERY_SECONDS = 0.25;

/** On whichever machine it runs. One that starts meanwhile waits for the migrations' lock. */
async function refuseBesideServer(tx: Transaction): Promise<void> {
  for (let waited = 0; ; waited += LOOK_EVERY_SECONDS) {
    const [found] = await tx.query<{ others: number }>(
      `select count(*) as others from pg_stat_activity
       where datname = current_database() and application_name = 'truckroll' and pid <> pg_backend_pid()`,
    );
    if (found!.others === 0) return;
    if (waited >= NOTICED_AFTER_SECONDS) {
      throw new BackupError('A Truckroll is connected to this database. Stop it first.');
    }
    await tx.query('select pg_sleep($1::float8), pg_stat_clear_snapshot()', [LOOK_EVERY_SECONDS]);
  }
}
