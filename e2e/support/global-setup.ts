import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from './server.ts';

const RESULTS = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'test-results');

/**
 * One server with the demo company for all tests that do not ask for their own. They share its data: a test makes
 * what it changes and never counts what it did not make.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  await mkdir(RESULTS, { recursive: true });
  const server = await startServer({ logFile: join(RESULTS, 'server.log') });
  process.env.E2E_ORIGIN = server.origin;
  process.env.E2E_API_ORIGIN = server.apiOrigin;
  return async () => {
    await server.stop().finally(() => server.dispose());
  };
}
