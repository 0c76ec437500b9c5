/** The token file by which commands beside a running server (import …) talk to it: DATA_DIR/local-token, mode 0600. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export type LocalAccess = { readonly url: string; readonly token: string };

const fileOf = (dataDir: string) => join(dataDir, 'local-token');

/** A new token for this process; the file is gone when the server stops in good order. */
export async function createLocalToken(dataDir: string, at: { host: string; apiPort: number }) {
  const value = randomBytes(32).toString('base64url');
  await mkdir(dataDir, { recursive: true });
  const host = at.host === '0.0.0.0' || at.host === '::' ? '127.0.0.1' : at.host;
  const access: LocalAccess = { url: `http://${host}:${at.apiPort}`, token: value };
  await rm(fileOf(dataDir), { force: true });
  await writeFile(fileOf(dataDir), JSON.stringify(access), { mode: 0o600, flag: 'wx' });
  return { value, remove: () => rm(fileOf(dataDir), { force: true }) };
}

/** How to reach the server that runs on this folder; null: none does, or it ended without a word. */
export async function localAccess(dataDir: string): Promise<LocalAccess | null> {
  const text = await readFile(fileOf(dataDir), 'utf8').catch(() => null);
  if (text === null) return null;
  const access = JSON.parse(text) as LocalAccess;
  const alive = await fetch(`${access.url}/live`).then(
    (answer) => answer.ok,
    () => false,
  );
  return alive ? access : null;
}
