/** What a backup holds: every table of both schemas but the sessions, every stored column that is not computed. */
import type { Transaction } from '../database.ts';

export type Table = {
  /** `schema.table`, as in the backup's header. */
  readonly name: string;
  /** Quoted for SQL. */
  readonly sqlName: string;
  readonly columns: readonly Column[];
};
export type Column = { readonly name: string; readonly sqlName: string; readonly type: string };

/** People sign in again after a restore: whoever held a cookie when the backup was made may have been sent away since. */
const LEFT_OUT = ['office.sessions'];
export const SCHEMAS = ['office', 'company'] as const;

/** In order of name, columns in order of the table. */
export async function listTables(tx: Transaction): Promise<Table[]> {
  const rows = await tx.query<{
    name: string;
    sqlName: string;
    column: string;
    sqlColumn: string;
    type: string;
  }>(
    `select n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as "sqlName",
       a.attname as "column", quote_ident(a.attname) as "sqlColumn", format_type(a.atttypid, a.atttypmod) as type
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where n.nspname = any($1::text[]) and c.relkind = 'r' and n.nspname || '.' || c.relname <> all($2::text[])
     order by n.nspname collate "C" desc, c.relname collate "C", a.attnum`,
    [SCHEMAS, LEFT_OUT],
  );
  const tables = new Map<string, Table & { columns: Column[] }>();
  for (const { name, sqlName, column, sqlColumn, type } of rows) {
    if (!tables.has(name)) tables.set(name, { name, sqlName, columns: [] });
    tables.get(name)!.columns.push({ name: column, sqlName: sqlColumn, type });
  }
  return [...tables.values()];
}

type Sequence = { readonly name: string; readonly sqlName: string; readonly lastValue: number | null };

/** `lastValue` null: nothing was taken from it yet. Sequences do not belong to a snapshot: they are never behind it. */
export const listSequences = (tx: Transaction): Promise<Sequence[]> =>
  tx.query<Sequence>(
    `select schemaname || '.' || sequencename as name, format('%I.%I', schemaname, sequencename) as "sqlName",
       last_value as "lastValue"
     from pg_sequences where schemaname = any($1::text[]) order by 1`,
    [SCHEMAS],
  );

/** Whether the two schemas are there. */
export async function isSetUp(tx: Transaction): Promise<boolean> {
  const [row] = await tx.query<{ is: boolean }>(
    `select to_regclass('public.truckroll_migrations') is not null and to_regclass('office.tenants') is not null as is`,
  );
  return row!.is;
}
