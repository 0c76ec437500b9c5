import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { freePort } from './free-port.ts';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const ENTRY = join(ROOT, 'dist/server/server.js');

/** A server on ports of its own that is expected to end by itself: its exit code and all it said. */
export async function runToEnd(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const ports = { PORT: String(await freePort()), API_PORT: String(await freePort()) };
  const child: ChildProcess = spawn(process.execPath, [ENTRY], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', DEMO: 'off', ...ports, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text: Buffer) => {
      said += text.toString();
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

/** One sentence for the operator, not the program's insides. */
export const isSentence = (said: string): void =>
  expect(said.trim()).toMatch(/^Truckroll cannot go on: [^\n]*$/);
