// `npm run bench -- import FILE [import options]`: a file of service requests into an empty system, and once more when
// nothing may change; `npm run bench -- import customers [COUNT]`: the same with that many made-up customers (50,000).
// `import KIND FILE` for any other kind. Each run is a process of its own, as `npm run import` is; memory is the most it was resident.
// `floor` is the same program called without a file: starting it and making the empty database.
import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('../../dist/server/cli.js', import.meta.url));
const KINDS = ['service-requests', 'customers', 'locations', 'contacts', 'jobs'];
const given = process.argv.slice(2);
const kind = KINDS.includes(given[0]) ? given.shift() : 'service-requests';
const [named, ...options] = given;
const count = kind === 'customers' && /^\d*$/.test(named ?? '') ? Number(named || 50_000) : 0;
const file = count > 0 ? `customers-${count}.csv` : named;
if (!file) {
  console.error('npm run bench -- import [KIND] FILE [--zone IANA] [--as-of INSTANT] …');
  process.exit(2);
}
const hasZone = kind === 'service-requests' || kind === 'jobs';
const zone = options.includes('--zone') || !hasZone ? [] : ['--zone', 'America/New_York'];
const dataDir = mkdtempSync(join(tmpdir(), 'truckroll-bench-'));
// A copy: the command writes its result file beside the one it reads.
const path = join(dataDir, basename(file));
if (count > 0) writeFileSync(path, madeUp(count));
else copyFileSync(resolve(process.env.INIT_CWD ?? '.', file), path);
const rows = readFileSync(path).reduce((count, byte) => count + (byte === 10 ? 1 : 0), 0) - 1;

/** Customers as an export has them: each with a place, a phone, every second with an e-mail. */
function madeUp(count) {
  const FIRST = ['Maria', 'Bob', 'Ana', 'Sam', 'Priya', 'Joan', 'Lee', 'Omar', 'Rosa', 'Tom'];
  const LAST = ['Lopez', 'Stone', 'Ruiz', 'King', 'Nair', 'Okafor', 'Chen', 'Haddad', 'Silva', 'Young'];
  const lines = ['Customer ID,First Name,Last Name,Phone,Email,Street,City,State,Zip,Notes'];
  for (let n = 0; n < count; n++) {
    const [first, last] = [
      FIRST[n % 10],
      `${LAST[Math.floor(n / 10) % 10]}${Math.floor(n / 100).toString(36)}`,
    ];
    const email = n % 2 ? `${first}.${last}@example.test`.toLowerCase() : '';
    const phone = `617-${String(200 + (n % 800))}-${String(Math.floor(n / 8) % 10_000).padStart(4, '0')}`;
    lines.push(
      `C${n},${first},${last},${phone},${email},${1 + (n % 900)} ${LAST[n % 7]} St,Quincy,MA,0${2100 + (n % 90)},`,
    );
  }
  return `${lines.join('\n')}\n`;
}

const peakMb = (pid) => {
  try {
    const [, kb] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kb ?? 0) / 1024);
  } catch {
    return 0;
  }
};

/** Seconds, peak memory in MB and exit code of one run. */
function run(args, env) {
  const from = performance.now();
  const child = spawn(process.execPath, [ENTRY, 'import', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', args.length > 0 ? 'inherit' : 'ignore'],
  });
  let said = '';
  child.stdout.on('data', (text) => {
    said += text;
  });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakMb(child.pid));
  }, 100);
  return new Promise((done) =>
    child.on('exit', (code) => {
      clearInterval(watch);
      done({ seconds: (performance.now() - from) / 1000, peak, code, said });
    }),
  );
}

try {
  const floor = await run([], { DATA_DIR: dataDir });
  const engine = process.env.DATABASE_URL ? 'PostgreSQL' : 'PGlite';
  console.log(`${engine}, ${rows} lines of ${basename(file)}`);
  console.log(`${'run'.padEnd(24)}  seconds  lines/s  × floor  peak MB`);
  for (const name of ['into an empty system', 'the same again']) {
    const { seconds, peak, code, said } = await run([kind, path, ...zone, ...options], {
      DATA_DIR: dataDir,
    });
    if (code !== 0) throw new Error(`The import ended with ${code}:\n${said}`);
    console.log(
      `${name.padEnd(24)}  ${seconds.toFixed(1).padStart(7)}  ${String(Math.round(rows / seconds)).padStart(7)}  ${(seconds / floor.seconds).toFixed(1).padStart(7)}  ${String(peak).padStart(7)}`,
    );
  }
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
