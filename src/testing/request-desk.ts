/** An empty office with an import desk, and files of service requests for it. */
import { beforeEach } from 'vitest';
import type { ImportState } from '#contract/import.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Database } from '#db/database.ts';
import { deskPerTest, importsOf } from './import-desk.ts';

export const HEADER = 'id,opened on,due,closed,type,title,address,latitude,longitude,source\n';
export const row = (
  id: string,
  values: Partial<Record<'opened' | 'closed' | 'type' | 'address' | 'title', string>> = {},
) =>
  [
    id,
    values.opened ?? '2011-07-01 09:30:00',
    '2011-07-15 09:30:00',
    values.closed ?? '',
    values.type ?? 'No Heat',
    values.title ?? 'No heat since Monday',
    `"${values.address ?? `${id} Elm St, Quincy, MA 02169`}"`,
    `42.${id}`,
    '-71',
    'Phone',
  ].join(',');
export const file = (...rows: string[]) => HEADER + rows.map((one) => `${one}\n`).join('');

/** Service requests at the desk of an office. */
function requestDesk(database: Database, folder: string) {
  const office = importsOf(database, folder, []);
  const { ask, call, settled, run } = office;
  const upload = (text: string | Uint8Array, key?: string): Promise<ImportState> =>
    call('imports.upload', { upload: text, query: { fileName: 'requests.csv' }, ...(key ? { key } : {}) });
  async function check(state: ImportState, asOf?: string): Promise<ImportState> {
    const columns = Object.fromEntries(state.columns.map(({ name, guess }) => [name, guess]));
    const body = { timeZone: 'America/New_York', columns, ...(asOf ? { asOf } : {}) };
    await call('imports.check', { params: { id: state.id }, body });
    return settled(state.id);
  }
  const all = async (text: string | Uint8Array, asOf?: string) =>
    run((await check(await upload(text), asOf)).id);
  const result = async (id: number): Promise<string> => {
    const { download } = await ask('imports.result', { params: { id } });
    let text = '';
    for await (const chunk of download!.chunks) text += chunk;
    return text;
  };
  return { ...office, upload, check, all, result };
}

export const refusal = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ProblemError)
      return { code: error.code, ...error.params, fields: error.fields.length };
    throw error;
  }
};

/** A desk for each test of the block it is called in, beside another company, and what the database has of its own. */
export function requestDesks(database: () => Database) {
  const desks = deskPerTest(database, requestDesk);
  beforeEach(() =>
    database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query(`insert into office.tenants (id, name) values (2, 'Two')`),
    ),
  );
  const rowsOf = <T>(sql: string): Promise<T[]> =>
    database().transaction({ tenantId: 1, readOnly: true }, (tx) => tx.query<T>(sql));
  const countOf = async (table: string): Promise<number> =>
    (await rowsOf<{ count: number }>(`select count(*)::int as count from company.${table}`))[0]!.count;
  return { desks, rowsOf, countOf };
}
