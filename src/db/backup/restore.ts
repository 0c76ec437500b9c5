/** A checked backup into a database, in the caller's one transaction: all of it or nothing. */
import type { Database, Transaction } from '../database.ts';
import { applyMigration, lockMigrations, type Migration } from '../migrate.ts';
import type { Receiver } from './contents.ts';
import { BackupError, type Header } from './header.ts';
import { load } from './load.ts';
import { type BackupFile, linesOf } from './read-file.ts';
import { isSetUp, listTables } from './tables.ts';
import type { Progress } from './tally.ts';

export type MigrationPlan = { readonly before: readonly Migration[]; readonly after: readonly Migration[] };

/**
 * What to apply before the rows are loaded (the backup's own) and after (what came since).
 * @throws BackupError when the backup knows migrations this program does not, or others by the same name
 */
export function planMigrations({ migrations }: Header, known: readonly Migration[]): MigrationPlan {
  migrations.forEach(({ name, checksum }, index) => {
    const mine = known[index];
    if (mine?.name !== name) {
      throw new BackupError(
        `The backup was made by a newer Truckroll: it knows migration ${name}. Update this one first.`,
      );
    }
    if (mine.checksum !== checksum) {
      throw new BackupError(`Migration ${name} of the backup is not the one of this program.`);
    }
  });
  return { before: known.slice(0, migrations.length), after: known.slice(migrations.length) };
}

export type Contents = { readonly companies: string[]; readonly customers: number; readonly jobs: number };

/** What a restore would replace; null: no table holds a row. */
export async function contentsOf(tx: Transaction): Promise<Contents | null> {
  if (!(await isSetUp(tx))) return null;
  const anyRow = (await listTables(tx))
    .map(({ sqlName }) => `exists (select 1 from ${sqlName})`)
    .join(' or ');
  const [found] = await tx.query<{ any: boolean }>(`select ${anyRow} as any`);
  if (!found!.any) return null;
  const [contents] = await tx.query<Contents>(
    `select array(select name from office.tenants order by id limit 5) as companies,
       (select count(*) from company.customers) as customers, (select count(*) from company.jobs) as jobs`,
  );
  return contents!;
}

/** Replaces whatever both schemas hold. Roles and extensions must be there (`prepareForMigrations`). */
export async function restoreInto(
  tx: Transaction,
  engine: Database['engine'],
  backup: BackupFile,
  { before, after }: MigrationPlan,
  receiver: Receiver,
  onProgress?: Progress,
): Promise<void> {
  await tx.query('set local idle_in_transaction_session_timeout = 0');
  await lockMigrations(tx);
  await tx.script('drop schema if exists company cascade; drop schema if exists office cascade');
  await tx.query('delete from public.truckroll_migrations');
  for (const migration of before) await applyMigration(tx, migration);
  await load(tx, engine, backup.header, linesOf(backup), receiver, onProgress);
  for (const migration of after) await applyMigration(tx, migration);
}
