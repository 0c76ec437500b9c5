/** A mail server on this machine, a sender that talks to it, and mails as they came. Ended after each test. */
import { SMTPServer } from 'smtp-server';
import { afterEach } from 'vitest';
import { createSender } from '#backend/messages/sender.ts';
import { smtpTransport } from '#backend/messages/smtp.ts';
import type { Database } from '#db/database.ts';
import type { Company } from './company.ts';

export const ORIGIN = 'https://board.example';
type Received = { readonly to: string[]; readonly raw: string };
type Reply = { readonly code: number; readonly text: string };

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** A real mail server on a port of its own; `reply` answers instead of taking the message, by recipient. */
export async function mailServer(port = 0) {
  const received: Received[] = [];
  const replies = new Map<string, Reply>();
  const server = new SMTPServer({
    authOptional: true,
    // A sender keeps its connection; by default the end of a test would wait half a minute for it.
    closeTimeout: 100,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, callback) {
      const reply = replies.get(address);
      callback(reply ? Object.assign(new Error(reply.text), { responseCode: reply.code }) : null);
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ to, raw: Buffer.concat(chunks).toString() });
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  const address = server.server.address();
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  endings.push(close);
  return { received, replies, port: typeof address === 'object' && address ? address.port : 0, close };
}

/** A sender of that company, over a real connection to the server at `port`; stopped after the test. */
export function senderTo(database: Database, company: Company, port: number) {
  const transport = smtpTransport({
    host: '127.0.0.1',
    port,
    secure: false,
    user: '',
    password: '',
    needsTls: false,
    from: 'office@company.test',
  });
  const logger = { warn: () => undefined, error: () => undefined };
  const sender = createSender({ database, clock: company.clock, transport, publicOrigin: ORIGIN, logger });
  endings.push(sender.stop);
  return sender;
}

/** Quoted-printable, read. */
export const decoded = (raw: string): string =>
  raw
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
export const headersOf = ({ raw }: Received): string =>
  raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n\s+/g, ' ');
export const headerOf = (mail: Received, name: string): string =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(headersOf(mail))?.[1] ?? '';
