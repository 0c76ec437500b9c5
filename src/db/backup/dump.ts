/**
 * The database as lines of text, the same from both engines: the header; for each table a line naming it, then each row
 * as a JSON array of the columns' own text (so microseconds, jsonb and arrays come back bit by bit); the sequences; the
 * attached files; the end. Everything in one snapshot, a batch of rows or one file in memory.
 */
import type { Instant } from '#domain/time.ts';
import type { Database, Transaction } from '../database.ts';
import { json } from '../parameters.ts';
import {
  type Content,
  type ContentMarker,
  type ContentSource,
  contentLines,
  listContents,
} from './contents.ts';
import { BackupError, FORMAT, type Header, type TableHeader } from './header.ts';
import { isSetUp, listSequences, listTables, type Table } from './tables.ts';

/** A marker between rows; rows are arrays and bytes strings, so the first character tells them apart. */
export type Marker =
  | { table: string }
  | { sequences: Readonly<Record<string, number | null>> }
  | ContentMarker
  | { end: number };

const BATCH = 500;

/** @throws BackupError when there is nothing to back up */
export async function* dump(
  tx: Transaction,
  engine: Database['engine'],
  source: ContentSource,
): AsyncGenerator<string, void> {
  // Whoever receives may be slow; the reading transaction harms nobody by waiting.
  await tx.query('set local idle_in_transaction_session_timeout = 0');
  if (!(await isSetUp(tx))) throw new BackupError('The database is empty: there is nothing to back up.');
  const tables = await listTables(tx);
  // A database of an earlier migration has none yet.
  const contents = tables.some(({ name }) => name === 'company.files') ? await listContents(tx) : [];
  const header = await describe(tx, engine, tables, contents);
  yield line(header);
  for (const table of tables) {
    yield line({ table: table.name } satisfies Marker);
    yield* rowsOf(tx, table);
  }
  // After the rows: a sequence is never behind the ids that were taken from it.
  const sequences = Object.fromEntries(
    (await listSequences(tx)).map(({ name, lastValue }) => [name, lastValue]),
  );
  yield line({ sequences } satisfies Marker);
  for (const content of contents) yield* contentLines(content, source);
  yield line({ end: header.rows } satisfies Marker);
}

const line = (value: Header | Marker): string => `${json(value)}\n`;

async function describe(
  tx: Transaction,
  engine: Database['engine'],
  tables: readonly Table[],
  contents: readonly Content[],
): Promise<Header> {
  const [now] = await tx.query<{ made: Instant; companies: number }>(
    'select now() as made, (select count(*) from office.tenants) as companies',
  );
  const migrations = await tx.query<Header['migrations'][number]>(
    'select name, checksum from public.truckroll_migrations order by name collate "C"',
  );
  const counted: TableHeader[] = [];
  for (const { name, sqlName, columns } of tables) {
    const [count] = await tx.query<{ rows: number }>(`select count(*) as rows from ${sqlName}`);
    counted.push({ name, columns: columns.map((column) => column.name), rows: count!.rows });
  }
  return {
    'truckroll backup': FORMAT,
    made: now!.made,
    engine,
    companies: now!.companies,
    rows: counted.reduce((sum, { rows }) => sum + rows, 0),
    files: { count: contents.length, bytes: contents.reduce((sum, { size }) => sum + size, 0) },
    migrations,
    tables: counted,
  };
}

async function* rowsOf(tx: Transaction, table: Table): AsyncGenerator<string, void> {
  const values = table.columns.map(({ sqlName }) => `${sqlName}::text`).join(', ');
  await tx.query(
    `declare backup_rows no scroll cursor for select to_json(array[${values}])::text as line from ${table.sqlName}`,
  );
  for (;;) {
    const rows = await tx.query<{ line: string }>(`fetch ${BATCH} from backup_rows`);
    if (rows.length > 0) yield `${rows.map((row) => row.line).join('\n')}\n`;
    if (rows.length < BATCH) break;
  }
  await tx.query('close backup_rows');
}
