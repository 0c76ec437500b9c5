import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hasBuild } from './build.mjs';
import { RESULTS, ROOT } from './paths.mjs';
import { isStopped, run, runNode } from './run.mjs';

/** @typedef {{ name: string, passed: number, failed: number, skipped: number, failures?: string[] }} Counts */

const TSC = 'node_modules/typescript/bin/tsc';
const BIOME = 'node_modules/@biomejs/biome/bin/biome';
const VITEST = 'node_modules/vitest/vitest.mjs';
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';
const ROUTE_TREE = join(ROOT, 'src/web/route-tree.gen.ts');
const CLUSTER = join(ROOT, 'src/testing/postgres-cluster.mjs');

/** A tool that says only yes or no counts as one test. */
const yesOrNo = (name, isFine) => ({ name, passed: isFine ? 1 : 0, failed: isFine ? 0 : 1, skipped: 0 });

const passes = async (name, args) => yesOrNo(name, (await runNode(args)).code === 0);
const types = () => passes('types', [TSC, '--noEmit']);
const lint = () => passes('lint', [BIOME, 'check', '--error-on-warnings']);

/** A runner that fails without naming a test (a crash, an error outside of tests) is a failure all the same. */
const withExitCode = (counts, code) =>
  code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** @param {readonly string[]} projects of vitest.config.ts @param {readonly string[]} filter parts of file paths */
async function vitest(projects, filter, env) {
  const file = join(RESULTS, 'vitest.json');
  rmSync(file, { force: true });
  const { code } = await runNode(
    [
      VITEST,
      'run',
      ...projects.map((project) => `--project=${project}`),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...filter,
    ],
    { env },
  );
  const report = readReport(file);
  const filesThatDidNotLoad =
    report?.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && !assertionResults.length,
    ) ?? [];
  const counts = {
    name: projects.join(', '),
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + filesThatDidNotLoad.length,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
    failures: (report?.testResults ?? []).flatMap(failedInFile),
  };
  return withExitCode(counts, code);
}

/** @returns {string[]} file, test and the first line of why, as the summary repeats them */
function failedInFile({ name, status, message, assertionResults }) {
  const file = relative(ROOT, name);
  const failed = assertionResults.filter((one) => one.status === 'failed');
  if (status === 'failed' && failed.length === 0) return [`${file}: ${firstLine(message)}`];
  return failed.map((one) => `${file} › ${one.fullName}: ${firstLine(one.failureMessages?.[0])}`);
}
const firstLine = (text) => String(text ?? '').split('\n', 1)[0];

/** @returns {string[]} */
const failedSpecs = (suite) => [
  ...(suite.suites ?? []).flatMap(failedSpecs),
  ...(suite.specs ?? []).filter(({ ok }) => !ok).map(({ file, line, title }) => `${file}:${line} › ${title}`),
];

/** Debian as root (CI, a container): the browser is one package away. Elsewhere nothing is installed unasked. */
async function installChromium() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log('No Chromium found; installing Debian’s …');
  await run('apt-get', ['update', '-qq']);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
}

async function browser(filter, env) {
  if (!hasBuild()) {
    console.error('Not run: there is no build to drive.');
    return yesOrNo('browser', false);
  }
  const { findChromium } = await import('../../e2e/support/find-chromium.mjs');
  if (!findChromium({ isJourney: true })) await installChromium();
  if (!findChromium({ isJourney: true })) {
    console.error(
      'No Chromium or Chrome found. Install one, or set CHROMIUM to its path; `npm test -- unit` needs none.',
    );
    return yesOrNo('browser', false);
  }
  const file = join(RESULTS, 'playwright.json');
  rmSync(file, { force: true });
  const { code } = await runNode([PLAYWRIGHT, 'test', '--config=e2e/playwright.config.ts', ...filter], {
    env,
  });
  const report = readReport(file);
  const stats = report?.stats;
  const counts = {
    name: 'browser',
    passed: stats?.expected ?? 0,
    // Flaky cannot happen without retries; should someone allow them, it is still no pass.
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
    failures: (report?.suites ?? []).flatMap(failedSpecs),
  };
  return withExitCode(counts, code);
}

/** The generated route tree is committed, so that types hold before the first build; the build must not change it. */
async function builds(build) {
  const before = readTree();
  try {
    await build();
  } catch (error) {
    console.error(error.message);
    return yesOrNo('build', false);
  }
  const isCurrent = readTree() === before;
  if (!isCurrent) console.error('src/web/route-tree.gen.ts was out of date; it is now rewritten: commit it.');
  return yesOrNo('build', isCurrent);
}
const readTree = () => (existsSync(ROUTE_TREE) ? readFileSync(ROUTE_TREE, 'utf8') : '');

