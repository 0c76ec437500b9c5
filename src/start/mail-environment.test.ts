import { expect, test } from 'vitest';
import { mailEnvironment, mailServerOf } from './mail-environment.ts';

const read = async (env: Record<string, string>) =>
  mailServerOf(mailEnvironment({ MAIL_FROM: 'office@example.com', ...env })!);

test('without SMTP_URL nothing is sent', () => {
  expect(mailEnvironment({ MAIL_FROM: 'office@example.com' })).toBeNull();
});

test('the server is read from the URL; a password goes out under TLS only, but to this machine', async () => {
  expect(await read({ SMTP_URL: 'smtp://me:p%40ss@mail.example' })).toEqual({
    host: 'mail.example',
    port: 587,
    secure: false,
    user: 'me',
    password: 'p@ss',
    needsTls: true,
    from: 'office@example.com',
  });
  expect(await read({ SMTP_URL: 'smtps://mail.example:2465' })).toMatchObject({
    port: 2465,
    secure: true,
    needsTls: false,
  });
  expect(await read({ SMTP_URL: 'smtp://me:x@127.0.0.1:2525' })).toMatchObject({ needsTls: false });
});

test.each([
  [{ SMTP_URL: 'http://mail.example' }, 'SMTP_URL must be like'],
  [{ SMTP_URL: 'smtp://mail.example/?tls.rejectUnauthorized=false' }, 'SMTP_URL must be like'],
  [{ SMTP_URL: 'smtp://me:hunter2@' }, 'SMTP_URL must be like'],
  [{ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'The office <office@example.com>' }, 'MAIL_FROM must be'],
  [
    { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'office@example.com\r\nBcc: x@example.com' },
    'MAIL_FROM must be',
  ],
  [{ SMTP_URL: 'smtp://mail.example', SMTP_URL_FILE: '/x' }, 'both set'],
])('%j is refused with a sentence that quotes no password', async (env, sentence) => {
  const error = await read(env as Record<string, string>).catch((refused: Error) => refused);
  expect((error as Error).message).toContain(sentence);
  expect((error as Error).message).not.toContain('hunter2');
});
