import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createBackend } from '#backend/upstream.ts';
import { ProblemError } from '#contract/problem.ts';
import { eachEngine } from '#testing/databases.ts';
import { fixedClock } from '#testing/fixed-clock.ts';
import { type ImportCommandDeps, runImportCommand } from './command.ts';
import { readArguments, UsageError } from './command-arguments.ts';
import { type ImportCall, inProcess, overHttp } from './import-call.ts';
import { createImports, type Imports } from './imports.ts';

const CSV = `id,opened on,closed,address,kind
1,2011-07-01 09:30:00,2011-07-02 09:30:00,"1 Elm St, Quincy, MA 02169",No Heat
2,2011-07-01 10:30:00,,"2 Elm St, Quincy, MA",No Heat
3,2011-07-01 11:30:00,, ,No Heat
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'truckroll-command-'));
  writeFileSync(join(folder, 'requests.csv'), CSV);
  writeFileSync(join(folder, 'map.json'), '{"kind": "category"}');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function terminal(imports: ImportCall, more: Partial<ImportCommandDeps> = {}) {
  const said = { out: '', err: '' };
  const deps: ImportCommandDeps = {
    imports,
    out: (line) => {
      said.out += line;
    },
    err: (line) => {
      said.err += line;
    },
    isTerminal: false,
    wait: () => new Promise((resolve) => setImmediate(resolve)),
    signal: new AbortController().signal,
    ...more,
  };
  const run = (...args: string[]) =>
    runImportCommand(
      args.map((one) => one.replace('@', folder)),
      deps,
    );
  return { run, said };
}

eachEngine('npm run import', (database) => {
  let imports: Imports;
  let call: ImportCall;
  beforeEach(async () => {
    imports = createImports({
      database: database(),
      clock: fixedClock(),
      folder: join(folder, 'kept'),
      onFault: (error) => {
        throw error;
      },
    });
    await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query(`insert into office.tenants (id, name) values (1, 'One')`),
    );
    const backend = createBackend({ database: database(), clock: fixedClock(), imports: imports.answer });
    call = inProcess(backend, {
      tenantId: 1,
      userId: 5,
      name: 'Ada',
      roles: ['admin'],
      rights: [],
      businessUnitIds: null,
    });
  });
  afterEach(() => imports.stop());
  const SERVICE_REQUESTS = ['service-requests', '@/requests.csv', '--zone', 'America/New_York'];

  test('a question that waited too long is asked again, and the import ends as it should', async () => {
    let slow = 3;
    const busy: ImportCall = {
      ...call,
      call: (endpoint, ask) => {
        if (endpoint === 'imports.get' && slow-- > 0) throw new ProblemError('server.timeout');
        return call.call(endpoint, ask);
      },
    };
    const { run, said } = terminal(busy);
    expect(await run(...SERVICE_REQUESTS)).toBe(0);
    expect(said.err).toBe('');
  });

  test('a file without any known column says which columns there are and what to do', async () => {
    writeFileSync(join(folder, 'odd.csv'), 'foo,bar\n1,2\n');
    const { run, said } = terminal(call);
    expect(await run('service-requests', '@/odd.csv', '--zone', 'America/New_York')).toBe(1);
    expect(said.out).toContain("The file's columns are: foo, bar.");
    expect(said.err).toContain('no column is the externalId');
  });

  test('tells progress, fates, remarks and what was made, and writes the result beside the file', async () => {
    const { run, said } = terminal(call);
    const code = await run(...SERVICE_REQUESTS, '--map', '@/map.json', '--as-of', '2011-11-07T06:00');
    expect([code, said.err]).toEqual([0, '']);
    expect(said.out).toContain('3 rows, read as utf-8.');
    expect(said.out).toMatch(/category +← kind/);
    expect(said.out).toContain('Importing: 100 %');
    expect(said.out).toMatch(/ 1 {2}booked without a remark\n.* 1 {2}booked, with remarks\n/);
    expect(said.out).toMatch(/ 1 {2}no zip\n/);
    expect(said.out).toMatch(/ 2 {2}jobs\n/);
    const result = readFileSync(join(folder, 'requests.result.csv'), 'utf8');
    expect(result).toContain('\r\n4,3,reject,,No Heat,"There is no address, so there is nowhere to go."');
  });

  test('a second time, everything is already there', async () => {
    await terminal(call).run(...SERVICE_REQUESTS);
    const { run, said } = terminal(call);
    expect(await run(...SERVICE_REQUESTS)).toBe(0);
    expect(said.out).toMatch(/ 2 {2}already there, left as they are\n/);
  });

  test('Ctrl C cancels, says so, and leaves the way to go on', async () => {
    const { run, said } = terminal(call, { signal: AbortSignal.abort() });
    expect(await run(...SERVICE_REQUESTS)).toBe(1);
    expect(said.err).toContain('Canceled');
  });

  test('a file that is no table is told with its line, a mapping that does not fit with its fields', async () => {
    writeFileSync(join(folder, 'requests.csv'), 'a,b\n1,2\n3,"x\n');
    const broken = terminal(call);
    expect(await broken.run(...SERVICE_REQUESTS)).toBe(1);
    expect(broken.said.err).toContain('a quotation mark is never closed');
    expect(broken.said.err).toContain('(line 3)');
    writeFileSync(join(folder, 'requests.csv'), 'a,b\n1,2\n');
    const unknown = terminal(call);
    expect(await unknown.run(...SERVICE_REQUESTS)).toBe(1);
    expect(unknown.said.err).toContain('no column is the externalId');
    expect(readdirSync(folder)).not.toContain('requests.result.csv');
  });
});

describe('what was typed', () => {
  const read = (...args: string[]) => readArguments(args.map((one) => one.replace('@', folder)));

  test('a time without offset is read in the zone', async () => {
    const given = await read(
      'service-requests',
      'x.csv',
      '--zone',
      'America/New_York',
      '--as-of',
      '2011-11-07T06:00',
    );
    expect(given).toEqual({
      file: 'x.csv',
      zone: 'America/New_York',
      columns: {},
      asOf: '2011-11-07T11:00:00.000Z',
    });
  });

  test.each([
    [['invoices', 'x.csv'], 'Only service-requests'],
    [['jobs', 'x.csv'], '--zone'],
    [['service-requests'], 'Name one file'],
    [['service-requests', 'a.csv', 'b.csv'], 'Name one file'],
    [['service-requests', 'x.csv'], '--zone'],
    [['service-requests', 'x.csv', '--zone', 'Boston'], '“Boston” is not a time zone'],
    [['service-requests', 'x.csv', '--zone', 'UTC', '--as-of', 'noon'], '“noon” is not a time'],
    [
      ['service-requests', 'x.csv', '--zone', 'America/New_York', '--as-of', '2011-11-06T01:30'],
      'happened twice',
    ],
    [
      ['service-requests', 'x.csv', '--zone', 'America/New_York', '--as-of', '2011-03-13T02:30'],
      'happened never',
    ],
    [['service-requests', 'x.csv', '--zone', 'UTC', '--map', '@/none.json'], 'cannot be read'],
    [['service-requests', 'x.csv', '--zone', 'UTC', '--map', '@/requests.csv'], 'cannot be read'],
    [['service-requests', 'x.csv', '--zone', 'UTC', '--force'], '--force'],
  ])('%j is refused', async (args, words) => {
    const refused = read(...args);
    await expect(refused).rejects.toBeInstanceOf(UsageError);
    await expect(refused).rejects.toThrow(words);
  });

  test('a mapping to a field that does not exist is refused', async () => {
    writeFileSync(join(folder, 'map.json'), '{"kind": "price"}');
    await expect(read('service-requests', 'x', '--zone', 'UTC', '--map', '@/map.json')).rejects.toThrow(
      'kind',
    );
  });

  test('a wrong call ends with 2 and shows how', async () => {
    const { run, said } = terminal(overHttp({ url: 'http://127.0.0.1:9', token: '' }));
    expect(await run('service-requests', '@/missing.csv', '--zone', 'UTC')).toBe(2);
    expect(said.err).toContain('missing.csv cannot be read');
    expect(said.err).toContain('npm run import -- service-requests FILE --zone ZONE');
  });
});

test('over HTTP: the token, a key for the upload, the file as a stream; problems come back as they were', async () => {
  const seen: { line: string; headers: IncomingMessage['headers']; body: string }[] = [];
  const server = createServer(async (request, response) => {
    seen.push({
      line: `${request.method} ${request.url}`,
      headers: request.headers,
      body: await text(request),
    });
    if (request.url?.endsWith('result.csv')) return response.end('line,fate');
    const isUpload = request.url?.includes('fileName');
    response.statusCode = isUpload ? 201 : 404;
    response.end(
      JSON.stringify(
        isUpload ? { id: 7 } : { code: 'record.not_found', params: { kind: 'import' }, fields: [] },
      ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const imports = overHttp({ url, token: 't0ken' });
    const upload = { upload: join(folder, 'requests.csv'), query: { fileName: 'a b.csv' } };
    expect(await imports.call('imports.upload', upload)).toEqual({ id: 7 });
    const missing = await imports.call('imports.run', { params: { id: 8 } }).catch((error: unknown) => error);
    expect(missing).toBeInstanceOf(ProblemError);
    expect(missing).toMatchObject({ code: 'record.not_found', params: { kind: 'import' } });
    expect(await text((await imports.download(7)) as AsyncIterable<Uint8Array>)).toBe('line,fate');
    expect(seen.map((one) => one.line)).toEqual([
      'POST /api/imports/service-requests?fileName=a%20b.csv',
      'POST /api/imports/8/run',
      'GET /api/imports/7/result.csv',
    ]);
    expect(seen[0]).toMatchObject({ body: CSV, headers: { authorization: 'Bearer t0ken' } });
    expect(seen[0]!.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