/** A PostgreSQL of the tests' own, gone afterwards. TEST_DATABASE_URL from outside wins. */
async function startDatabase() {
  if (process.env.TEST_DATABASE_URL) return { env: {}, stop: async () => {} };
  const cluster = existsSync(CLUSTER)
    ? await (await import(pathToFileURL(CLUSTER).href)).startCluster()
    : null;
  if (!cluster)
    console.log('No PostgreSQL server on this machine: its tests are skipped (PGlite’s are not).');
  return { env: cluster ? { TEST_DATABASE_URL: cluster.url } : {}, stop: async () => cluster?.stop() };
}

/** @param {readonly { title: string, run: () => Promise<Counts> }[]} steps all are run, whatever fails before */
async function inTurn(steps) {
  mkdirSync(RESULTS, { recursive: true });
  const all = [];
  for (const { title, run: step } of steps) {
    if (isStopped()) break;
    console.log(`\n— ${title}`);
    const started = performance.now();
    const counts = await step();
    all.push({ ...counts, seconds: (performance.now() - started) / 1000 });
  }
  return summary(all);
}

/** The last line is what CI and people read: the counts over every suite. @returns the exit code */
function summary(all) {
  const sum = (key) => all.reduce((total, counts) => total + counts[key], 0);
  console.log('');
  for (const { name, passed, failed, skipped, seconds } of all) {
    const mark = failed ? '✗' : '✓';
    console.log(
      `${mark} ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped (${seconds.toFixed(1)} s)`,
    );
  }
  // Again, because the thousands of lines above are cut off in a CI record.
  for (const failure of all.flatMap(({ failures = [] }) => failures)) console.log(`  ✗ ${failure}`);
  if (isStopped()) console.log('Stopped before the end.');
  console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  return sum('failed') > 0 || isStopped() ? 1 : 0;
}

const TYPES = { title: 'Types', run: types };
const LINT = { title: 'Lint', run: lint };
const FAST = ['unit', 'web'];

/** `npm run check`: types, lint and the tests that need neither database nor browser. */
export const check = () => inTurn([TYPES, LINT, { title: 'Unit tests', run: () => vitest(FAST, [], {}) }]);

/**
 * `npm test`, or a part of it: `npm test -- unit|integration|e2e [FILTER…]`.
 * @param {readonly string[]} args
 * @param {() => Promise<void>} build
 * @returns {Promise<number>} exit code
 */
export async function test([part, ...filter], build) {
  const parts = {
    unit: () => [{ title: 'Unit tests', run: () => vitest(FAST, filter, {}) }],
    integration: (env) => [{ title: 'Integration tests', run: () => vitest(['integration'], filter, env) }],
    e2e: (env) => [
      { title: 'Build', run: () => builds(build) },
      { title: 'Browser journeys', run: () => browser(filter, env) },
    ],
  };
  if (part === 'unit') return inTurn(parts.unit());
  if (part !== undefined && !Object.hasOwn(parts, part)) {
    console.error(`npm test -- ${Object.keys(parts).join('|')} [FILTER…], or npm test alone for everything.`);
    return 2;
  }
  const { env, stop } = await startDatabase();
  try {
    if (part) return await inTurn(parts[part](env));
    const everything = {
      title: 'Unit and integration tests',
      run: () => vitest([...FAST, 'integration'], [], env),
    };
    return await inTurn([TYPES, LINT, everything, ...parts.e2e(env)]);
  } finally {
    await stop();
  }
}

/** `npm run soak -- NAME`: the randomised tests of matching files, long (src/testing/soak.ts). */
export async function soakTests(name, args) {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true }).map((file) => `src/${file}`);
  if (!files.some((file) => file.endsWith('.test.ts') && file.includes(name))) {
    console.error(`No test file has ${name} in its path.`);
    return 2;
  }
  const flag = (key) => (args.includes(key) ? args[args.indexOf(key) + 1] : undefined);
  const seed = flag('--seed') ?? String(Math.floor(Math.random() * 2 ** 31));
  const count = flag('--count') ?? '10000';
  console.log(`Seed ${seed}, ${count} cases per test.`);
  const { env, stop } = await startDatabase();
  const soak = { ...env, SOAK_SEED: seed, SOAK_COUNT: count };
  try {
    return await inTurn([
      {
        title: `Soak: ${name}`,
        run: () => vitest([...FAST, 'integration'], [name, '--testTimeout=0'], soak),
      },
    ]);
  } finally {
    await stop();
  }
}
