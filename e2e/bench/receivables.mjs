// `npm run bench -- receivables`: who owes what over 200,000 invoices of five years, and one payment for fifty of them, on PGlite and, where a PostgreSQL server is
// installed (or DATABASE_URL names an empty database), on PostgreSQL. Scratch databases, gone afterwards. Ends with 1 when
// ageing takes more than 3 s or the payment more than 1 s in the middle of seven rounds.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildProgram } from '../../src/testing/build-program.mjs';
import { startCluster } from '../../src/testing/postgres-cluster.mjs';

const count = process.env.INVOICES ?? '200000';

const run = (file, data) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, data, count], { stdio: 'inherit' });
    child.once('error', reject);
    // Beyond a limit on one engine: the other is measured all the same.
    child.once('exit', (code) => {
      if (code !== 0) process.exitCode = 1;
      resolve();
    });
  });

const { file, remove } = await buildProgram('receivables-program');
const folder = mkdtempSync(join(tmpdir(), 'truckroll-receivables-'));
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
