/** Sentences for the problems that are not refusals of the trade's rules: requests, sessions, sign-in, the server. */
import type { PROBLEM_STATUS } from '#contract/problem-status.ts';
import { fieldList } from './field-words.ts';
import { formatMinutes } from './format.ts';
import { unreadableText } from './import-unreadable-text.ts';
import { recordWord } from './record-words.ts';
import { capital, momentOf, numberOf, textOf } from './refusal-params.ts';
import type { Sentence } from './refusal-text.ts';
import type { VISIT_SENTENCES } from './visit-sentences.ts';

/** "in 40 seconds", "in 5 min"; "in a moment" when the server did not say. */
function waitWords(retryAfterSeconds: unknown): string {
  const seconds = numberOf(retryAfterSeconds);
  if (seconds === undefined) return 'in a moment';
  return seconds < 90
    ? `in ${Math.max(1, Math.ceil(seconds))} s`
    : `in ${formatMinutes(Math.ceil(seconds / 60))}`;
}

const RELOAD = 'Reload the page and try again.';
const ADMIN = 'If it stays, tell your admin the request number.';

const FLAWS: Readonly<Record<string, string>> = {
  too_short: 'The password is too short: use 12 characters or more. A sentence is fine.',
  too_long: 'The password is too long: use 256 characters or fewer.',
  too_common: 'This password is among the first ones guessed. Use one of your own, a sentence is fine.',
  too_obvious: 'This password is made of your name or the company’s. Use something nobody would guess.',
  current_wrong: 'The current password is not right. Type it again.',
};

export const PROBLEM_SENTENCES = {
  'request.invalid': () => 'Some fields are not right. Correct the ones marked and send again.',
  'request.malformed': () => `The page sent something the server cannot read. ${RELOAD}`,
  'request.header_missing': () => `The request did not come from this page as it should. ${RELOAD}`,
  'request.cross_site': () =>
    'The request came from another site, so it was not carried out. Open Truckroll by its own address.',
  'request.unsupported_media_type': () => 'This kind of file or data is not taken here. Use a CSV file.',
  'request.too_large': ({ limit }) => {
    const bytes = numberOf(limit);
    const most =
      bytes === undefined ? '' : ` The most is ${Math.floor(bytes / 1024).toLocaleString('en-US')} kB.`;
    return `That is more than can be sent at once.${most} Send less, or split it.`;
  },
  'request.timeout': () => 'Sending took too long and was stopped. Check the network and try again.',
  'request.not_acceptable': () => `The server cannot answer in the form the page asked for. ${RELOAD}`,
  'request.method_not_allowed': () => `The server does not know this action. ${RELOAD}`,
  'request.idempotency_key_missing': () => `The page did not say which try this is. ${RELOAD}`,
  'request.idempotency_key_reused': () =>
    'This was sent before with other content. Check whether the first one arrived, then send again.',
  'request.idempotency_key_in_flight': () => 'The same request is still being worked on. Wait a moment.',
  'request.versions_missing': ({ kind }) =>
    `The page did not say which version of the ${recordWord(kind)} you saw. ${RELOAD}`,
  'request.stale': ({ kind, fields, byName, at }, wording) => {
    const who = textOf(byName) ?? 'Somebody else';
    const what = fieldList(fields);
    const moment = momentOf(at, wording);
    const when = moment ? ` (${moment})` : '';
    return `${who} changed ${what ? `${what} of ` : ''}this ${recordWord(kind)} in the meantime${when}. Compare both and choose.`;
  },
  'request.too_many': ({ retryAfterSeconds, uploads }) =>
    numberOf(uploads) === undefined
      ? `Too many requests in a short time. Try again ${waitWords(retryAfterSeconds)}.`
      : `You are sending ${numberOf(uploads)} files already. Wait until one of them has arrived.`,
  'session.missing': () => 'You are signed out. Sign in again to go on; what you typed stays here.',
  'sign_in.wrong': () => 'E-mail or password is not right. Check both and try again.',
  'sign_in.too_many': ({ retryAfterSeconds }) =>
    `Too many tries. You can try again ${waitWords(retryAfterSeconds)}.`,
  'password.unacceptable': ({ flaw }) =>
    FLAWS[String(flaw)] ?? 'This password cannot be used. Choose another, of 12 characters or more.',
  'setup.token_invalid': () =>
    'The setup token is not right or has expired. Restart the server: it prints a new one.',
  'setup.token_used': () => 'The first admin has been made already. Sign in with that account.',
  'user.last_admin': ({ of }) =>
    `This is the last active admin${of === 'allUnits' ? ' of all business units' : ''}. Make another user ${of === 'allUnits' ? 'one' : 'an admin'} first, then change this one.`,
  'view.name_taken': () => 'You have a view of that name already. Choose another name, or change that one.',
  'message.not_waiting': () => 'It has gone out or was taken back meanwhile.',
  'view.too_many': ({ most }) =>
    `You keep ${numberOf(most) ?? 50} views of this list already. Delete one you no longer use first.`,
  'user.email_taken': () => 'Somebody has this e-mail already. Use another, or find that user in the list.',
  'record.key_taken': ({ kind, name }) =>
    `${capital(textOf(name) === undefined ? 'another record' : `${recordWord(kind)} ${textOf(name)}`)} has this key already, and a key names one ${recordWord(kind)}. Give another one, or take it away there first.`,
  'record.not_found': ({ kind }) =>
    `${capital(recordWord(kind))} not found. It may belong to another business unit, or the link is wrong.`,
  'route.not_found': () => 'This page does not exist. Check the address, or go to Today.',
  'import.unreadable': unreadableText,
  'server.fault': () => `Something went wrong on the server; it is in its log. Try again. ${ADMIN}`,
  'server.unavailable': ({ retryAfterSeconds }) =>
    `The server is busy or restarting. Try again ${waitWords(retryAfterSeconds)}.`,
  'server.timeout': () => `The server took too long and gave up; nothing was changed. Try again. ${ADMIN}`,
  'server.disk_full': () =>
    'The server’s disk is full, so nothing can be saved. Tell your admin; reading still works.',
  'server.files_unavailable': () =>
    `The place where files are kept does not answer, so no file can be opened or added; all else works. Try again in a minute. ${ADMIN}`,
  'upstream.auth': () =>
    'The connected system no longer accepts Truckroll. Tell your admin to renew its key.',
  'upstream.failed': () => 'The connected system did not answer as it should. Try again in a minute.',
} satisfies Record<Exclude<keyof typeof PROBLEM_STATUS, keyof typeof VISIT_SENTENCES>, Sentence>;
