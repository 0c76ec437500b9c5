import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createLogger } from '#bff/logging.ts';
import { FAKE_S3_REGION, startFakeS3 } from '#testing/fake-s3.ts';
import { leaks } from '#testing/spellings.ts';
import { readEnvironment } from './environment.ts';
import { fileSecrets, fileStoreOf } from './file-store.ts';

const BYTES = Buffer.from('a photo');
const SHA = createHash('sha256').update(BYTES).digest('hex');

test('R45 whatever goes wrong with the store, the log says what and never a key', async () => {
  const s3 = await startFakeS3();
  onTestFinished(() => s3.close());
  const environment = readEnvironment({
    FILES_S3_ENDPOINT: s3.endpoint,
    FILES_S3_BUCKET: s3.bucket,
    FILES_S3_REGION: FAKE_S3_REGION,
    FILES_S3_KEY: s3.accessKeyId,
    FILES_S3_SECRET: s3.secretAccessKey,
  });
  const secrets = await fileSecrets(environment);
  const lines: string[] = [];
  const logger = createLogger({ secrets, destination: { write: (line) => void lines.push(line) } });
  const store = fileStoreOf(environment, (reason) => logger.error({ reason }, 'the store of files failed'));
  expect(await store.put(1, SHA, BYTES)).toBe(true);
  const unavailable = { code: 'server.files_unavailable', params: {} };
  const told: unknown[] = [];
  for (const [status, code] of [
    [403, 'AccessDenied'],
    [400, 'InvalidAccessKeyId'],
    [404, 'NoSuchBucket'],
  ] as const) {
    s3.fault = { kind: 'status', status, code, times: 100 };
    const error = await store.read(1, SHA).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject(unavailable);
    told.push({ ...(error as object), message: (error as Error).message });
    expect(lines.join('')).toContain(`GET: ${status} ${code}`);
  }
  expect(secrets).toEqual([s3.secretAccessKey]);
  for (const text of [lines.join(''), JSON.stringify(told)]) {
    expect(leaks(text, [s3.secretAccessKey, s3.accessKeyId])).toEqual([]);
  }
});

test('without a bucket files lie in DATA_DIR', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'truckroll-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const store = fileStoreOf(readEnvironment({ DATA_DIR: folder }), () => {});
  await store.put(1, SHA, BYTES);
  const parts: Uint8Array[] = [];
  for await (const part of (await store.read(1, SHA))!) parts.push(part);
  expect(Buffer.concat(parts).toString()).toBe('a photo');
});
