import type { ProblemError } from '#contract/problem.ts';
import type { Params } from '../../../lib/refusal-params.ts';

type RefusedRow = {
  readonly id: number;
  readonly label: string;
  readonly refusal: { readonly code: string; readonly params: Params };
};

/** The visits a refusal of many names, each with its own reason. */
export const refusedRows = ({ params }: ProblemError): readonly RefusedRow[] =>
  Array.isArray(params.rows) ? (params.rows as RefusedRow[]) : [];
