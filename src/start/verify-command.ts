/** `npm run verify`: whether history and audit are as they were sealed (R61). */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '#db/database.ts';
import { openDatabase } from '#db/open.ts';
import { type Break, type Verified, verifyChains } from '#db/seals/verify.ts';
import { readEnvironment } from './environment.ts';
import { counted } from './row-progress.ts';

/** @returns the exit code: 0 all proved, 1 tampered with or not readable, 2 wrongly called */
export async function run(args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    process.stderr.write('Usage: npm run verify\n');
    return 2;
  }
  try {
    const { dataDir, databaseUrl } = readEnvironment(process.env);
    const folder = join(dataDir, 'pg');
    if (!databaseUrl && !existsSync(folder)) throw new Error(`There is no database in ${dataDir}.`);
    const database = await openDatabase({ dataDir: folder, databaseUrl, minFreeBytes: 0 });
    try {
      return (await verifyAll(database, (line) => process.stdout.write(`${line}\n`))) ? 0 : 1;
    } finally {
      await database.close();
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : 'an unknown fault'}\n`);
    return 1;
  }
}

/** A line for each company's history and audit. Answers whether nothing was tampered with. */
export async function verifyAll(database: Database, say: (line: string) => void): Promise<boolean> {
  const tenants = await database.transaction({ tenantId: 'system', readOnly: true }, async (tx) => {
    const [seals] = await tx.query<{ exist: boolean }>(
      `select to_regclass('office.seals') is not null as exist`,
    );
    if (!seals!.exist)
      throw new Error('Nothing is sealed in this database yet: start the server on it first.');
    return await tx.query<{ id: number; name: string }>('select id, name from office.tenants');
  });
  const names = new Map(tenants.map(({ id, name }) => [id, name]));
  let isWhole = true;
  for await (const chain of verifyChains(database)) {
    const { tenantId } = chain;
    const whose =
      tenantId === null ? 'No company' : `Company ${tenantId}, ${names.get(tenantId) ?? 'which is gone'}`;
    say(`${whose}, ${sentence(chain)}`);
    isWhole &&= chain.broken === null;
  }
  say(isWhole ? 'Nothing was tampered with.' : 'TAMPERED WITH: see above.');
  return isWhole;
}

function sentence({ stream, proved, notSealed, broken, head }: Verified): string {
  const rest = `${counted(proved, 'row')} proved, ${notSealed} not sealed yet`;
  if (broken) return `${stream}: ${fault(broken)}. Before it ${rest}.`;
  return `${stream}: ${rest}${head === null ? '' : `, last seal ${head}`}.`;
}

const fault = ({ what, id }: Break): string =>
  ({
    changed: `row ${id} was changed`,
    removed: `row ${id} was removed`,
    added: `row ${id} was put in between`,
    seal: `seal ${id} was altered or removed`,
  })[what];
