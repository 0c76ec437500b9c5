/**
 * The sentences for every problem and refusal: what, why, what can be done (ui.md, "Words"). Made here and nowhere
 * else, from code + params; a code without a sentence does not compile. House style, "Errors".
 */
import { ConnectionError } from '#contract/client.ts';
import { PROBLEM_STATUS, type ProblemCode } from '#contract/problem.ts';
import { REFUSAL_CODES, type RefusalCode } from '#domain/decision.ts';
import { problemOf } from './api.ts';
import { PROBLEM_SENTENCES } from './problem-sentences.ts';
import type { Params, Wording } from './refusal-params.ts';
import { TRADE_SENTENCES } from './trade-sentences.ts';

export type Sentence = (params: Params, wording: Wording) => string;

const SENTENCES = {
  ...PROBLEM_SENTENCES,
  ...TRADE_SENTENCES,
} satisfies Record<ProblemCode, Sentence>;

/** Every code there is a sentence for: all of them. */
export const PROBLEM_CODES: readonly ProblemCode[] = [
  ...(Object.keys(PROBLEM_STATUS) as (keyof typeof PROBLEM_STATUS)[]),
  ...(REFUSAL_CODES as readonly RefusalCode[]),
];

const isKnown = (code: string): code is ProblemCode => Object.hasOwn(SENTENCES, code);

/** The sentences for a code. One of a newer server is told by its code: better than silence. */
export function refusalText(code: string, params: Params = {}, wording: Wording = {}): string {
  return isKnown(code)
    ? SENTENCES[code](params, wording)
    : `This was refused (${code}). Reload the page; if it stays, tell your admin the code.`;
}

/** The sentences for anything that was thrown. */
export function errorText(error: unknown, wording: Wording = {}): string {
  const problem = problemOf(error);
  if (problem) return refusalText(problem.code, problem.params, wording);
  return error instanceof ConnectionError
    ? 'The server cannot be reached. Nothing is lost: check the network and try again.'
    : 'Something went wrong on this page. Reload it; if it happens again, tell your admin what you were doing.';
}
