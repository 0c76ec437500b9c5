import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DIST } from './paths.mjs';

const LOCK = join(DIST, '.setup-lock');

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** @returns true when taken; false when a living process holds it. */
function take() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  let holder = Number.NaN;
  try {
    holder = Number(readFileSync(LOCK, 'utf8'));
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  // An empty file is a lock being written: its owner is alive.
  if (Number.isNaN(holder) || holder === 0 || isAlive(holder)) return false;
  // Renaming first: of two that find a dead holder, one gets the file and the other ENOENT.
  const stale = `${LOCK}.${process.pid}`;
  try {
    renameSync(LOCK, stale);
    rmSync(stale);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  return false;
}

/**
 * Runs `work` while no other `npm start`, `npm test` … of this clone installs or builds: two at once leave half a
 * node_modules behind. Waits for the other one as long as it lives.
 */
export async function alone(work) {
  mkdirSync(DIST, { recursive: true });
  let told = false;
  while (!take()) {
    if (!told) console.log(`Waiting for another installation or build (${LOCK}) …`);
    told = true;
    await sleep(250);
  }
  try {
    return await work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}
