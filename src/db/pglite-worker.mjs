// The thread in which PGlite lives. Plain JavaScript, because it must run unbundled under node, vitest and the
// production build (which copies this file beside its bundle). It knows statements, not transactions:
// `pglite.ts` owns the line of transactions, the deadline and the restart.
//
// in:  { id, op: 'query', text, params } | { id, op: 'script', text } | { id, op: 'close' | 'flushes' }
// out: { ready: true } | { failed: error } | { notify: payload }
//      { id, columns, types, rows, tag } with every value as PostgreSQL's text | { id, flushes } | { id, error }

import { closeSync, fdatasyncSync, fsyncSync, openSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, protocol } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** @type {{ folder: string, durable: boolean, settings: Record<string, string> }} */
const { folder, durable, settings } = workerData;

let flushes = 0;

/**
 * PGlite's own folder file system never flushes: emscripten's NODEFS has no fsync (electric-sql/pglite#1107), so
 * an acknowledged commit would not survive a power cut. This one flushes files and folders.
 */
class FlushingFolder extends NodeFS {
  async init(pg, options) {
    const { emscriptenOpts } = await super.init(pg, options);
    const flush = (module) => {
      const nodefs = module.NODEFS;
      nodefs.stream_ops.fsync = (stream) => {
        try {
          if (stream.nfd === undefined) flushFolder(nodefs.realPath(stream.node));
          else fdatasyncSync(stream.nfd);
          flushes++;
          return 0;
        } catch (error) {
          throw new module.FS.ErrnoError(nodefs.convertNodeCode(error));
        }
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [flush, ...emscriptenOpts.preRun] } };
  }
}

