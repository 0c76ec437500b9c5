import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createBackend } from '#backend/upstream.ts';
import { type EndpointName, endpoints, type ResultOf } from '#contract/endpoints.ts';
import type { ImportState } from '#contract/import.ts';
import { ProblemError } from '#contract/problem.ts';
import type { UpstreamRequest } from '#contract/upstream.ts';
import type { Database } from '#db/database.ts';
import { eachEngine } from '#testing/databases.ts';
import { fixedClock } from '#testing/fixed-clock.ts';
import { createImports, type Imports } from './imports.ts';

const HEADER = 'id,opened on,due,closed,type,title,address,latitude,longitude,source\n';
const row = (
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
const file = (...rows: string[]) => HEADER + rows.map((one) => `${one}\n`).join('');

type Ask = {
  params?: unknown;
  query?: unknown;
  body?: unknown;
  upload?: string | Uint8Array;
  key?: string;
  tenantId?: number;
};

/** An office that has nothing yet but its first admin, and the imports beside it. */
function office(database: Database, folder: string) {
  const clock = fixedClock();
  const faults: unknown[] = [];
  const imports = createImports({ database, clock, folder, onFault: (error) => faults.push(error) });
  const backend = createBackend({ database, clock, imports: imports.answer });
  async function ask<N extends EndpointName>(endpoint: N, { key, upload, tenantId = 1, ...rest }: Ask = {}) {
    const schema = endpoints[endpoint];
    const body: unknown = schema.body ? schema.body.parse(rest.body ?? {}) : undefined;
    const request: UpstreamRequest = {
      endpoint,
      actor: { tenantId, userId: 5, name: 'Ada', roles: ['admin'], rights: [], businessUnitIds: null },
      params: rest.params ?? {},
      query: rest.query ?? {},
      body,
      ...(upload === undefined ? {} : { upload: chunksOf(upload) }),
      idempotencyKey: key ?? null,
      bodyHash: createHash('sha256')
        .update(JSON.stringify(body ?? null))
        .digest('hex'),
      requestId: 'test',
      address: '127.0.0.1',
      signal: new AbortController().signal,
    };
    return backend.call(request);
  }
  async function call<N extends EndpointName>(endpoint: N, request: Ask = {}): Promise<ResultOf<N>> {
    const response = await ask(endpoint, request);
    const schemas = endpoints[endpoint].responses as Record<
      number,
      { parse(value: unknown): unknown } | null
    >;
    return schemas[response.status]!.parse(response.body) as ResultOf<N>;
  }
  const upload = (text: string | Uint8Array, key?: string): Promise<ImportState> =>
    call('imports.upload', { upload: text, query: { fileName: 'requests.csv' }, ...(key ? { key } : {}) });
  const settled = (id: number): Promise<ImportState> =>
    vi.waitFor(
      async () => {
        const state = await call('imports.get', { params: { id } });
        if (state.status === 'Checking' || state.status === 'Running')
          throw new Error(`still ${state.status}`);
        return state;
      },
      { interval: 5, timeout: 300_000 },
    );
  async function check(state: ImportState, asOf?: string): Promise<ImportState> {
    const columns = Object.fromEntries(state.columns.map(({ name, guess }) => [name, guess]));
    const body = { timeZone: 'America/New_York', columns, ...(asOf ? { asOf } : {}) };
    await call('imports.check', { params: { id: state.id }, body });
    return settled(state.id);
  }
  async function run(id: number): Promise<ImportState> {
    await call('imports.run', { params: { id } });
    return settled(id);
  }
  const all = async (text: string | Uint8Array, asOf?: string) =>
    run((await check(await upload(text), asOf)).id);
  const result = async (id: number): Promise<string> => {
    const { download } = await ask('imports.result', { params: { id } });
    let text = '';
    for await (const chunk of download!.chunks) text += chunk;
    return text;
  };
  return { imports, ask, call, upload, check, run, all, result, settled, clock, faults };
}

async function* chunksOf(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
const refusal = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ProblemError)
      return { code: error.code, ...error.params, fields: error.fields.length };
    throw error;
  }
};

