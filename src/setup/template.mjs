// Run by the build: a database as its first start needs it, empty and migrated, beside the program that copies it.
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DIST } from './paths.mjs';

const from = (name) => import(pathToFileURL(join(DIST, 'server/db', name)).href);
const [{ openDatabase }, { migrate }] = await Promise.all([from('open.js'), from('migrate.js')]);

const template = join(DIST, 'server/db/pglite-template');
const unfinished = `${template}.new`;
for (const folder of [template, unfinished]) rmSync(folder, { recursive: true, force: true });
const database = await openDatabase({ dataDir: unfinished, durable: false });
await migrate(database);
await database.close();
renameSync(join(unfinished, 'pg'), template);
rmSync(unfinished, { recursive: true });