function flushFolder(path) {
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

// PGlite starts with -F (fsync off). Parameters given here replace its whole list.
const startParams = PGlite.defaultStartParams.filter((param) => param !== '-F');
for (const [name, value] of Object.entries(settings)) startParams.push('-c', `${name}=${value}`);
startParams.push('-c', `fsync=${durable ? 'on' : 'off'}`, '-c', 'wal_sync_method=fsync');

const errorFields = (error) => ({
  message: error.message,
  code: error.code,
  detail: error.detail,
  hint: error.hint,
  constraint: error.constraint,
  table: error.table,
  column: error.column,
  where: error.where,
});

const { serialize } = protocol;

function joined(chunks) {
  const buffers = chunks.map((chunk) => new Uint8Array(chunk));
  const all = new Uint8Array(buffers.reduce((sum, buffer) => sum + buffer.length, 0));
  let at = 0;
  for (const buffer of buffers) {
    all.set(buffer, at);
    at += buffer.length;
  }
  return all;
}

/** Statements asked more than once stay parsed under a name; the one used longest ago gives way. */
const MOST_KEPT = 256;
/** As often PostgreSQL plans a named statement for its values; then it may settle on one plan for all values. */
const OWN_PLANS = 5;
/** What `planOnce` (plan-once.ts) puts before a statement. */
const PLAN_ONCE = '/* planned once */';
/** @type {Map<string, { name: string, uses: number }>} by text, the latest used last */
const kept = new Map();
const askedOnce = new Set();
const OUT_OF_DATE = new Set(['0A000', '26000']);
let names = 0;

const bound = (statement, params) => [
  serialize.bind({ statement, values: params }),
  serialize.describe({ type: 'P' }),
  serialize.execute({}),
];
const setting = (text) => [serialize.parse({ text }), serialize.bind({}), serialize.execute({})];
const PLAN_FOR_ALL = joined(setting("set plan_cache_mode = 'force_generic_plan'"));
const PLAN_AS_USUAL = joined(setting("set plan_cache_mode = 'auto'"));

/**
 * One call into WASM per statement instead of PGlite's six: parse, bind, describe, execute and sync together. What is
 * asked again is parsed no more. It is still planned for the values of each use (it is parsed anew before PostgreSQL
 * could settle on a plan for all values), but for statements of which `planOnce` says that one plan fits all.
 */
async function query(pg, text, params) {
  const isPlannedOnce = text.startsWith(PLAN_ONCE);
  const before = kept.get(text);
  const isWornOut = before !== undefined && !isPlannedOnce && before.uses >= OWN_PLANS;
  const statement =
    before && !isWornOut ? before : { name: nameFor(text, isPlannedOnce || isWornOut), uses: 0 };
  const messages = await send(pg, [
    ...(isWornOut ? [serialize.close({ type: 'S', name: before.name })] : []),
    ...(statement === before ? [] : [serialize.parse({ text, name: statement.name })]),
    ...(isPlannedOnce ? [PLAN_FOR_ALL] : []),
    ...bound(statement.name, params),
    ...(isPlannedOnce ? [PLAN_AS_USUAL] : []),
  ]);
  statement.uses += 1;
  kept.delete(text);
  const isThere = statement === before || messages.some(({ name }) => name === 'parseComplete');
  // "Cached plan must not change result type": the table has other columns now; or the session has dropped what it
  // kept. The next use parses anew.
  const isOutOfDate = messages.some(({ name, code }) => name === 'error' && OUT_OF_DATE.has(code));
  if (isThere && statement.name !== '' && !isOutOfDate) kept.set(text, statement);
  if (kept.size > MOST_KEPT) await forgetOldest(pg);
  return read(messages);
}

/** A name for what is asked again, or is known to be; none for what may never come again. */
function nameFor(text, comesAgain) {
  if (comesAgain || askedOnce.delete(text)) return `s${++names}`;
  if (askedOnce.size >= MOST_KEPT) askedOnce.clear();
  askedOnce.add(text);
  return '';
}

async function forgetOldest(pg) {
  const [[text, { name }]] = kept;
  kept.delete(text);
  await send(pg, [serialize.close({ type: 'S', name })]);
}

const send = (pg, requests) =>
  pg.execProtocolStream(joined([...requests, serialize.sync()]), { throwOnError: false });

const script = async (pg, text) =>
  read(await pg.execProtocolStream(serialize.query(text), { throwOnError: false }));

function read(messages) {
  let columns = [];
  let types = [];
  let tag = '';
  const rows = [];
  for (const message of messages) {
    if (message.name === 'error') throw message;
    if (message.name === 'rowDescription') {
      columns = message.fields.map((field) => field.name);
      types = message.fields.map((field) => field.dataTypeID);
    } else if (message.name === 'dataRow') rows.push(message.fields);
    else if (message.name === 'commandComplete') tag = message.text;
  }
  return { columns, types, rows, tag };
}

const operations = {
  query: (pg, { text, params }) => query(pg, text, params),
  script: (pg, { text }) => script(pg, text),
  flushes: async () => ({ flushes }),
  close: async (pg) => {
    await pg.close();
    return {};
  },
};

async function open() {
  const pg = await PGlite.create({
    fs: new FlushingFolder(folder),
    extensions: { btree_gist, pg_trgm },
    startParams,
    // A new folder of 31 MB instead of 39, and 640 MB at the peak of creating it instead of 800.
    initDbStartParams: ['--set', `shared_buffers=${settings.shared_buffers}`, '--wal-segsize=4'],
  });
  pg.onNotification((channel, payload) => {
    if (channel === 'truckroll') parentPort.postMessage({ notify: payload });
  });
  await pg.exec('LISTEN truckroll');
  return pg;
}

open().then(
  (pg) => {
    let line = Promise.resolve();
    parentPort.on('message', (request) => {
      line = line.then(async () => {
        try {
          parentPort.postMessage({ id: request.id, ...(await operations[request.op](pg, request)) });
        } catch (error) {
          parentPort.postMessage({ id: request.id, error: errorFields(error) });
        }
      });
    });
    parentPort.postMessage({ ready: true });
  },
  (error) => parentPort.postMessage({ failed: errorFields(error) }),
);
