import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { expect, test } from 'vitest';
import { downloadStream } from './download-stream.ts';

async function* source(said: string[]) {
  said.push('opened');
  try {
    yield 'one';
    yield 'two';
  } finally {
    said.push('closed');
  }
}
const closed = (stream: ReturnType<typeof downloadStream>) => finished(stream).catch(() => undefined);

test('a download nobody reads gives back what it holds, as one broken off in the middle and one read to its end do', async () => {
  const said: string[] = [];
  const unread = downloadStream(source(said));
  unread.destroy();
  await closed(unread);
  const begun = downloadStream(source(said));
  for await (const _ of begun) break;
  await closed(begun);
  const whole: unknown[] = [];
  for await (const chunk of downloadStream(source(said))) whole.push(chunk);
  expect(whole).toEqual(['one', 'two']);
  expect(said).toEqual(Array.from({ length: 3 }, () => ['opened', 'closed']).flat());
});

test('a file on the disk is closed again when its browser has gone before it was read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'truckroll-download-'));
  try {
    await writeFile(join(folder, 'photo'), Buffer.alloc(300_000, 'x'));
    const file = (await open(join(folder, 'photo'))).createReadStream();
    const isClosed = new Promise<void>((resolve) => file.once('close', () => resolve()));
    downloadStream(file)
      .on('error', () => undefined)
      .destroy(new Error('the browser has gone'));
    await isClosed;
    expect(file.destroyed).toBe(true);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a store that fails while its download is dropped is nobody’s trouble', async () => {
  const failing = downloadStream({
    [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('gone')) }),
  });
  failing.destroy();
  await expect(finished(failing)).rejects.toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' });
});
