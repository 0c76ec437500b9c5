import { tmpdir } from 'node:os';
import { afterEach, expect, test, vi } from 'vitest';
import { throwawayFolder } from './memory-folder.mjs';

const GB = 1024 ** 3;
const disk = vi.hoisted(() => ({ free: 0 }));
vi.mock('node:fs', async (original) => ({
  ...(await original<typeof import('node:fs')>()),
  statfsSync: () => ({ bavail: disk.free, bsize: 1 }),
}));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test.runIf(process.platform === 'linux').each([
  { free: 4 * GB, memory: 8 * GB, folder: '/dev/shm' },
  { free: 64 * 1024 ** 2, memory: 8 * GB, folder: '/tmp' },
  { free: 4 * GB, memory: 4 * GB, folder: '/tmp' },
])('tests throw their files away in memory only where there is room: %j', ({ free, memory, folder }) => {
  vi.stubEnv('TMPDIR', undefined);
  disk.free = free;
  vi.spyOn(process, 'availableMemory').mockReturnValue(memory);
  expect(throwawayFolder()).toBe(folder);
});

test('who sets TMPDIR has chosen', () => {
  disk.free = 4 * GB;
  vi.stubEnv('TMPDIR', '/somewhere');
  expect([throwawayFolder(), tmpdir()]).toEqual(['/somewhere', '/somewhere']);
});