eachEngine('importing service requests', (database) => {
  let folder = '';
  let desk: ReturnType<typeof office>;
  const open: Imports[] = [];
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'truckroll-imports-'));
    desk = office(database(), folder);
    open.push(desk.imports);
    await database().transaction({ tenantId: 'system' }, async (tx) => {
      await tx.query(`insert into office.tenants (id, name) values (1, 'One'), (2, 'Two')`);
      await tx.query(
        `insert into office.users (tenant_id, id, email, name, password_hash, roles) values (1, 5, 'a@a.test', 'Ada', 'none', '{admin}')`,
      );
    });
  });
  afterEach(async () => {
    for (const imports of open.splice(0)) await imports.stop();
    expect(desk.faults).toEqual([]);
    rmSync(folder, { recursive: true, force: true });
  });
  const rowsOf = <T>(sql: string): Promise<T[]> =>
    database().transaction({ tenantId: 1, readOnly: true }, (tx) => tx.query<T>(sql));
  const countOf = async (table: string): Promise<number> =>
    (await rowsOf<{ count: number }>(`select count(*)::int as count from company.${table}`))[0]!.count;

  test('into an empty system: everything needed is made and said, the requests stand in the tray', async () => {
    const checked = await desk.check(
      await desk.upload(file(row('1'), row('2', { address: ' ' }), row('3', { type: 'Bed Bugs' }))),
    );
    expect(checked).toMatchObject({
      status: 'Checked',
      rowsDone: 3,
      fates: { create: 2, reject: 1 },
      rowsTotal: 3,
    });
    expect(await countOf('jobs')).toBe(0);
    const done = await desk.run(checked.id);
    expect(done).toMatchObject({ status: 'Done', fates: { create: 2, reject: 1 }, problem: null });
    expect(Object.fromEntries(done.made.map(({ what, count }) => [what, count]))).toEqual({
      taxZone: 1,
      businessUnit: 1,
      campaign: 1,
      tag: 1,
      customField: 3,
      reason: 2,
      jobType: 2,
      customer: 2,
      location: 2,
      job: 2,
    });
    const { items } = await desk.call('jobs.list');
    expect(items.map((job) => [job.customerName, job.summary, job.status, job.bookedOn])).toEqual([
      ['Occupant of 3 Elm St', 'No heat since Monday', 'Scheduled', '2011-07-01T13:30:00.000Z'],
      ['Occupant of 1 Elm St', 'No heat since Monday', 'Scheduled', '2011-07-01T13:30:00.000Z'],
    ]);
    const card = await desk.call('jobs.get', { params: { id: items[1]!.id } });
    expect(card.job.customFields).toEqual({ request: '1', due: '2011-07-15T13:30:00.000Z' });
    expect(card.appointments).toMatchObject([
      {
        start: '2011-07-01T16:00:00.000Z',
        end: '2011-07-01T18:00:00.000Z',
        windowStart: '2011-07-01T16:00:00.000Z',
        windowEnd: '2011-07-01T20:00:00.000Z',
        assignments: [],
      },
    ]);
    const day = await desk.call('board.day', { query: { day: '2011-07-01' } });
    expect(JSON.stringify(day)).toContain('Occupant of 1 Elm St');
  });

  test('again: nothing changes, every request is known, new ones are added', async () => {
    await desk.all(file(row('1'), row('2')));
    const before = await rowsOf('select id, version, modified_on from company.jobs order by id');
    const again = await desk.all(
      file(
        row('1', { title: 'changed' }),
        row('2'),
        row('3', { address: '2 Elm Street, Quincy, MA 02169', opened: '2011-07-02 09:30:00' }),
      ),
    );
    expect(again).toMatchObject({ status: 'Done', fates: { exists: 2, create: 1 } });
    expect(again.made).toEqual([{ what: 'job', count: 1 }]);
    expect(
      (await rowsOf('select id, version, modified_on from company.jobs order by id')).slice(0, 2),
    ).toEqual(before);
    expect(await countOf('locations')).toBe(2);
  });

  test('as of a moment: what was closed before it is completed, the rest is open', async () => {
    const text = file(
      row('1', { closed: '2011-07-02 10:00:00' }),
      row('2', { closed: '2011-07-03 10:00:00' }),
      row('3'),
    );
    await desk.all(text, '2011-07-03T00:00:00Z');
    expect(
      await rowsOf('select status, completed_on as "completedOn" from company.jobs order by id'),
    ).toEqual([
      { status: 'Completed', completedOn: '2011-07-02T14:00:00.000Z' },
      { status: 'Scheduled', completedOn: null },
      { status: 'Scheduled', completedOn: null },
    ]);
  });

  test('same address, type and day: booked, tagged, at one location', async () => {
    const one = { address: '9 Elm St, Quincy, MA 02169' };
    const done = await desk.all(file(row('1', one), row('2', one)));
    expect(done.fates).toMatchObject({ create: 1, duplicate: 1 });
    const { items } = await desk.call('imports.rows', {
      params: { id: done.id },
      query: { fate: 'duplicate' },
    });
    expect(items).toMatchObject([
      { line: 3, reasons: [{ code: 'request.same_day', params: { line: 2, id: '1' } }] },
    ]);
    const card = await desk.call('jobs.get', { params: { id: items[0]!.jobId! } });
    expect(card.job.customFields.sameDayAs).toBe('1');
    expect(card.job.tagIds).toHaveLength(1);
    expect(await countOf('locations')).toBe(1);
  });

  test('an address of a customer from elsewhere is left alone and named', async () => {
    const body = {
      name: 'Maria Lopez',
      locations: [{ street: '1 Elm St', city: 'Quincy', state: 'MA', zip: '02169' }],
    };
    const { customer } = await desk.call('customers.create', { body });
    const done = await desk.all(file(row('1')));
    const { items } = await desk.call('imports.rows', { params: { id: done.id } });
    expect(items[0]).toMatchObject({
      fate: 'report',
      reasons: [{ code: 'address.of_other_customer', params: { customer: customer.id } }],
    });
    const job = await desk.call('jobs.get', { params: { id: items[0]!.jobId! } });
    expect(job.job.customerName).toBe('Occupant of 1 Elm St');
  });

  test('a type, unit or field that is there is used, not made again', async () => {
    await desk.all(file(row('1')));
    const second = await desk.all(file(row('2', { type: 'NO HEAT' })));
    expect(second.made.map(({ what }) => what).sort()).toEqual(['customer', 'job', 'location']);
    expect(await countOf('job_types')).toBe(1);
  });

  test('a rule that refuses one job costs that job only', async () => {
    await desk.all(file(row('1')));
    await database().transaction({ tenantId: 1 }, (tx) =>
      tx.query(`update company.customers set do_not_service = true where name = 'Occupant of 1 Elm St'`),
    );
    const others = ['2', '3', '4', '5'].map((id) => row(id));
    const done = await desk.all(file(...others, row('6', { address: '1 Elm St, Quincy, MA 02169' })));
    expect(done.fates).toMatchObject({ create: 4, reject: 1 });
    const { items } = await desk.call('imports.rows', { params: { id: done.id }, query: { fate: 'reject' } });
    expect(items[0]!.reasons).toEqual([
      { code: 'write.refused', params: { code: 'job.customer_do_not_service' } },
    ]);
  });

  test('canceled in the middle, whole batches stay and a second run ends it', async () => {
    const rows = Array.from({ length: 1200 }, (_, index) => row(String(index + 1)));
    const { id } = await desk.check(await desk.upload(file(...rows)));
    await desk.call('imports.run', { params: { id } });
    await vi.waitFor(
      async () =>
        expect((await desk.call('imports.get', { params: { id } })).rowsDone).toBeGreaterThanOrEqual(20),
      { interval: 5, timeout: 20_000 },
    );
    const canceled = await desk.call('imports.cancel', { params: { id } });
    expect(canceled.status).toBe('Canceled');
    expect(canceled.rowsDone).toBeLessThan(1200);
    expect(await countOf('jobs')).toBe(canceled.rowsDone);
    const done = await desk.run(id);
    expect(done).toMatchObject({ status: 'Done', rowsDone: 1200, fates: { create: 1200, exists: 0 } });
    expect(done.made).toContainEqual({ what: 'job', count: 1200 });
    expect(await countOf('jobs')).toBe(1200);
  });

  test('left behind by a process that died, it is told as interrupted and can be run on', async () => {
    const { id } = await desk.check(await desk.upload(file(row('1'))));
    await database().transaction({ tenantId: 1 }, (tx) =>
      tx.query(`update company.imports set status = 'Running'`),
    );
    desk.clock.advance(10 * 60_000);
    expect(await desk.call('imports.get', { params: { id } })).toMatchObject({
      status: 'Failed',
      problem: { code: 'import.interrupted' },
    });
    expect((await desk.run(id)).status).toBe('Done');
  });

  test('the result file has every row with its reasons in words, and no cell a spreadsheet would run', async () => {
    const done = await desk.all(
      file(row('1', { title: '"=HYPERLINK(""http://x"")"' }), row('2', { address: ' ' }), row('-3')),
    );
    const jobs = await rowsOf<{ number: number }>('select number from company.jobs order by id');
    expect((await desk.result(done.id)).split('\r\n')).toEqual([
      '\uFEFFline,request,fate,job,summary,reasons',
      `2,1,create,${jobs[0]!.number},"'=HYPERLINK(""http://x"")",`,
      '3,2,reject,,No heat since Monday,"There is no address, so there is nowhere to go."',
      `4,"'-3",report,${jobs[1]!.number},No heat since Monday,"The coordinates “42.-3”, “-71” cannot be read."`,
      '',
    ]);
  });

  test('rows are given page by page', async () => {
    const { id } = await desk.check(await desk.upload(file(row('1'), row('2'), row('3'))));
    const first = await desk.call('imports.rows', { params: { id }, query: { limit: 2 } });
    expect([first.items.map((one) => one.line), first.next, first.total]).toEqual([[2, 3], '3', 3]);
    const second = await desk.call('imports.rows', { params: { id }, query: { limit: 2, after: '3' } });
    expect([second.items.map((one) => one.line), second.next]).toEqual([[4], null]);
    expect(await refusal(desk.call('imports.rows', { params: { id }, query: { after: 'x' } }))).toMatchObject(
      { code: 'request.invalid' },
    );
  });

  describe('is refused', () => {
    test.each([
      ['an empty file', '', { why: 'empty' }],
      ['a header alone', HEADER, { why: 'no_rows' }],
      ['a mark never closed', file(row('1'), '2,"x'), { why: 'quote_not_closed', line: 3 }],
    ])('%s, leaving nothing behind', async (_, text, why) => {
      expect(await refusal(desk.upload(text))).toMatchObject({ code: 'import.unreadable', ...why });
      expect(readdirSync(folder)).toEqual([]);
      expect((await desk.call('imports.list')).items).toEqual([]);
    });

    test('a mapping that names no time, no place and a column that is not there', async () => {
      const { id } = await desk.upload(file(row('1')));
      const body = { timeZone: 'America/New_York', columns: { id: 'externalId', nothing: 'zip' } };
      expect(await refusal(desk.call('imports.check', { params: { id }, body }))).toMatchObject({
        code: 'request.invalid',
        fields: 3,
      });
    });

    test('a run before the check, and a check after the run', async () => {
      const state = await desk.upload(file(row('1')));
      expect(await refusal(desk.run(state.id))).toMatchObject({
        code: 'import.not_ready',
        status: 'Uploaded',
      });
      await desk.run((await desk.check(state)).id);
      expect(await refusal(desk.check(state))).toMatchObject({ code: 'import.not_ready', status: 'Done' });
      expect((await desk.run(state.id)).status).toBe('Done');
    });

    test('an import of another company', async () => {
      const { id } = await desk.upload(file(row('1')));
      for (const endpoint of [
        'imports.get',
        'imports.rows',
        'imports.run',
        'imports.cancel',
        'imports.result',
      ] as const) {
        expect(await refusal(desk.ask(endpoint, { params: { id }, tenantId: 2 }))).toMatchObject({
          code: 'record.not_found',
        });
      }
    });
  });

  test('the same upload with the same key is one import; another file under that key is refused', async () => {
    const first = await desk.upload(file(row('1')), 'k1');
    expect(await desk.upload(file(row('1')), 'k1')).toEqual(first);
    expect(await refusal(desk.upload(file(row('2')), 'k1'))).toMatchObject({
      code: 'request.idempotency_key_reused',
    });
    expect((await desk.call('imports.list')).items).toHaveLength(1);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('of many uploads the last twenty files are kept, and nothing a killed process left half-way', async () => {
    writeFileSync(join(folder, 'upload-left.part'), 'half');
    writeFileSync(join(folder, 'upload-now.part'), 'half');
    utimesSync(join(folder, 'upload-now.part'), desk.clock.ms() / 1000, desk.clock.ms() / 1000);
    utimesSync(
      join(folder, 'upload-left.part'),
      desk.clock.ms() / 1000 - 90_000,
      desk.clock.ms() / 1000 - 90_000,
    );
    const ids: number[] = [];
    for (let count = 0; count < 22; count++) ids.push((await desk.upload(file(row('1')))).id);
    const kept = [...ids.slice(2).map((id) => `1-${id}.csv`), 'upload-now.part'];
    expect(readdirSync(folder).sort()).toEqual(kept.sort());
  });

  test('a file that was taken away is told, not a fault', async () => {
    const { id } = await desk.check(await desk.upload(file(row('1'))));
    rmSync(join(folder, readdirSync(folder)[0]!));
    expect(await desk.run(id)).toMatchObject({ status: 'Failed', problem: { code: 'import.file_gone' } });
  });

  const BOSTON = fileURLToPath(
    new URL('../../../../shared/data/service-requests/boston-2011-h2-trades.csv', import.meta.url),
  );
  test.skipIf(!existsSync(BOSTON) || !process.env.IMPORT_WHOLE_FILE)(
    'the whole file of Boston',
    async () => {
      const bytes = readFileSync(BOSTON);
      const began = performance.now();
      const state = await desk.upload(bytes);
      const uploaded = performance.now();
      const checked = await desk.check(state, '2011-11-07T11:00:00Z');
      const ready = performance.now();
      const done = await desk.run(state.id);
      const seconds = [uploaded - began, ready - uploaded, performance.now() - ready].map(
        (ms) => Math.round(ms / 100) / 10,
      );
      console.info('upload, check, run in s', seconds, 'MB', Math.round(process.memoryUsage.rss() / 1e6));
      expect(checked.fates).toEqual(done.fates);
      expect(done).toMatchObject({
        status: 'Done',
        fates: { create: 8736, report: 3073, duplicate: 1747, reject: 352, exists: 0 },
      });
      expect(done.made).toContainEqual({ what: 'job', count: 13_556 });
      expect(done.made).toContainEqual({ what: 'jobType', count: 51 });
    },
    600_000,
  );
});
