import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { folderStore } from './folder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'truckroll-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the key of links is whole or not there: an empty one, left by a power cut, is made anew', async () => {
  writeFileSync(join(folder, 'link-key'), '');
  const key = await folderStore(folder).key();
  expect(key).toHaveLength(32);
  expect(readFileSync(join(folder, 'link-key'))).toEqual(key);
});

test('two processes that make the key at once use the same one, and leave nothing half-made', async () => {
  const keys = await Promise.all([1, 2, 3, 4].map(() => folderStore(folder).key()));
  expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
  expect(readdirSync(join(folder, 'parts'))).toEqual([]);
});

test('what cannot be written whole leaves nothing under its name', async () => {
  const sha256 = 'ab'.padEnd(64, '0');
  writeFileSync(join(folder, '7'), 'a file where the company’s folder should be');
  await expect(folderStore(folder).put(7, sha256, Buffer.from('photo'))).rejects.toThrow();
  expect(existsSync(join(folder, '7', 'ab', sha256))).toBe(false);
});
