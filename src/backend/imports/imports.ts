/**
 * The endpoints imports.* of the contract. Checks and runs go on after the answer, in this process, one task per
 * import; everything that matters is in the database, so that a restart shows where it stood and a run goes on there.
 */
import { rename, rm } from 'node:fs/promises';
import type { ImportMapping, ImportState } from '#contract/import.ts';
import { ProblemError } from '#contract/problem.ts';
import type { UpstreamRequest, UpstreamResponse } from '#contract/upstream.ts';
import type { Clock } from '#db/clock.ts';
import type { Database, Transaction } from '#db/database.ts';
import { DatabaseError } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { mappingProblems } from '#domain/import-requests/mapping.ts';
import { addMinutes } from '#domain/time.ts';
import type { CommandContext } from '../write/context.ts';
import { once } from '../write/idempotency.ts';
import { inspectFile } from './inspect-file.ts';
import { filePath, receiveFile, removeLeftOvers } from './receive-file.ts';
import { resultFile } from './result-file.ts';
import { checkImport, runImport } from './run-import.ts';
import {
  auditImport,
  importState,
  insertImport,
  loadImport,
  loadImports,
  loadRows,
  type StoredImport,
  updateImport,
} from './store.ts';

export type ImportsOptions = {
  readonly database: Database;
  readonly clock: Clock;
  /** Where uploads are kept: DATA_DIR/imports. */
  readonly folder: string;
  /** Told of a task that broke for a reason nobody can do something about. */
  readonly onFault: (error: unknown, importId: Id, requestId: string) => void;
};

export type Imports = {
  /** Answers the endpoints imports.* of the contract. */
  answer(request: UpstreamRequest, context: CommandContext): Promise<UpstreamResponse>;
  /** Stops every task after its batch, when the process ends. */
  stop(): Promise<void>;
};

type Task = { readonly abort: AbortController; readonly ended: Promise<void> };

const LIST = 50;
const ROWS = 100;
const FILES_KEPT = 20;
/** Another process's task that has not moved for so long is taken for dead; a batch may take two minutes. */
const DEAD_AFTER_MINUTES = 3;
const STOPPED = 'stopped';

