import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Database, DatabaseError, type Transaction } from './database.ts';

type Migrated = { applied: string[] };
export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

/** Also where the build copies them, beside its bundle. */
const MIGRATIONS = fileURLToPath(new URL('./migrations/', import.meta.url));
const DEADLINE_MS = 10 * 60_000;
/** Any number, but the same in every process: the advisory lock of the one that migrates. */
const LOCK = 7_251_905_014;

/**
 * Brings the database to the newest form: the role `truckroll_app`, the extensions, then each `NNNN_name.sql` not yet
 * applied, in order, each in a transaction of its own together with its row in `truckroll_migrations`. So a kill leaves
 * whole steps, and the next start goes on. Of two that start at once, one waits for the other.
 *
 * Rejects when an applied file was changed or is missing (an older program on a newer database), when the files
 * are misnumbered, or when the rights are lacking, each with what to do about it.
 */
export async function migrate(db: Database, folder = MIGRATIONS): Promise<Migrated> {
  const migrations = await readMigrations(folder);
  await prepareForMigrations(db);
  const applied: string[] = [];
  for (const migration of migrations) {
    const done = await asMigrator(db, (tx) => applyOnce(tx, migration, migrations));
    if (done) applied.push(migration.name);
  }
  if (migrations.length === 0) await asMigrator(db, (tx) => refuseUnknown(tx, migrations));
  return { applied };
}

/** The role, the extensions and the list of what was applied; again does no harm. Rejects when the rights are lacking. */
export const prepareForMigrations = (db: Database): Promise<void> => asMigrator(db, prepare);

async function asMigrator<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return await db.transaction({ tenantId: 'system', deadlineMs: DEADLINE_MS }, async (tx) => {
    await lockMigrations(tx);
    return await work(tx);
  });
}

/** Until the transaction ends, nobody else migrates: a server that starts meanwhile waits. */
export async function lockMigrations(tx: Transaction): Promise<void> {
  await tx.query('set local lock_timeout = 0');
  await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
}

async function prepare(tx: Transaction): Promise<void> {
  await withHint(
    'Ask an administrator for: create role truckroll_app nologin; grant truckroll_app to <this user>;',
    async () => {
      // pg_roles is shared by all databases of a cluster, where the advisory lock is not: hence the exception.
      await tx.query(`do $$ begin
        if not exists (select from pg_roles where rolname = 'truckroll_app') then create role truckroll_app nologin; end if;
      exception when duplicate_object or unique_violation then null; end $$`);
      // Tried out, since membership alone does not allow SET ROLE from PostgreSQL 16 on.
      await tx.query(`do $$ begin
        set local role truckroll_app;
        reset role;
      exception when insufficient_privilege then grant truckroll_app to current_user;
      end $$`);
    },
  );
  await withHint(
    'Ask an administrator for: create extension btree_gist; create extension pg_trgm;',
    async () => {
      await tx.query('create extension if not exists btree_gist');
      await tx.query('create extension if not exists pg_trgm');
    },
  );
  await tx.query(`create table if not exists public.truckroll_migrations (
    name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
}

async function withHint(hint: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DatabaseError) || !['42501', '58P01', '0A000'].includes(error.code)) throw error;
    throw new Error(`The database user lacks rights for the migration (${error.message}). ${hint}`, {
      cause: error,
    });
  }
}

/** False when another process, or an earlier start, has done it. */
async function applyOnce(tx: Transaction, migration: Migration, all: Migration[]): Promise<boolean> {
  const applied = await refuseUnknown(tx, all);
  if (applied.has(migration.name)) return false;
  await applyMigration(tx, migration);
  return true;
}

export async function applyMigration(tx: Transaction, migration: Migration): Promise<void> {
  await tx.script(migration.sql);
  await tx.query('insert into public.truckroll_migrations (name, checksum) values ($1, $2)', [
    migration.name,
    migration.checksum,
  ]);
}

async function refuseUnknown(tx: Transaction, all: Migration[]): Promise<Set<string>> {
  const rows = await tx.query<{ name: string; checksum: string }>(
    'select name, checksum from public.truckroll_migrations order by name collate "C"',
  );
  const known = new Map(all.map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum } of rows) {
    if (!known.has(name))
      throw new Error(`The database is newer than this program: it knows migration ${name}`);
    if (known.get(name) !== checksum) {
      throw new Error(
        `Migration ${name} was changed after it had been applied. Undo the change and add a new file.`,
      );
    }
  }
  return new Set(rows.map(({ name }) => name));
}

/** All this program knows, in order. Rejects when they are misnumbered. */
export async function readMigrations(folder = MIGRATIONS): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const numberOf = (name: string | undefined) => Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name ?? '')?.[1]);
  return await Promise.all(
    names.map(async (name, index) => {
      // Gaps are fine: several people take numbers at once and not all of them are needed.
      if (!(numberOf(name) > (index === 0 ? 0 : numberOf(names[index - 1])))) {
        throw new Error(`Migrations are numbered 0001_name.sql, 0002_name.sql …, each once, but not ${name}`);
      }
      const sql = await readFile(`${folder}/${name}`, 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}
