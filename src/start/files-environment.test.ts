import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';
import { fileSecrets, placeOf } from './file-store.ts';

const ALL = {
  FILES_S3_ENDPOINT: 'https://s3.example:9000',
  FILES_S3_BUCKET: 'truckroll-files',
  FILES_S3_REGION: 'eu-central-1',
  FILES_S3_KEY: 'AK1',
  FILES_S3_SECRET: 'a secret',
};
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'truckroll-secrets-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('nothing set: files lie in DATA_DIR', async () => {
  const environment = readEnvironment({ DATA_DIR: '/srv/truckroll' });
  expect(environment.filesS3).toBeNull();
  expect(placeOf(environment)).toBe('/srv/truckroll/files');
  expect(await fileSecrets(environment)).toEqual([]);
});

test('all set: files go to the bucket, and the secret is one the log must not say', async () => {
  const environment = readEnvironment(ALL);
  expect(environment.filesS3).toMatchObject({ endpoint: 'https://s3.example:9000', region: 'eu-central-1' });
  expect(placeOf(environment)).toBe('the bucket truckroll-files at https://s3.example:9000');
  expect(await fileSecrets(environment)).toEqual(['a secret']);
});

test.each(['FILES_S3_ENDPOINT', 'FILES_S3_BUCKET', 'FILES_S3_KEY', 'FILES_S3_SECRET'])(
  'without %s the start is refused, and the variable is named',
  (name) => {
    expect(() => readEnvironment({ ...ALL, [name]: '' })).toThrow(`${name} must be set`);
  },
);

test.each([
  'http://s3.example',
  'ftp://s3.example',
  'https://s3.example/bucket',
  'https://s3.example/?a=1',
  'https://me:secret@s3.example',
  's3.example',
  'file:///etc/passwd',
])('%s is no endpoint', (endpoint) => {
  expect(() => readEnvironment({ ...ALL, FILES_S3_ENDPOINT: endpoint })).toThrow('FILES_S3_ENDPOINT must be');
});
test('http is for this machine', () => {
  expect(readEnvironment({ ...ALL, FILES_S3_ENDPOINT: 'http://127.0.0.1:9000/' }).filesS3?.endpoint).toBe(
    'http://127.0.0.1:9000',
  );
});
test.each(['../etc', 'a/b', 'UPPER', 'a', 'a..b'])('%s is no bucket', (bucket) => {
  expect(() => readEnvironment({ ...ALL, FILES_S3_BUCKET: bucket })).toThrow('FILES_S3_BUCKET');
});

test('R48 a secret may stand in a file that is its owner’s alone, and is read anew each time', async () => {
  const file = join(folder, 's3-secret');
  const environment = readEnvironment({ ...ALL, FILES_S3_SECRET: '', FILES_S3_SECRET_FILE: file });
  await expect(fileSecrets(environment)).rejects.toThrow('FILES_S3_SECRET_FILE names');
  writeFileSync(file, 'first\n', { mode: 0o600 });
  expect(await fileSecrets(environment)).toEqual(['first']);
  writeFileSync(file, 'second\n');
  expect(await fileSecrets(environment)).toEqual(['second']);
  chmodSync(file, 0o644);
  await expect(fileSecrets(environment)).rejects.toThrow('chmod 600');
  chmodSync(file, 0o600);
  writeFileSync(file, '\n');
  await expect(fileSecrets(environment)).rejects.toThrow('empty');
  expect(() => readEnvironment({ ...ALL, FILES_S3_SECRET_FILE: file })).toThrow('one of them');
});