export function createImports(options: ImportsOptions): Imports {
  const { database, clock, folder } = options;
  /** By tenant and import. */
  const tasks = new Map<string, Task>();
  const taskKey = (tenantId: Id, id: Id) => `${tenantId} ${id}`;

  /** As it is, or `Failed` when the process that worked on it is gone. */
  function seen(
    tenantId: Id,
    stored: StoredImport,
    mine = tasks.has(taskKey(tenantId, stored.id)),
  ): StoredImport {
    if (stored.status !== 'Checking' && stored.status !== 'Running') return stored;
    // PGlite has one process: what is not ours is nobody's.
    const dead =
      database.engine === 'pglite' || addMinutes(stored.modifiedOn, DEAD_AFTER_MINUTES) < clock.now();
    return mine || !dead
      ? stored
      : { ...stored, status: 'Failed', problem: { code: 'import.interrupted', params: {} } };
  }

  async function found(tx: Transaction, id: Id): Promise<StoredImport> {
    const stored = await loadImport(tx, id);
    if (!stored) throw new ProblemError('record.not_found', { kind: 'import' });
    return seen(tx.tenantId!, stored);
  }

  const read = <T>(tenantId: Id, work: (tx: Transaction) => Promise<T>): Promise<T> =>
    database.transaction({ tenantId, readOnly: true }, work);

  const state = (tenantId: Id, id: Id): Promise<ImportState> =>
    read(tenantId, async (tx) => importState(await found(tx, id)));

  async function upload(request: UpstreamRequest, context: CommandContext): Promise<UpstreamResponse> {
    if (!request.upload) throw new ProblemError('request.malformed');
    const { tenantId } = request.actor;
    const { fileName } = request.query as { fileName: string };
    const received = await receiveFile(folder, request.upload);
    try {
      const inspection = await inspectFile(received.path);
      const response = await database.transaction({ tenantId }, (tx) =>
        // The same key with another file is another request.
        once(tx, { ...request, bodyHash: received.sha256 }, context.now, async () => {
          const stored = await insertImport(tx, context, { ...inspection, fileName });
          await auditImport(tx, context, 'import.upload', stored.id, { rows: stored.rowsTotal });
          return { status: 201, body: importState(stored) };
        }),
      );
      await rename(received.path, filePath(folder, tenantId, (response.body as ImportState).id));
      await tidy(tenantId);
      return response;
    } finally {
      await rm(received.path, { force: true });
    }
  }
  /** The disk is not an archive: of older imports the rows and the result stay, the file goes. */
  async function tidy(tenantId: Id): Promise<void> {
    const stored = await read(tenantId, (tx) => loadImports(tx, LIST));
    for (const old of stored.slice(FILES_KEPT)) {
      if (!tasks.has(taskKey(tenantId, old.id)))
        await rm(filePath(folder, tenantId, old.id), { force: true });
    }
    await removeLeftOvers(folder, clock.ms());
  }

  /** Marks the import and starts its task. `begin` refuses, or says what changes. */
  async function start(
    request: UpstreamRequest,
    context: CommandContext,
    verb: 'import.check' | 'import.run',
    begin: (stored: StoredImport) => Parameters<typeof updateImport>[3],
  ): Promise<UpstreamResponse> {
    const { tenantId } = request.actor;
    const { id } = request.params as { id: Id };
    const key = taskKey(tenantId, id);
    if (tasks.has(key))
      throw new ProblemError('import.not_ready', { status: (await state(tenantId, id)).status });
    const marked = database.transaction({ tenantId }, async (tx) => {
      const before = await loadImport(tx, id, true);
      if (!before) throw new ProblemError('record.not_found', { kind: 'import' });
      const status = verb === 'import.check' ? 'Checking' : 'Running';
      const changes = begin(seen(tenantId, before, false));
      await updateImport(tx, id, context.now, { ...changes, status, problem: null });
      await auditImport(tx, context, verb, id, {});
      return (await loadImport(tx, id))!;
    });
    const abort = new AbortController();
    const work = async (stored: StoredImport) => {
      const path = filePath(folder, tenantId, id);
      const task = { database, clock, context, stored, path, signal: abort.signal };
      try {
        await (verb === 'import.check' ? checkImport(task) : runImport(task));
      } catch (error) {
        await failed(context, id, error, abort.signal);
      }
    };
    // Listed before anything is awaited: a second request for this import must find it.
    const refused = () => undefined; // `marked` is awaited below, which tells the caller
    tasks.set(key, { abort, ended: marked.then(work, refused).finally(() => tasks.delete(key)) });
    return { status: 202, body: importState(await marked) };
  }

  async function failed(context: CommandContext, id: Id, error: unknown, signal: AbortSignal): Promise<void> {
    // Ended with the process: the next one finds it interrupted.
    if (signal.reason === STOPPED) return;
    const problem = signal.aborted ? null : problemOf(error, context.requestId);
    if (problem?.code === 'server.fault') options.onFault(error, id, context.requestId);
    const status = signal.aborted ? 'Canceled' : 'Failed';
    await database
      .transaction({ tenantId: context.actor.tenantId }, (tx) =>
        updateImport(tx, id, clock.now(), { status, problem }),
      )
      .catch((second: unknown) => options.onFault(second, id, context.requestId));
  }

  function check(request: UpstreamRequest, context: CommandContext): Promise<UpstreamResponse> {
    const body = request.body as ImportMapping;
    const mapping = { ...body, asOf: body.asOf ?? context.now };
    return start(request, context, 'import.check', (stored) => {
      notReady(stored, ['Checking', 'Running', 'Done']);
      const headers = stored.columns.map(({ name }) => name);
      const wrong = mappingProblems(headers, body.columns).map(({ code, ...params }) => ({
        path: 'column' in params ? `columns.${params.column}` : 'columns',
        code,
        message: Object.values(params).flat().join(', '),
      }));
      if (wrong.length > 0) throw new ProblemError('request.invalid', {}, wrong);
      return { mapping, checked: false, rowsDone: 0, fates: {}, reasons: {}, made: {} };
    });
  }

  async function run(request: UpstreamRequest, context: CommandContext): Promise<UpstreamResponse> {
    const current = await state(request.actor.tenantId, (request.params as { id: Id }).id);
    // Asked twice is asked once.
    if (current.status === 'Running' || current.status === 'Done') return { status: 202, body: current };
    return start(request, context, 'import.run', (stored) => {
      notReady(stored, ['Checking', 'Running', 'Done']);
      if (!stored.checked) throw new ProblemError('import.not_ready', { status: stored.status });
      // What the check only foresaw makes room for what is made; what an earlier attempt made stays.
      return { rowsDone: 0, ...(stored.status === 'Checked' ? { made: {} } : {}) };
    });
  }

  async function cancel(request: UpstreamRequest, context: CommandContext): Promise<UpstreamResponse> {
    const { tenantId } = request.actor;
    const { id } = request.params as { id: Id };
    const task = tasks.get(taskKey(tenantId, id));
    task?.abort.abort();
    await task?.ended;
    await database.transaction({ tenantId }, async (tx) => {
      await found(tx, id);
      await auditImport(tx, context, 'import.cancel', id, { stopped: task !== undefined });
    });
    return { status: 200, body: await state(tenantId, id) };
  }

  async function rows(request: UpstreamRequest): Promise<UpstreamResponse> {
    const { id } = request.params as { id: Id };
    const query = request.query as { fate?: string; limit?: number; after?: string };
    const after = query.after ?? '0';
    if (!/^\d{1,9}$/.test(after))
      throw new ProblemError('request.invalid', {}, [
        { path: 'after', code: 'invalid', message: 'is not a place in the list' },
      ]);
    const limit = query.limit ?? ROWS;
    const body = await read(request.actor.tenantId, async (tx) => {
      const stored = await found(tx, id);
      const items = await loadRows(tx, id, Number(after), limit + 1, query.fate ?? null);
      const page = items.slice(0, limit);
      const total = query.fate ? (stored.fates[query.fate] ?? 0) : stored.rowsDone;
      return { items: page, next: items.length > limit ? String(page.at(-1)!.line) : null, total };
    });
    return { status: 200, body };
  }

  async function result(request: UpstreamRequest): Promise<UpstreamResponse> {
    const { tenantId } = request.actor;
    const { id } = request.params as { id: Id };
    const { fileName } = await state(tenantId, id);
    const download = {
      fileName: `${fileName.replace(/\.[^.]*$/, '')}.result.csv`,
      mediaType: 'text/csv; charset=utf-8',
      chunks: resultFile(database, tenantId, id),
    };
    return { status: 200, body: null, download };
  }

  return {
    async answer(request, context) {
      const { tenantId } = request.actor;
      switch (request.endpoint) {
        case 'imports.list': {
          const items = await read(tenantId, (tx) => loadImports(tx, LIST));
          return { status: 200, body: { items: items.map((one) => importState(seen(tenantId, one))) } };
        }
        case 'imports.upload':
          return upload(request, context);
        case 'imports.get':
          return { status: 200, body: await state(tenantId, (request.params as { id: Id }).id) };
        case 'imports.check':
          return check(request, context);
        case 'imports.rows':
          return rows(request);
        case 'imports.run':
          return run(request, context);
        case 'imports.cancel':
          return cancel(request, context);
        case 'imports.result':
          return result(request);
        default:
          throw new ProblemError('route.not_found');
      }
    },
    async stop() {
      for (const task of tasks.values()) task.abort.abort(STOPPED);
      await Promise.all([...tasks.values()].map((task) => task.ended));
    },
  };
}

function notReady(stored: StoredImport, statuses: readonly StoredImport['status'][]): void {
  if (statuses.includes(stored.status)) throw new ProblemError('import.not_ready', { status: stored.status });
}

/** What a person can do something about keeps its code; all else is a fault with the request to look for in the log. */
function problemOf(error: unknown, requestId: string): NonNullable<ImportState['problem']> {
  if (error instanceof ProblemError) return { code: error.code, params: error.params };
  if (error instanceof DatabaseError) {
    if (error.code === 'disk_full' || error.code === '53100') return { code: 'server.disk_full', params: {} };
    if (error.code === 'deadline' || error.code === '57014') return { code: 'server.timeout', params: {} };
    if (['unavailable', 'busy', 'closed'].includes(error.code))
      return { code: 'server.unavailable', params: {} };
  }
  if ((error as NodeJS.ErrnoException | null)?.code === 'ENOENT')
    return { code: 'import.file_gone', params: {} };
  return { code: 'server.fault', params: { requestId } };
}
