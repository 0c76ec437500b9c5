/** The two databases a fault test runs on, and how each loses its power. */
import { join } from 'node:path';
import type { Database } from '#db/database.ts';
import { openDatabase } from '#db/open.ts';
import { findPostgres, startCluster } from '#testing/postgres-cluster.mjs';
import type { RunningServer } from '../support/server.ts';

export type EngineName = 'PGlite' | 'PostgreSQL';
/** PostgreSQL only where one is installed: elsewhere its half is left out. */
export const ENGINES: readonly EngineName[] = findPostgres() ? ['PGlite', 'PostgreSQL'] : ['PGlite'];

export type Engine = {
  /** What the server is told. */
  readonly env: Readonly<Record<string, string>>;
  /**
   * `server`: its process is killed with -9. `everything`: the database's too, without a word (`pg_ctl stop -m
   * immediate`); PGlite dies with the server anyway.
   */
  powerCut(server: RunningServer, what: 'server' | 'everything'): Promise<void>;
  /** PostgreSQL goes away and comes back under a running server; null on PGlite. */
  readonly restart: { down(): void; up(): Promise<void> } | null;
  /** Looks into the data while no server runs. */
  look<T>(server: RunningServer, work: (database: Database) => Promise<T>): Promise<T>;
  remove(): void;
};

export async function startEngine(name: EngineName): Promise<Engine> {
  if (name === 'PGlite') {
    return {
      env: {},
      powerCut: (server) => server.kill9(),
      restart: null,
      look: (server, work) => looking(openDatabase({ dataDir: join(server.dataDir, 'pg') }), work),
      remove() {},
    };
  }
  const cluster = await startCluster();
  return {
    env: { DATABASE_URL: cluster.url },
    async powerCut(server, what) {
      if (what === 'everything') cluster.stopServer();
      await server.kill9();
      if (what === 'everything') await cluster.startServer();
    },
    restart: { down: cluster.stopServer, up: cluster.startServer },
    look: (_, work) => looking(openDatabase({ databaseUrl: cluster.url }), work),
    remove: cluster.stop,
  };
}

async function looking<T>(opening: Promise<Database>, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await opening;
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
