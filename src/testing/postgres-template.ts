import pg from 'pg';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { fingerprint } from './template-fingerprint.ts';

/** Any number, the same in every vitest worker. */
const LOCK = 7_251_905_015;

/** A new database made from the (migrated) template, which is made first when the server has none. */
export async function createFromPostgresTemplate(
  serverUrl: string,
  name: string,
  migrated: boolean,
): Promise<{ url: string; drop(): Promise<void> }> {
  const template = `truckroll_${fingerprint(migrated).replaceAll('-', '_')}`;
  await asAdmin(serverUrl, async (admin) => {
    // One worker at a time: a template must have no connection while it is copied or made.
    await admin.query('select pg_advisory_lock($1)', [LOCK]);
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [template]);
    if (rowCount === 0) await makeTemplate(admin, serverUrl, template, migrated);
    await admin.query(`create database ${name} template ${template}`);
  });
  return {
    url: urlOf(serverUrl, name),
    drop: () =>
      asAdmin(serverUrl, async (admin) => {
        await admin.query(`drop database ${name} with (force)`);
      }),
  };
}

async function makeTemplate(admin: pg.Client, serverUrl: string, template: string, migrated: boolean) {
  const unfinished = `${template}_unfinished`;
  await admin.query(`drop database if exists ${unfinished} with (force)`);
  await admin.query(`create database ${unfinished} template template0`);
  const database = await openDatabase({ databaseUrl: urlOf(serverUrl, unfinished) });
  try {
    if (migrated) await migrate(database);
  } finally {
    await database.close();
  }
  await admin.query(`alter database ${unfinished} rename to ${template}`);
}

async function asAdmin(url: string, work: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
