/**
 * The one error shape (RFC 9457 in spirit): what HTTP carries. Refusals of the rules keep their code and params;
 * sentences are made in `web/` from them. The statuses stand apart (`problem-status.ts`): a browser is told the status.
 */
import type { RefusalCode } from '#domain/decision.ts';
import type { PROBLEM_STATUS } from './problem-status.ts';

export type ProblemCode = keyof typeof PROBLEM_STATUS | RefusalCode;

/** What HTTP carries (`problem-schema.ts` validates it). */
export type Problem = {
  status: number;
  code: string;
  params: Record<string, unknown>;
  /** One entry per field that is wrong, all of them at once; `path` like `locations.0.street`. */
  fields: { path: string; code: string; message: string }[];
  requestId: string;
};

/** Thrown where a request ends with a problem; the BFF turns it into the answer. Never used for faults. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, unknown>>;
  readonly fields: Problem['fields'];
  constructor(
    code: ProblemCode,
    params: Readonly<Record<string, unknown>> = {},
    fields: Problem['fields'] = [],
  ) {
    super(code);
    this.name = 'ProblemError';
    this.code = code;
    this.params = params;
    this.fields = fields;
  }
}
