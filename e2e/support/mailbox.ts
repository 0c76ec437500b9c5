/** The mail server of the shared office: real, on this machine, and it delivers into a file that every worker reads. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { SMTPServer } from 'smtp-server';

/** An address that begins so is refused for good. */
export const GONE = 'gone@';
const END = '\n=== end of a mail ===\n';

/** Call it in the process that outlives the tests; `url` is for SMTP_URL. */
export async function startMailbox(file: string): Promise<{ url: string; stop(): Promise<void> }> {
  writeFileSync(file, '');
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, done) {
      const isGone = address.startsWith(GONE);
      done(isGone ? Object.assign(new Error('No such user here'), { responseCode: 550 }) : null);
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        appendFileSync(file, `${Buffer.concat(chunks).toString()}${END}`);
        done();
      });
    },
  });
  smtp.on('error', () => undefined);
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', () => resolve()));
  const address = smtp.server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The mail server has no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    stop: () => new Promise<void>((resolve) => smtp.close(() => resolve())),
  };
}

/** What has arrived so far, each with its long lines joined again. */
export function mails(): string[] {
  const file = process.env.E2E_MAILBOX;
  if (!file) throw new Error('E2E_MAILBOX is unset: global-setup.ts did not run');
  return readFileSync(file, 'utf8')
    .split(END)
    .map((mail) => mail.replaceAll('=\r\n', ''))
    .filter(Boolean);
}
