/** A backup's lines into the tables of the same migration. */
import type { Database, Transaction } from '../database.ts';
import type { Receiver } from './contents.ts';
import type { Marker } from './dump.ts';
import { BackupError, type Header } from './header.ts';
import { listSequences, listTables, SCHEMAS, type Table } from './tables.ts';
import { createTally, type Progress } from './tally.ts';

const BATCH_ROWS = 1000;
const BATCH_CHARACTERS = 1024 * 1024;
/** PGlite has no checkpointer of its own: without, the log of one long transaction would be as large as the data. */
const CHECKPOINT_CHARACTERS = 32 * 1024 * 1024;

/**
 * The tables must be empty. Foreign keys are taken away while rows arrive and put back, checked, at the end: tables come
 * in any order, and one check over all rows is quicker than one per row.
 * @throws BackupError when the rows do not fit the header or the tables; DatabaseError when they break a constraint
 */
export async function load(
  tx: Transaction,
  engine: Database['engine'],
  header: Header,
  batches: AsyncIterable<readonly string[]>,
  receiver: Receiver,
  onProgress?: Progress,
): Promise<void> {
  const tables = await matchTables(tx, header);
  const putBack = await dropForeignKeys(tx);
  const tally = createTally(header, onProgress);
  let into: Table | undefined;
  let waiting: string[] = [];
  let characters = 0;
  let sinceCheckpoint = 0;
  const flush = async () => {
    if (waiting.length === 0) return;
    if (!into) throw new BackupError('The backup holds rows before their table.');
    await insert(tx, into, waiting);
    sinceCheckpoint += characters;
    waiting = [];
    characters = 0;
    if (engine === 'postgres' || sinceCheckpoint < CHECKPOINT_CHARACTERS) return;
    await tx.script('checkpoint');
    sinceCheckpoint = 0;
  };
  for await (const lines of batches) {
    for (const line of lines) {
      if (line.startsWith('{')) {
        await flush();
        const marker = JSON.parse(line) as Marker;
        tally.marker(marker);
        if ('table' in marker) into = tables.get(marker.table);
        if ('sequences' in marker) await continueSequences(tx, marker.sequences);
        if ('file' in marker) await receiver.begin(marker);
      } else if (line.startsWith('"')) {
        tally.chunk(line.length - 2, line.endsWith('=="') ? 2 : line.endsWith('="') ? 1 : 0);
        receiver.chunk(line);
      } else {
        tally.row();
        waiting.push(line);
        characters += line.length;
        if (waiting.length >= BATCH_ROWS || characters >= BATCH_CHARACTERS) await flush();
      }
    }
  }
  await receiver.finish();
  tally.finish();
  // What is looked at when a step is whole is looked at now: a table with such checks left cannot be altered.
  await tx.script(`set constraints all immediate; ${putBack}; analyze`);
  await countRows(tx, header, tables);
}

/** Columns of the header in the file's order, with this database's types. */
async function matchTables(tx: Transaction, header: Header): Promise<Map<string, Table>> {
  const here = new Map((await listTables(tx)).map((table) => [table.name, table]));
  const matched = new Map<string, Table>();
  for (const { name, columns } of header.tables) {
    const table = here.get(name);
    const found = columns.map((column) => table?.columns.find((one) => one.name === column));
    if (!table || found.length !== table.columns.length || found.includes(undefined)) {
      throw new BackupError(`The backup's table ${name} is not the one this program knows.`);
    }
    matched.set(name, { ...table, columns: found as Table['columns'] });
  }
  const missing = [...here.keys()].filter((name) => !matched.has(name));
  if (missing.length > 0) throw new BackupError(`The backup lacks the tables ${missing.join(', ')}.`);
  return matched;
}

/** @returns the script that puts them back */
async function dropForeignKeys(tx: Transaction): Promise<string> {
  const keys = await tx.query<{ drop: string; add: string }>(
    `select format('alter table %I.%I drop constraint %I', n.nspname, c.relname, k.conname) as drop,
       format('alter table %I.%I add constraint %I %s', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid)) as add
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and n.nspname = any($1::text[]) order by 1`,
    [SCHEMAS],
  );
  await tx.script(keys.map(({ drop }) => drop).join('; '));
  return keys.map(({ add }) => add).join('; ');
}

async function insert(tx: Transaction, table: Table, lines: readonly string[]): Promise<void> {
  const names = table.columns.map(({ sqlName }) => sqlName).join(', ');
  const values = table.columns.map(({ type }, index) => `(line->>${index})::${type}`).join(', ');
  await tx.query(
    `insert into ${table.sqlName} (${names}) overriding system value
     select ${values} from jsonb_array_elements($1::jsonb) as line`,
    [`[${lines.join(',')}]`],
  );
}

/** By `restart`, which is undone with the transaction, as `setval` is not. */
async function continueSequences(
  tx: Transaction,
  sequences: Readonly<Record<string, number | null>>,
): Promise<void> {
  for (const { name, sqlName } of await listSequences(tx)) {
    const last = sequences[name];
    if (last === undefined) throw new BackupError(`The backup does not say how far ${name} has come.`);
    if (last !== null) await tx.script(`alter sequence ${sqlName} restart with ${Math.trunc(last) + 1}`);
  }
}

async function countRows(tx: Transaction, header: Header, tables: Map<string, Table>): Promise<void> {
  for (const { name, rows } of header.tables) {
    const [found] = await tx.query<{ rows: number }>(
      `select count(*) as rows from ${tables.get(name)!.sqlName}`,
    );
    if (found!.rows !== rows)
      throw new BackupError(`${name} should hold ${rows} rows, but holds ${found!.rows}.`);
  }
}
