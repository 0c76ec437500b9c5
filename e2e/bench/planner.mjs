// `npm run bench -- planner DIR [seconds] [instance …]`: the planner on files in Solomon's format, each within `seconds`
// (10); vehicles and distance beside the best known of DIR/best-known.csv. Ends with 1 when a plan breaks a window or
// leaves somebody out (reckoned by domain/planner/check.ts, not by the planner).
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { buildProgram } from '../../src/testing/build-program.mjs';

const [folder = '', ...more] = process.argv.slice(2);
const { file, remove } = await buildProgram('planner-program');
try {
  process.exitCode =
    spawnSync(process.execPath, [file, resolve(folder), ...more], { stdio: 'inherit' }).status ?? 1;
} finally {
  remove();
}
