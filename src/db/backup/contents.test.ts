import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Content, receiveContents } from './contents.ts';

const PHOTO = Buffer.from('a photo');
const SHA = createHash('sha256').update(PHOTO).digest('hex');
const GOOD: Content = { tenantId: 7, sha256: SHA, size: PHOTO.length };

function receiving() {
  const kept: unknown[] = [];
  const receiver = receiveContents({
    put: async (tenantId, sha256) => {
      kept.push([tenantId, sha256]);
      return true;
    },
    remove: async () => undefined,
  });
  return { kept, receiver };
}
const line = (bytes: Buffer) => `"${bytes.toString('base64')}"`;

test('an attached file goes to its company under the hash of its bytes', async () => {
  const { kept, receiver } = receiving();
  await receiver.begin({ file: GOOD });
  receiver.chunk(line(PHOTO));
  await receiver.finish();
  expect(kept).toEqual([[7, SHA]]);
});

test.each<[string, object]>([
  ['a folder above the company’s', { ...GOOD, tenantId: '../../../tmp' }],
  ['no company', { ...GOOD, tenantId: 0 }],
  ['a path for its hash', { ...GOOD, sha256: '../../etc/passwd' }],
  ['a list for its hash', { ...GOOD, sha256: [SHA] }],
  ['no size', { ...GOOD, size: null }],
])('a line that somebody else wrote, with %s, puts nothing anywhere', async (_, file) => {
  const { kept, receiver } = receiving();
  await expect(receiver.begin({ file: file as Content })).rejects.toThrow('no Truckroll keeps');
  expect(kept).toEqual([]);
});

test('bytes beyond what the line announced are not gathered', async () => {
  const { kept, receiver } = receiving();
  await receiver.begin({ file: GOOD });
  receiver.chunk(line(PHOTO));
  expect(() => receiver.chunk(line(PHOTO))).toThrow('is damaged');
  expect(kept).toEqual([]);
});
