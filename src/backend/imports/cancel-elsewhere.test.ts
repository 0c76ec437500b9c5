import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type EndpointName, endpoints } from '#contract/endpoints.ts';
import type { ImportState } from '#contract/import.ts';
import type { Database } from '#db/database.ts';
import { eachEngine } from '#testing/databases.ts';
import { fixedClock } from '#testing/fixed-clock.ts';
import { createBackend } from '../upstream.ts';
import { createImports } from './imports.ts';

const ROWS = 1200;
const FILE = [
  'id,opened on,type,title,address',
  ...Array.from(
    { length: ROWS },
    (_, n) => `${n},2011-07-01 09:30:00,No Heat,No heat,"${n} Elm St, Quincy, MA 02169"`,
  ),
].join('\n');

/** One server process: its own tasks over the database and the folder all share. */
function processOver(database: Database, folder: string) {
  const clock = fixedClock();
  const faults: unknown[] = [];
  const imports = createImports({ database, clock, folder, onFault: (error) => faults.push(error) });
  const backend = createBackend({ database, clock, imports: imports.answer });
  async function call(
    endpoint: EndpointName,
    id: number | null,
    more: { body?: unknown; upload?: string } = {},
  ): Promise<ImportState> {
    const { upload, body } = more;
    const chunks = async function* () {
      yield Buffer.from(upload ?? '');
    };
    const response = await backend.call({
      endpoint,
      actor: { tenantId: 1, userId: 5, name: 'Ada', roles: ['admin'], rights: [], businessUnitIds: null },
      params: { id },
      query: { fileName: 'requests.csv' },
      body: endpoints[endpoint].body?.parse(body ?? {}),
      ...(upload === undefined ? {} : { upload: chunks() }),
      idempotencyKey: null,
      bodyHash: '',
      requestId: 'test',
      address: '127.0.0.1',
      signal: new AbortController().signal,
    });
    return response.body as ImportState;
  }
  const reaches = (id: number, isThere: (state: ImportState) => boolean) =>
    vi.waitFor(
      async () => {
        const state = await call('imports.get', id);
        if (!isThere(state)) throw new Error(`${state.status} at ${state.rowsDone}`);
        return state;
      },
      { interval: 5, timeout: 60_000 },
    );
  return { call, reaches, imports, faults };
}

eachEngine('an import that runs in another process', (database) => {
  let folder = '';
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'truckroll-cancel-'));
    await database().transaction({ tenantId: 'system' }, async (tx) => {
      await tx.query(`insert into office.tenants (id, name) values (1, 'Acme')`);
      await tx.query(
        `insert into office.users (tenant_id, id, email, name, password_hash, roles) values (1, 5, 'a@a.test', 'Ada', '', '{admin}')`,
      );
    });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('stops after its batch when it is canceled here, and can be run on here', async () => {
    const there = processOver(database(), folder);
    const here = processOver(database(), folder);
    const { id, columns } = await there.call('imports.upload', null, { upload: FILE });
    const mapping = Object.fromEntries(columns.map(({ name, guess }) => [name, guess]));
    await there.call('imports.check', id, { body: { timeZone: 'America/New_York', columns: mapping } });
    await there.reaches(id, ({ status }) => status === 'Checked');
    await there.call('imports.run', id);
    await there.reaches(id, ({ rowsDone }) => rowsDone >= 20);
    await here.call('imports.cancel', id);
    const canceled = await there.reaches(id, ({ status }) => status !== 'Running');
    expect(canceled.status).toBe('Canceled');
    expect(canceled.rowsDone).toBeLessThan(ROWS);
    // The wish to cancel was for that run, not for the next.
    await here.call('imports.run', id);
    expect(await here.reaches(id, ({ status }) => status !== 'Running')).toMatchObject({
      status: 'Done',
      rowsDone: ROWS,
    });
    expect([...there.faults, ...here.faults]).toEqual([]);
  });
});
