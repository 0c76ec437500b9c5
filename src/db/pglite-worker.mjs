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

/** One call into WASM per statement instead of PGlite's six: parse, bind, describe, execute and sync together. */
const query = (pg, text, params) =>
  run(
    pg,
    joined([
      serialize.parse({ text }),
      serialize.bind({ values: params }),
      serialize.describe({ type: 'P' }),
      serialize.execute({}),
      serialize.sync(),
    ]),
  );

async function run(pg, request) {
  const messages = await pg.execProtocolStream(request, { throwOnError: false });
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
  script: (pg, { text }) => run(pg, serialize.query(text)),
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
