import { tmpdir } from 'node:os';
import { afterEach, expect, test, vi } from 'vitest';
import { throwawayFolder } from './memory-folder.mjs';

const GB = 1024 ** 3;
// Handed in: files of a worker share their modules, so what one has loaded another cannot mock.
const withFree = (free: number) => throwawayFolder(() => ({ bavail: free, bsize: 1 }));
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
  vi.spyOn(process, 'availableMemory').mockReturnValue(memory);
  expect(withFree(free)).toBe(folder);
});

test('who sets TMPDIR has chosen', () => {
  vi.stubEnv('TMPDIR', '/somewhere');
  expect([withFree(4 * GB), tmpdir()]).toEqual(['/somewhere', '/somewhere']);
});
