import { mkdir } from 'node:fs/promises';
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
  process.env.E2E_MAILBOX = mailbox;
  process.env.E2E_ORIGIN = server.origin;
  process.env.E2E_API_ORIGIN = server.apiOrigin;
  return async () => {
    await server.stop().finally(() => server.dispose());
    await mail.stop();
  };
}
