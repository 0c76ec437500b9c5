/** The mail server of SMTP_URL. What it answers comes back as a `MailFault`, told apart by what to do about it. */
import { createTransport } from 'nodemailer';
import type { MessageFault } from '#domain/messages/sending.ts';

export type Paper = { readonly fileName: string; readonly mediaType: string; readonly bytes: Uint8Array };
export type Mail = {
  /** The same for every try, so that a repeat is recognised. */
  readonly messageId: string;
  readonly fromName: string;
  /** One or more plain addresses, each read alone. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar: string | null;
  readonly papers: readonly Paper[];
};
/**
 * Rejects with `MailFault`; everything else is a bug. Of several addresses some may be refused and the mail be taken for
 * the others: then the answer says what the server said of them; else it is null.
 */
export type MailTransport = { send(mail: Mail): Promise<string | null>; close(): void };

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
    async send({ messageId, fromName, to, subject, text, html, calendar, papers }) {
      try {
        const { rejectedErrors = [] } = await transport.sendMail({
          messageId,
          // As objects: no name is ever read as an address or a list of them.
          from: { name: fromName, address: from },
          to: to.map((address) => ({ name: '', address })),
          envelope: { from, to: [...to] },
          subject,
          text,
          html,
          headers: { 'Auto-Submitted': 'auto-generated' },
          ...(calendar && {
            icalEvent: { method: 'PUBLISH', filename: 'visit.ics', content: calendar },
          }),
          attachments: papers.map(({ fileName, mediaType, bytes }) => ({
            filename: fileName,
            contentType: mediaType,
            content: Buffer.from(bytes),
          })),
        });
        return rejectedErrors.length === 0
          ? null
          : rejectedErrors.map(replyOf).join(' ').slice(0, MOST_REPLY);
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
  const { code = '', responseCode = 0 } = error as Replied;
  const reply = replyOf(error);
  if (!ABOUT_MESSAGE.has(code) || responseCode === 0 || responseCode === 421)
    return new MailFault('unreachable', reply);
  return new MailFault(responseCode >= 500 ? 'refused' : 'later', reply);
}

type Replied = { code?: string; responseCode?: number; response?: string };

function replyOf(error: unknown): string {
  const { code = '', response = '' } = error as Replied;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what the server says is shown on one line
  return response.replace(/[\u0000-\u001f\u007f]+/g, ' ').slice(0, MOST_REPLY) || code;
}
