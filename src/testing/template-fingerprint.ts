import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const from = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const MIGRATIONS = from('../db/migrations/');

/** Changes whenever a template made earlier would differ from one made now. */
export function fingerprint(migrated: boolean): string {
  const hash = createHash('sha256');
  hash.update(readFileSync(from('../../node_modules/@electric-sql/pglite/package.json')));
  for (const file of ['migrate.ts', 'pglite-worker.mjs']) hash.update(readFileSync(from(`../db/${file}`)));
  if (migrated) {
    for (const name of readdirSync(MIGRATIONS).sort()) {
      hash.update(name).update(readFileSync(`${MIGRATIONS}/${name}`));
    }
  }
  return `${migrated ? 'migrated' : 'empty'}-${hash.digest('hex').slice(0, 12)}`;
}
