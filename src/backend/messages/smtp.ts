/** The mail server of SMTP_URL. What it answers comes back as a `MailFault`, told apart by what to do about it. */
import { createTransport } from 'nodemailer';
import type { MessageFault } from '#domain/messages/sending.ts';

export type Mail = {
  /** The same for every try, so that a repeat is recognised. */
  readonly messageId: string;
  readonly fromName: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar: string | null;
};
/** Rejects with `MailFault`; everything else is a bug. */
export type MailTransport = { send(mail: Mail): Promise<void>; close(): void };

export class MailFault extends Error {
  /** `unreachable`: nothing to do with this message. `later`: the server puts it off. `refused`: it never takes it. */
  readonly fault: Extract<MessageFault, 'unreachable' | 'later' | 'refused'>;
  readonly reply: string;
  constructor(fault: MailFault['fault'], reply: string) {
    super(fault);
    this.name = 'MailFault';
    this.fault = fault;
    this.reply = reply;
  }
}

export type MailServer = {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (smtps). */
  readonly secure: boolean;
  readonly user: string;
  readonly password: string;
  /** A server that does not offer STARTTLS is not used: a password never goes out in the clear but to this machine. */
  readonly needsTls: boolean;
  /** The plain address all mail comes from. */
  readonly from: string;
};

const TEN_SECONDS = 10_000;

/** Over two kept connections; gives up after 10 s without a connection, 30 s without a word. */
export function smtpTransport({
  host,
  port,
  secure,
  user,
  password,
  needsTls,
  from,
}: MailServer): MailTransport {
  const transport = createTransport({
    pool: true,
    maxConnections: 2,
    host,
    port,
    secure,
    requireTLS: needsTls,
    ...(user && { auth: { user, pass: password } }),
    connectionTimeout: TEN_SECONDS,
    greetingTimeout: TEN_SECONDS,
    socketTimeout: 3 * TEN_SECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ messageId, fromName, to, subject, text, html, calendar }) {
      try {
        await transport.sendMail({
          messageId,
          // As objects: no name is ever read as an address or a list of them.
          from: { name: fromName, address: from },
          to: { name: '', address: to },
          envelope: { from, to: [to] },
          subject,
          text,
          html,
          headers: { 'Auto-Submitted': 'auto-generated' },
          ...(calendar && {
            icalEvent: { method: 'PUBLISH', filename: 'visit.ics', content: calendar },
          }),
        });
      } catch (error) {
        throw faultOf(error);
      }
    },
    close: () => transport.close(),
  };
}

/** Codes of nodemailer that say something about this message; all others are about the way to the server. */
const ABOUT_MESSAGE = new Set(['EENVELOPE', 'EMESSAGE']);
const MOST_REPLY = 200;

function faultOf(error: unknown): MailFault {
  const {
    code = '',
    responseCode = 0,
    response = '',
  } = error as {
    code?: string;
    responseCode?: number;
    response?: string;
  };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what the server says is shown on one line
  const reply = response.replace(/[\u0000-\u001f\u007f]+/g, ' ').slice(0, MOST_REPLY) || code;
  if (!ABOUT_MESSAGE.has(code) || responseCode === 0 || responseCode === 421)
    return new MailFault('unreachable', reply);
  return new MailFault(responseCode >= 500 ? 'refused' : 'later', reply);
}
