/**
 * The endpoints imports.* of the contract. Checks and runs go on after the answer, in this process, one task per
 * import; everything that matters is in the database, so that a restart shows where it stood and a run goes on there.
 */
import { rename, rm } from 'node:fs/promises';
import type { ImportMapping, ImportState } from '#contract/import.ts';
import type { ImportKind } from '#contract/import-kinds.ts';
import { ProblemError } from '#contract/problem.ts';
import type { UpstreamRequest, UpstreamResponse } from '#contract/upstream.ts';
import type { Clock } from '#db/clock.ts';
import type { Database, Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { decideImportStep, IMPORT_STEPS, type ImportStep, isImportBusy } from '#domain/import-steps.ts';
import { addMinutes } from '#domain/time.ts';
import type { CommandContext } from '../write/context.ts';
import { once } from '../write/idempotency.ts';
import { must } from '../write/must.ts';
import { inspectFile } from './inspect-file.ts';
import { problemOf, resultDownload, rowsPage } from './reading.ts';
import { filePath, receiveFile, removeLeftOvers } from './receive-file.ts';
import { beginCheck, beginRun, beginUndo, work } from './steps.ts';
import {
  askToCancel,
  auditImport,
  importState,
  insertImport,
  isCancelAsked,
  loadImport,
  loadImports,
  type StoredImport,
  updateImport,
} from './store.ts';

type ImportsOptions = {
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

type Task = {
  readonly abort: AbortController;
  /** Marked in the database as begun, or refused. */
  readonly begun: Promise<unknown>;
  readonly ended: Promise<void>;
};

const LIST = 50;
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
    { mine = tasks.has(taskKey(tenantId, stored.id)) }: { readonly mine?: boolean } = {},
  ): StoredImport {
    if (!isImportBusy(stored.status)) return stored;
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

  async function upload(
    request: UpstreamRequest,
    context: CommandContext,
    kind: ImportKind,
  ): Promise<UpstreamResponse> {
    if (!request.upload) throw new ProblemError('request.malformed');
    const { tenantId } = request.actor;
    const { fileName } = request.query as { fileName: string };
    const received = await receiveFile(folder, request.upload);
    try {
      const inspection = await inspectFile(received.path, kind);
      const response = await database.transaction({ tenantId }, (tx) =>
        // The same key with another file is another request.
        once(tx, { ...request, bodyHash: received.sha256 }, context.now, async () => {
          const stored = await insertImport(tx, context, { ...inspection, fileName, kind });
          await auditImport(tx, context, 'import.upload', stored.id, { rows: stored.rowsTotal, kind });
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

  /** Marks the import and starts its task. `decideImportStep` refuses; `begin` says what changes. */
  async function start(
    request: UpstreamRequest,
    context: CommandContext,
    step: ImportStep,
    begin: (stored: StoredImport) => Parameters<typeof updateImport>[3],
  ): Promise<UpstreamResponse> {
    const { tenantId } = request.actor;
    const { id } = request.params as { id: Id };
    const key = taskKey(tenantId, id);
    const last = tasks.get(key);
    if (last) {
      const { status } = await state(tenantId, id);
      if (isImportBusy(status)) throw new ProblemError('import.not_ready', { status });
      // It has written its end and is only leaving.
      await last.ended;
      if (tasks.has(key)) throw new ProblemError('import.not_ready', { status });
    }
    const marked = database.transaction({ tenantId }, async (tx) => {
      const before = await loadImport(tx, id, { lock: true });
      if (!before) throw new ProblemError('record.not_found', { kind: 'import' });
      const current = seen(tenantId, before, { mine: false });
      const { status } = must(decideImportStep(current, step, context.now));
      const changes = begin(current);
      await updateImport(tx, id, context.now, { ...changes, status, problem: null, cancelAsked: false });
      await auditImport(tx, context, `import.${step}`, id, {});
      return (await loadImport(tx, id))!;
    });
    const abort = new AbortController();
    /** Between batches: another process may have been told to cancel, which cannot reach this one's memory. */
    const stopIfAsked = async () => {
      if (await read(tenantId, (tx) => isCancelAsked(tx, id))) abort.abort();
      abort.signal.throwIfAborted();
    };
    const doIt = async (stored: StoredImport) => {
      const path = filePath(folder, tenantId, id);
      const task = { database, clock, context, stored, path, signal: abort.signal, stopIfAsked };
      try {
        await work(step, task);
      } catch (error) {
        await failed(context, id, error, abort.signal);
      }
    };
    // Listed before anything is awaited: a second request for this import must find it.
    const refused = () => undefined; // `marked` is awaited below, which tells the caller
    tasks.set(key, {
      abort,
      begun: marked.catch(refused),
      ended: marked.then(doIt, refused).finally(() => tasks.delete(key)),
    });
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
    return start(request, context, 'check', (stored) => beginCheck(stored, body, context.now));
  }

  /** Asked twice is asked once, at the same moment and in two processes too. */
  async function startOnce(
    { actor, params }: UpstreamRequest,
    step: ImportStep,
    begin: () => Promise<UpstreamResponse>,
  ): Promise<UpstreamResponse> {
    const { id } = params as { id: Id };
    const { during, end } = IMPORT_STEPS[step];
    const answerIfDone = async () => {
      const current = await state(actor.tenantId, id);
      const isBegun = current.status === during || current.status === end;
      return isBegun ? { status: 202, body: current } : null;
    };
    await tasks.get(taskKey(actor.tenantId, id))?.begun;
    const already = await answerIfDone();
    if (already) return already;
    try {
      return await begin();
    } catch (error) {
      const isLate = error instanceof ProblemError && error.code === 'import.not_ready';
      const meanwhile = isLate ? await answerIfDone() : null;
      if (meanwhile) return meanwhile;
      throw error;
    }
  }

  const run = (request: UpstreamRequest, context: CommandContext): Promise<UpstreamResponse> =>
    startOnce(request, 'run', () => start(request, context, 'run', beginRun));

  const undo = (request: UpstreamRequest, context: CommandContext): Promise<UpstreamResponse> =>
    startOnce(request, 'undo', () => start(request, context, 'undo', beginUndo));

  async function cancel(request: UpstreamRequest, context: CommandContext): Promise<UpstreamResponse> {
    const { tenantId } = request.actor;
    const { id } = request.params as { id: Id };
    const task = tasks.get(taskKey(tenantId, id));
    task?.abort.abort();
    await task?.ended;
    await database.transaction({ tenantId }, async (tx) => {
      await found(tx, id);
      // Another process's task ends after its batch; until then the import is told as running.
      const asked = await askToCancel(tx, id);
      await auditImport(tx, context, 'import.cancel', id, { stopped: task !== undefined || asked });
    });
    return { status: 200, body: await state(tenantId, id) };
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
          return upload(request, context, 'service-requests');
        case 'imports.uploadRecords':
          return upload(request, context, (request.params as { what: ImportKind }).what);
        case 'imports.get':
          return { status: 200, body: await state(tenantId, (request.params as { id: Id }).id) };
        case 'imports.check':
          return check(request, context);
        case 'imports.rows':
          return {
            status: 200,
            body: await read(tenantId, async (tx) =>
              rowsPage(tx, request, await found(tx, (request.params as { id: Id }).id)),
            ),
          };
        case 'imports.run':
          return run(request, context);
        case 'imports.undo':
          return undo(request, context);
        case 'imports.cancel':
          return cancel(request, context);
        case 'imports.result':
          return resultDownload(database, tenantId, await state(tenantId, (request.params as { id: Id }).id));
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
