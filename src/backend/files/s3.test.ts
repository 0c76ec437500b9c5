import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FAKE_S3_REGION, type FakeS3, startFakeS3 } from '#testing/fake-s3.ts';
import type { FileStore } from './file-store.ts';
import { type S3Settings, s3Store } from './s3.ts';

const shaOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const bytesOf = async (chunks: AsyncIterable<Uint8Array> | null) => {
  if (!chunks) return null;
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
};
const UNAVAILABLE = { code: 'server.files_unavailable' };
const PHOTO = randomBytes(300_000);

let s3: FakeS3;
let store: FileStore;
let troubles: string[];
const storeOf = (more: Partial<S3Settings> = {}) =>
  s3Store({
    endpoint: s3.endpoint,
    bucket: s3.bucket,
    region: FAKE_S3_REGION,
    keys: async () => ({ accessKeyId: s3.accessKeyId, secretAccessKey: s3.secretAccessKey }),
    onTrouble: (reason) => troubles.push(reason),
    ...more,
  });
beforeEach(async () => {
  s3 = await startFakeS3();
  troubles = [];
  store = storeOf();
});
afterEach(() => s3.close());
const put = (bytes: Uint8Array = PHOTO) => store.put(1, shaOf(bytes), bytes);
const read = (bytes: Uint8Array = PHOTO) => store.read(1, shaOf(bytes));

test('a content is kept once per company, signed with its own hash, and comes back byte by byte', async () => {
  expect(await put()).toBe(true);
  expect(await put()).toBe(false);
  expect(await store.put(2, shaOf(PHOTO), PHOTO)).toBe(true);
  expect(shaOf((await bytesOf(await read()))!)).toBe(shaOf(PHOTO));
  const sha = shaOf(PHOTO);
  expect([...s3.objects.keys()]).toEqual([1, 2].map((tenant) => `${tenant}/${sha.slice(0, 2)}/${sha}`));
  expect(troubles).toEqual([]);
});

test('what is not there is told apart from a store that cannot say', async () => {
  expect(await read()).toBeNull();
  await expect(storeOf({ bucket: 'another-bucket' }).read(1, shaOf(PHOTO))).rejects.toMatchObject(
    UNAVAILABLE,
  );
  expect(troubles).toEqual(['GET: 404 NoSuchBucket']);
});

test('a content of another size is a damaged one, and is put right; a removed one is gone', async () => {
  await put();
  const [key] = [...s3.objects.keys()] as [string];
  s3.objects.set(key, PHOTO.subarray(1));
  expect(await put()).toBe(true);
  expect(shaOf((await bytesOf(await read()))!)).toBe(shaOf(PHOTO));
  await store.remove(1, shaOf(PHOTO));
  await store.remove(1, shaOf(PHOTO));
  expect(await read()).toBeNull();
});

test('bytes that changed on their way are refused by the store, and none are kept', async () => {
  await expect(store.put(1, shaOf(Buffer.from('other')), PHOTO)).rejects.toMatchObject(UNAVAILABLE);
  expect(s3.objects.size).toBe(0);
  expect(troubles).toEqual(['PUT: 400 XAmzContentSHA256Mismatch']);
});

describe('F-rows of a store elsewhere', () => {
  test('nobody there: refused, nothing is kept, and the next try works', async () => {
    const { endpoint } = s3;
    await s3.close();
    await expect(storeOf({ endpoint }).put(1, shaOf(PHOTO), PHOTO)).rejects.toMatchObject(UNAVAILABLE);
    await expect(storeOf({ endpoint }).read(1, shaOf(PHOTO))).rejects.toMatchObject(UNAVAILABLE);
    expect(troubles).toEqual(['HEAD: ECONNREFUSED', 'GET: ECONNREFUSED']);
    s3 = await startFakeS3();
    store = storeOf();
    expect(await put()).toBe(true);
  });

  test('not let in: refused at once, with the store’s own word for the operator and no key in it', async () => {
    const good = s3.secretAccessKey;
    store = storeOf({
      keys: async () => ({ accessKeyId: s3.accessKeyId, secretAccessKey: 'not the secret' }),
    });
    await expect(read()).rejects.toMatchObject(UNAVAILABLE);
    await expect(put()).rejects.toMatchObject(UNAVAILABLE);
    expect(troubles).toEqual(['GET: 403 SignatureDoesNotMatch', 'HEAD: 403']);
    expect(s3.requests).toHaveLength(2);
    expect(troubles.join()).not.toContain(good);
    expect(troubles.join()).not.toContain(s3.accessKeyId);
  });

  test('busy for a moment (500, 503, 429): tried again, three times in all', async () => {
    s3.fault = { kind: 'status', status: 503, code: 'SlowDown', times: 2 };
    expect(await put()).toBe(true);
    expect(troubles).toEqual([]);
    const before = s3.requests.length;
    s3.fault = { kind: 'status', status: 500, code: 'InternalError', times: 100 };
    await expect(read()).rejects.toMatchObject(UNAVAILABLE);
    expect(s3.requests.length - before).toBe(3);
    expect(troubles).toEqual(['GET: 500 InternalError']);
  });

  test('slow: given up after its time, whatever it was asked for', async () => {
    store = storeOf({ waitMs: 300 });
    s3.fault = { kind: 'silent' };
    await expect(read()).rejects.toMatchObject(UNAVAILABLE);
    await expect(put()).rejects.toMatchObject(UNAVAILABLE);
    expect(troubles).toEqual(['GET: no answer within 300 ms', 'HEAD: no answer within 300 ms']);
  });

  test.each(['silent', 'gone'] as const)(
    '%s in the middle of a file: the download ends with an error, never short',
    async (then) => {
      await put();
      s3.fault = { kind: 'half', then };
      store = storeOf({ waitMs: 300 });
      const chunks = await read();
      await expect(bytesOf(chunks)).rejects.toMatchObject(UNAVAILABLE);
      expect(troubles.join()).toMatch(/^GET: broke off/);
    },
  );

  test('a reader that is slow is waited for, and one that leaves frees the connection', async () => {
    await put();
    const chunks = (await read())!;
    for await (const _ of chunks) break;
    expect(shaOf((await bytesOf(await read()))!)).toBe(shaOf(PHOTO));
    expect(troubles).toEqual([]);
  });
});

test('R48 a secret that is swapped is used with the next request, and its links are other links', async () => {
  await put();
  const formerly = await store.key();
  expect(await storeOf().key()).toEqual(formerly);
  s3.secretAccessKey = 'canary-s3-secret-the-second';
  expect(shaOf((await bytesOf(await read()))!)).toBe(shaOf(PHOTO));
  expect(await store.key()).not.toEqual(formerly);
});

test('a redirect is not followed: what is signed for one server is sent to no other', async () => {
  const elsewhere = await startFakeS3();
  try {
    s3.fault = { kind: 'redirect', to: `${elsewhere.endpoint}/${elsewhere.bucket}/1` };
    await expect(read()).rejects.toMatchObject(UNAVAILABLE);
    await expect(put()).rejects.toMatchObject(UNAVAILABLE);
    expect(elsewhere.requests).toEqual([]);
  } finally {
    await elsewhere.close();
  }
});
