/**
 * The sentences for every problem and refusal: what, why, what can be done (ui.md, "Words"). Made here and nowhere
 * else, from code + params; a code without a sentence does not compile. House style, "Errors".
 */
import type { ProblemCode } from '#contract/problem.ts';
import { problemOf } from './api.ts';
import { ORDER_SENTENCES } from './order-sentences.ts';
import { PROBLEM_SENTENCES } from './problem-sentences.ts';
import { RECEIVABLE_SENTENCES } from './receivable-sentences.ts';
import type { Params, Wording } from './refusal-params.ts';
import { faultText, unknownText } from './told-text.ts';
import { TRADE_SENTENCES } from './trade-sentences.ts';
import { VISIT_SENTENCES } from './visit-sentences.ts';

export type Sentence = (params: Params, wording: Wording) => string;

const SENTENCES = {
  ...PROBLEM_SENTENCES,
  ...VISIT_SENTENCES,
  ...ORDER_SENTENCES,
  ...RECEIVABLE_SENTENCES,
  ...TRADE_SENTENCES,
} satisfies Record<ProblemCode, Sentence>;

const isKnown = (code: string): code is ProblemCode => Object.hasOwn(SENTENCES, code);

/** The sentences for a code. */
export function refusalText(code: string, params: Params = {}, wording: Wording = {}): string {
  return isKnown(code) ? SENTENCES[code](params, wording) : unknownText(code);
}

/** The sentences for anything that was thrown. */
export function errorText(error: unknown, wording: Wording = {}): string {
  const problem = problemOf(error);
  return problem ? refusalText(problem.code, problem.params, wording) : faultText(error);
}
