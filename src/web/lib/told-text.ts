/**
 * The same sentences for what is read before the board: a visit's are there at once, all others (8 kB) are read once the
 * page is at rest, and at the latest with the first problem (`api.ts`), before anybody is told of it.
 */
import { ConnectionError } from '#contract/client.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Params, Wording } from './refusal-params.ts';
import { VISIT_SENTENCES } from './visit-sentences.ts';

let every: typeof import('./refusal-text.ts') | null = null;

/** Rejects when they could not be read; the next call tries again. */
export async function readSentences(): Promise<void> {
  every ??= await import('./refusal-text.ts');
}

const isOfVisit = (code: string): code is keyof typeof VISIT_SENTENCES =>
  Object.hasOwn(VISIT_SENTENCES, code);

/** As `refusalText`. */
export function toldText(code: string, params: Params = {}, wording: Wording = {}): string {
  if (isOfVisit(code)) return VISIT_SENTENCES[code](params, wording);
  return every ? every.refusalText(code, params, wording) : unknownText(code);
}

/** As `errorText`. */
export function toldError(error: unknown, wording: Wording = {}): string {
  return error instanceof ProblemError ? toldText(error.code, error.params, wording) : faultText(error);
}

/** A code of a newer server is told by its code: better than silence. */
export const unknownText = (code: string): string =>
  `This was refused (${code}). Reload the page; if it stays, tell your admin the code.`;

/** For what no server said. */
export const faultText = (error: unknown): string =>
  error instanceof ConnectionError
    ? 'The server cannot be reached. Nothing is lost: check the network and try again.'
    : 'Something went wrong on this page. Reload it; if it happens again, tell your admin what you were doing.';
