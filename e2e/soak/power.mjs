// npm run soak -- power [--count N]: e2e/power.spec.ts with N power cuts on each database instead of three. Half of
// those on PostgreSQL stop its server without a word as well.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runNode } from '../../src/setup/run.mjs';

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: { count: { type: 'string', default: '50' }, seed: { type: 'string' } },
});
const root = fileURLToPath(new URL('../../', import.meta.url));
process.chdir(root);
const { code } = await runNode(
  ['node_modules/@playwright/test/cli.js', 'test', '--config=e2e/playwright.config.ts', 'e2e/power.spec.ts'],
  { env: { SOAK_COUNT: values.count } },
);
process.exitCode = code;
