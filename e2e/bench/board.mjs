// npm run bench -- board [--serve] [--sizes M,L] [--repeats 5] [--peers] [--blank]
// Runs the board's bench page beside the DOM limit (and, with --peers, the publishable libraries) with the
// shared bench's own runner, in a temporary copy, and prints medians with their ratio to the limit.
import { spawn } from 'node:child_process';
import { chmod, cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, preview } from 'vite';
import { serveBoard } from '../support/serve-board.mjs';

const repo = fileURLToPath(new URL('../../', import.meta.url));
const shared = process.env.BOARD_BENCH_DIR ?? path.resolve(repo, '../shared/bench/board');
const peers = ['fc7', 'vis', 'eventcal', 'rct'];
const ours = 'http://127.0.0.1:5055/board.html';

const { values: flags } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== 'board'),
  options: {
    serve: { type: 'boolean', default: false },
    sizes: { type: 'string', default: 'M,L' },
    repeats: { type: 'string', default: '5' },
    peers: { type: 'boolean', default: false },
    blank: { type: 'boolean', default: false },
  },
});

const measures = {
  'mount, ms': (r) => r.mount?.ms,
  'mount, main-thread ms': (r) => r.mountCpu?.task,
  'drag, main-thread ms per move': (r) => share(r.drag?.cpu?.task, 60),
  'drag, input to paint, ms': (r) => median(r.drag?.lat ?? []),
  'drop to settled, ms': (r) => r.drag?.drop,
  'one update to paint, ms': (r) => median(r.single?.out ?? []),
  'burst of 200/s, main-thread ms in 5 s': (r) => r.burst?.cpu?.task,
  'burst, frames shown in 5 s': (r) => r.burst?.d?.length,
  'burst, appointments left wrong': (r) => r.burst?.wrong,
  'scroll, main-thread ms per frame': (r) => share(r.scrollY?.cpu?.task, r.scrollY?.d?.length),
  'wheel, main-thread ms per step': (r) => share(r.wheel?.cpu?.task, 50),
  'frames over 33 ms in drag, scroll and wheel': (r) =>
    [r.drag?.fr, r.scrollY?.d, r.wheel?.d].flatMap((frames) => frames ?? []).filter((ms) => ms > 33.4).length,
  'heap added, MB': (r) => share((r.heap ?? NaN) - (r.heap0 ?? NaN), 1e6),
  'DOM elements': (r) => r.counts?.dom,
};

function share(value, parts) {
  return value === undefined || !parts ? undefined : value / parts;
}

function median(list) {
  const known = list.filter((value) => Number.isFinite(value)).sort((a, b) => a - b);
  return known.length === 0 ? undefined : known[Math.floor(known.length / 2)];
}

function run(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}`)),
    );
  });
}

/** A copy without the trial library, whose figures may not be published: README of the shared bench. */
async function copyBench() {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'board-bench-'));
  await cp(shared, dir, {
    recursive: true,
    filter: (from) => !/node_modules|bryntum/.test(path.relative(shared, from)),
  });
  for (const entry of await readdir(dir, { recursive: true })) await chmod(path.join(dir, entry), 0o755);
  await chmod(dir, 0o755);
  await rm(path.join(dir, 'package-lock.json'), { force: true });
  const manifest = JSON.parse(await readFile(path.join(dir, 'package.json'), 'utf8'));
  delete manifest.dependencies['@bryntum/schedulerpro-trial'];
  await writeFile(path.join(dir, 'package.json'), JSON.stringify(manifest));
  if (flags.peers) await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], dir);
  else await symlink(path.join(repo, 'node_modules'), path.join(dir, 'node_modules'));
  return dir;
}

async function servePeers(dir, pages) {
  const { default: react } = await import('@vitejs/plugin-react');
  const input = Object.fromEntries(pages.map((page) => [page, path.join(dir, `pages/${page}/index.html`)]));
  const config = {
    configFile: false,
    root: dir,
    appType: 'mpa',
    logLevel: 'error',
    plugins: [react()],
    build: { rollupOptions: { input }, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
    preview: { host: '127.0.0.1', port: 4599, strictPort: true },
  };
  await build(config);
  return preview(config);
}

function print(cells, pages) {
  for (const size of flags.sizes.split(',')) {
    const repeats = pages.map((page) => cells[`${page}/${size}`]?.reps?.length ?? 0);
    console.log(`\n### ${size} (repeats: ${repeats.join(', ')})\n`);
    console.log(`| | ${pages.join(' | ')} | ours / limit-dom |\n|---|${'---:|'.repeat(pages.length + 1)}`);
    for (const [name, of] of Object.entries(measures)) {
      const figures = pages.map((page) => median((cells[`${page}/${size}`]?.reps ?? []).map(of)));
      const [limit, mine] = figures;
      const ratio = limit && mine !== undefined ? (mine / limit).toFixed(2) : '–';
      console.log(
        `| ${name} | ${figures.map((f) => (f === undefined ? '–' : f.toFixed(1))).join(' | ')} | ${ratio} |`,
      );
    }
  }
}

const server = await serveBoard();
console.log(ours);
if (!flags.serve) {
  const pages = ['limit-dom', 'ours', ...(flags.peers ? peers : [])];
  const dir = await copyBench();
  const peerServer = await servePeers(
    dir,
    pages.filter((page) => page !== 'ours'),
  );
  try {
    const common = ['--pages', pages.join(','), '--url', `ours=${ours}`, '--sizes', flags.sizes];
    await run('node', ['run.mjs', ...common, '--repeats', flags.repeats, '--out', 'ours.json'], dir);
    print(JSON.parse(await readFile(path.join(dir, 'ours.json'), 'utf8')).cells, pages);
    if (flags.blank) await run('node', ['blank.mjs', ...common], dir);
  } finally {
    await peerServer.close();
    server.close();
    await rm(dir, { recursive: true, force: true });
  }
}
