// `npm run bench -- customers`: the search box over 50,000 seeded customers, on PGlite and, where a PostgreSQL server is
// installed (or DATABASE_URL names an empty database), on PostgreSQL. Scratch databases, gone afterwards. Ends with 1 when
// the search is beyond 50 ms at p95, or the search for duplicates beyond 150.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildProgram } from '../../src/testing/build-program.mjs';
import { startCluster } from '../../src/testing/postgres-cluster.mjs';

const count = process.env.CUSTOMERS ?? '50000';
const rounds = process.env.ROUNDS ?? '100';

const run = (file, data) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, data, count, rounds], { stdio: 'inherit' });
    child.once('error', reject);
    // Beyond a limit on one engine: the other is measured all the same.
    child.once('exit', (code) => {
      if (code !== 0) process.exitCode = 1;
      resolve();
    });
  });

const { file, remove } = await buildProgram('customers-program');
const folder = mkdtempSync(join(tmpdir(), 'truckroll-customers-'));
try {
  await run(file, join(folder, 'data'));
  const cluster = process.env.DATABASE_URL ? null : await startCluster();
  const url = process.env.DATABASE_URL ?? cluster?.url;
  try {
    if (url) await run(file, url);
    else console.log('No PostgreSQL server on this machine: not measured there.');
  } finally {
    await cluster?.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
  remove();
}
