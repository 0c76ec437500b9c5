/** SMTP_URL (or SMTP_URL_FILE) and MAIL_FROM: both, or none. The server is the operator's alone to name. */
import type { MailServer } from '#backend/messages/smtp.ts';
import { isLoopback } from '#bff/config.ts';
import { secretValue } from './file-store.ts';
import { type Secret, secretOf } from './files-environment.ts';

export type MailEnvironment = { readonly url: Secret; readonly from: string };
type Env = Readonly<Record<string, string | undefined>>;

const ADDRESS = /^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/;
const PORTS: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 };

/** null: messages stay in the outbox. @throws Error naming the variable and what it may be */
export function mailEnvironment(env: Env): MailEnvironment | null {
  if (!env.SMTP_URL && !env.SMTP_URL_FILE) return null;
  const from = env.MAIL_FROM ?? '';
  if (!ADDRESS.test(from))
    throw new Error(
      'MAIL_FROM must be the address mail comes from, like office@example.com, when SMTP_URL is set.',
    );
  const url = secretOf(env, 'SMTP_URL');
  if ('value' in url) serverOf(url.value, from);
  return { url, from };
}

/** @throws Error with a sentence, without the URL: there is a password in it */
export const mailServerOf = async ({ url, from }: MailEnvironment): Promise<MailServer> =>
  serverOf(await secretValue(url), from);

function serverOf(text: string, from: string): MailServer {
  const url = URL.canParse(text) ? new URL(text) : null;
  const usual = url && PORTS[url.protocol];
  if (!url || !usual || url.hostname === '' || url.search || url.hash || !['', '/'].includes(url.pathname))
    throw new Error(
      'SMTP_URL must be like smtp://user:password@mail.example:587, or smtps:// for TLS at once.',
    );
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const user = decodeURIComponent(url.username);
  return {
    host,
    port: Number(url.port) || usual,
    secure: url.protocol === 'smtps:',
    user,
    password: decodeURIComponent(url.password),
    needsTls: user !== '' && !isLoopback(url.hostname),
    from,
  };
}
