import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startMailbox } from './mailbox.ts';
import { startServer } from './server.ts';

const RESULTS = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'test-results');

/**
 * One server with the demo company for all tests that do not ask for their own. They share its data: a test makes
 * what it changes and never counts what it did not make.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  await mkdir(RESULTS, { recursive: true });
  const mailbox = join(RESULTS, 'mailbox.txt');
  const mail = await startMailbox(mailbox);
  const server = await startServer({
    logFile: join(RESULTS, 'server.log'),
    env: { SMTP_URL: mail.url, MAIL_FROM: 'office@demo.test' },
  });
  // The company as it was loaded, for every server of a test's own that has a demo.
  const demo = await mkdtemp(join(tmpdir(), 'truckroll-e2e-demo-'));
  await server.stop();
  await cp(server.dataDir, demo, { recursive: true });
  await server.restart();
  process.env.E2E_DEMO_DATA = demo;
  process.env.E2E_MAILBOX = mailbox;
  process.env.E2E_ORIGIN = server.origin;
  process.env.E2E_API_ORIGIN = server.apiOrigin;
  return async () => {
    await server.stop().finally(() => server.dispose());
    await mail.stop();
    await rm(demo, { recursive: true, force: true });
  };
}
