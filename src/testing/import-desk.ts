/** Imports of a company as its admin uses them, in the process of the test. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { createImports } from '#backend/imports/imports.ts';
import { createBackend } from '#backend/upstream.ts';
import { type EndpointName, endpoints, type ResultOf } from '#contract/endpoints.ts';
import type { ImportMapping, ImportRow, ImportState } from '#contract/import.ts';
import type { Database } from '#db/database.ts';
import type { RecordImportKind } from '#domain/import-records/record-kinds.ts';
import { isImportBusy } from '#domain/import-steps.ts';
import { type Right, rightsOf } from '#domain/roles.ts';
import { fixedClock } from './fixed-clock.ts';

export type Ask = {
  params?: unknown;
  query?: unknown;
  body?: unknown;
  upload?: string | Uint8Array;
  key?: string;
  tenantId?: number;
};

/** Tenant 1 with its admin, user 5: what every import needs before anything else. */
const foundCompany = (database: Database): Promise<void> =>
  database.transaction({ tenantId: 'system' }, async (tx) => {
    await tx.query(`insert into office.tenants (id, name) values (1, 'One')`);
    await tx.query(
      `insert into office.users (tenant_id, id, email, name, password_hash, roles) values (1, 5, 'a@a.test', 'Ada', 'none', '{admin}')`,
    );
  });

const ADMIN = {
  tenantId: 1,
  userId: 5,
  name: 'Ada',
  roles: ['admin'],
  rights: rightsOf({ roles: ['admin'] }),
  businessUnitIds: null,
} as const;

/** The imports of an office, and asking them as the admin does; with fewer rights where a rule has to refuse. */
export function importsOf(database: Database, folder: string, rights: readonly Right[] = ADMIN.rights) {
  const clock = fixedClock();
  const faults: unknown[] = [];
  const imports = createImports({ database, clock, folder, onFault: (error) => faults.push(error) });
  const backend = createBackend({ database, clock, imports: imports.answer });
  async function ask<N extends EndpointName>(endpoint: N, { key, upload, tenantId = 1, ...rest }: Ask = {}) {
    const schema = endpoints[endpoint];
    const body: unknown = schema.body ? schema.body.parse(rest.body ?? {}) : undefined;
    return backend.call({
      endpoint,
      actor: { ...ADMIN, rights, tenantId },
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
    });
  }
  async function call<N extends EndpointName>(endpoint: N, request: Ask = {}): Promise<ResultOf<N>> {
    const response = await ask(endpoint, request);
    const schemas = endpoints[endpoint].responses as Record<
      number,
      { parse(value: unknown): unknown } | null
    >;
    return schemas[response.status]!.parse(response.body) as ResultOf<N>;
  }
  const settled = (id: number): Promise<ImportState> =>
    vi.waitFor(
      async () => {
        const state = await call('imports.get', { params: { id } });
        if (isImportBusy(state.status)) throw new Error(`still ${state.status}`);
        return state;
      },
      { interval: 5, timeout: 300_000 },
    );
  async function run(id: number): Promise<ImportState> {
    await call('imports.run', { params: { id } });
    return settled(id);
  }
  return { imports, ask, call, settled, run, clock, faults };
}

async function* chunksOf(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

/** A folder and a desk for each test of the block it is called in; no task may have broken when the test is over. */
export function deskPerTest<D extends ReturnType<typeof importsOf>>(
  database: () => Database,
  open: (database: Database, folder: string) => D,
) {
  let folder = '';
  let desk: D;
  const others: D[] = [];
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'truckroll-imports-'));
    desk = open(database(), folder);
    await foundCompany(database());
  });
  afterEach(async () => {
    for (const { imports, faults } of [desk, ...others.splice(0)]) {
      await imports.stop();
      expect(faults).toEqual([]);
    }
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get desk() {
      return desk;
    },
    get folder() {
      return folder;
    },
    /** A second process on the same database. */
    second(): D {
      const other = open(database(), folder);
      others.push(other);
      return other;
    },
  };
}

/** Customers, locations, contacts, jobs. */
export function importDesk(database: Database, folder: string) {
  const office = importsOf(database, folder);
  const { call, settled, run } = office;
  async function check(
    kind: RecordImportKind,
    text: string,
    more: Partial<ImportMapping> = {},
  ): Promise<ImportState> {
    const upload = { params: { what: kind }, query: { fileName: `${kind}.csv` }, upload: text };
    const state = await call('imports.uploadRecords', upload);
    const columns = Object.fromEntries(state.columns.map(({ name, guess }) => [name, guess]));
    const body = { timeZone: 'America/New_York', columns, ...more };
    await call('imports.check', { params: { id: state.id }, body });
    return settled(state.id);
  }
  const all = async (kind: RecordImportKind, text: string, more?: Partial<ImportMapping>) =>
    run((await check(kind, text, more)).id);
  async function undo(id: number): Promise<ImportState> {
    await call('imports.undo', { params: { id } });
    return settled(id);
  }
  const rows = async (id: number): Promise<ImportRow[]> =>
    (await call('imports.rows', { params: { id }, query: { limit: 500 } })).items;
  /** `2 create`, `3 reject customer.unknown`: line, fate and reasons of every row. */
  const fates = async (id: number): Promise<string[]> =>
    (await rows(id)).map(({ line, fate, reasons }) =>
      [line, fate, ...reasons.map(({ code }) => code)].join(' '),
    );
  return { ...office, check, all, undo, rows, fates };
}

/** The fates that occur. */
export const some = (counts: ImportState['fates']): Partial<ImportState['fates']> =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
